// Cuts clusters where one weak edge holds two parts together.

#ifndef CONCORD_ENGINE_CLUSTER_BRIDGES_H_
#define CONCORD_ENGINE_CLUSTER_BRIDGES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/cluster/cluster_types.h"

namespace concord {

// Roots of the clusters that `edges` make among `n` texts when every bridge
// less similar than `least` is cut, unless it joins a single text. A bridge is
// an edge without which its two ends lie apart (Tarjan, 1974): the way in which
// chains of near-duplicates grow into a cluster whose ends have nothing in
// common. Linear in texts and edges.
//
// Example: of edges 0-1 .9, 1-2 .5, 2-3 .9, least .6 cuts 1-2: {0,1}, {2,3}.
std::vector<uint32_t> RootsWithoutWeakBridges(
    size_t n, absl::Span<const ClusterEdge> edges, double least);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_BRIDGES_H_
