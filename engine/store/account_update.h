// Keeps the account: the relations, agreements, divergences and unique claims
// that Reconcile finds among all live articles, a drop at a time.
//
//   1. Links between articles, stories and clusters of claims are brought up to
//      date, each by a rule of its own (article_links.h, story_update.h,
//      cluster_update.h).
//   2. From every article of which one of these changed, stories and edges lead
//      on to all articles that it may have to do with: a part of the whole that
//      is closed (engine/reconcile/links.h).
//   3. That part is reconciled anew, as a pure function of its articles, and
//      takes the place of what the record had of it.
//
// So the cost of a drop is that of the part it touches, which grows with the
// store where its news goes on telling of the same matters.

#ifndef CONCORD_ENGINE_STORE_ACCOUNT_UPDATE_H_
#define CONCORD_ENGINE_STORE_ACCOUNT_UPDATE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/store/article_links.h"
#include "engine/store/workspace.h"

namespace concord {

// The sets that went and those that came: a set that has only changed is in
// both.
struct AccountChange {
  std::vector<v1::Agreement> old_agreements, new_agreements;
  std::vector<v1::Divergence> old_divergences, new_divergences;
  std::vector<v1::Unique> old_uniques, new_uniques;
  std::vector<v1::Relation> relations;  // new or changed
  std::vector<v1::Cluster> clusters;    // new or changed
  // Rows of the claims that were done again, and of those that went.
  std::vector<RowId> claims, removed_claims;
};

// Brings pairs, stories, clusters and account up to date with `change`. The
// removed articles' claims are taken out of the record.
//
// REQUIRES: the added articles are in the record and in `work`; their claims in
// `work` only, where they are given their dispositions; the removed articles
// and their claims are in `work`, and the claims in the record.
absl::StatusOr<AccountChange> UpdateAccount(const IndexChange& change,
                                            Workspace& work);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_ACCOUNT_UPDATE_H_
