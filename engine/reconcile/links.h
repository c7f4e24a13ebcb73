// The account in two steps: what joins articles and claims, which takes an
// index over everything, and what follows from it, which takes only those that
// are joined. A run does both (reconcile.h); a store keeps the first from drop
// to drop and does the second for what a drop touches.

#ifndef CONCORD_ENGINE_RECONCILE_LINKS_H_
#define CONCORD_ENGINE_RECONCILE_LINKS_H_

#include <vector>

#include "engine/cluster/cluster_types.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/reconcile.h"
#include "engine/reconcile/story.h"

namespace concord {

// By index in a corpus.
struct Links {
  std::vector<ArticleSet> stories;  // of FindStories
  std::vector<ClusterEdge> edges;   // of ClusterTexts over the claims' texts
  std::vector<CopiedPair> copied;   // of FindCopies; only which articles chains
                                    // of them join counts
};

// All sets but the clusters, and the dispositions of the claims.
//
// What becomes of an article's claims depends on the articles that chains of
// stories, and of edges between claims that both stand alone
// (wording_book.h), join with it, and on no others: for a corpus that is closed
// under these, with the links among its members, the result is that part of the
// whole one.
Reconciliation ReconcileLinked(Corpus& corpus, const Links& links,
                               const ReconcileOptions& options = {});

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_LINKS_H_
