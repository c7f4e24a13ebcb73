// Judged pairs to the records of an account: agreements, divergences, unique
// claims, and each claim's disposition.

#ifndef CONCORD_ENGINE_RECONCILE_ACCOUNT_H_
#define CONCORD_ENGINE_RECONCILE_ACCOUNT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/cluster/cluster.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/origin.h"
#include "engine/reconcile/reconcile.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story_book.h"
#include "engine/reconcile/wording_book.h"

namespace concord {

// Everything but the clusters, and sets the dispositions in `corpus`. Knows
// nothing of how pairs are judged, so that tests can bring a table of verdicts.
// `relations` is of the first claims of `wordings`.
Reconciliation BuildAccount(Corpus& corpus, const StoryBook& stories,
                            const WordingBook& wordings,
                            const OriginBook& origins,
                            RelationTable& relations);

// The id of a story, from the ids of its articles, sorted.
std::string StoryId(absl::Span<const absl::string_view> article_ids);

// The near-duplicates among the claims of `corpus`, which `clustering` has by
// index. Sorted by id.
std::vector<v1::Cluster> BuildClusters(const Corpus& corpus,
                                       const Clustering& clustering);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_ACCOUNT_H_
