// All pairs of similar texts, by an exact set-similarity join: the oracle of
// the index, and what `--exact` runs.
//
// AllPairs with a prefix filter (Bayardo, Ma and Srikant, 2007; Xiao et al.,
// PPJoin, 2008): two sets of similarity t must share one of the few rarest
// shingles of each. It knows no hash of a shingle, no sketch and no vector
// instruction, so that it can disagree with the index on any of them.
//
// Example:
//   Clustering truth = ClusterExactly(texts, 0.5);

#ifndef CONCORD_ENGINE_CLUSTER_EXACT_JOIN_H_
#define CONCORD_ENGINE_CLUSTER_EXACT_JOIN_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/cluster.h"

namespace concord {

// As ClusterTexts, with every edge there is. Time and memory grow with the
// number of pairs that share a rare shingle, at worst with the square of the
// texts: meant for a hundred thousand texts or so. REQUIRES: 0 < threshold
// <= 1.
Clustering ClusterExactly(absl::Span<const absl::string_view> texts,
                          double threshold);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_EXACT_JOIN_H_
