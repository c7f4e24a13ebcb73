// Articles and their claims to the whole account: stories, relations,
// agreements, divergences, unique claims.

#ifndef CONCORD_ENGINE_RECONCILE_RECONCILE_H_
#define CONCORD_ENGINE_RECONCILE_RECONCILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/lexicon/outlet_book.h"

namespace concord {

struct ReconcileOptions {
  int threads = 1;
  OutletBook outlets{};  // what the user knows of outlets
  // A claim of which the relations to unrelated claims are wanted too; "" for
  // none. Changes nothing else.
  std::string explain{};
};

// The sets, each in the order in which a stream holds it: sorted by id.
struct Reconciliation {
  std::vector<v1::Cluster> clusters;
  std::vector<v1::Story> stories;
  std::vector<v1::Relation> relations;
  std::vector<v1::Agreement> agreements;
  std::vector<v1::Divergence> divergences;
  std::vector<v1::Unique> uniques;
  // What caps kept out: postings of index lists, and pairs of claims.
  uint64_t capped_postings = 0;
  uint64_t capped_candidates = 0;
};

// Reconciles `claims` of `articles` and sets each claim's disposition. A pure
// function of the articles and claims as sets: their order, the thread count
// and the clock change nothing. Articles that a later revision of their
// document replaced take no part.
//
// Claims in the same words are compared once (wording_book.h): the relations of
// the first of them are those of all, and each other one has a relation to the
// first alone.
//
// REQUIRES: every claim's article is among `articles`; ids are unique.
Reconciliation Reconcile(absl::Span<const v1::Article> articles,
                         absl::Span<v1::Claim> claims,
                         const ReconcileOptions& options = {});

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_RECONCILE_H_
