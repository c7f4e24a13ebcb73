// The plain C++ way to cluster near-duplicates, as a good engineer writes it in
// an afternoon with good libraries: the 1x that the engine is measured by.
//
// XXH3 of every shingle's substring, sorted sets, 128 multiply-shift
// permutations with 32-bit minima (a loop that compilers vectorise), bands of
// 25 x 5 in absl::flat_hash_map, merge Jaccard on candidates, union-find. It
// takes text already lower-cased with single blanks, which spares it work that
// the engine does.

#ifndef CONCORD_BENCH_CLUSTER_PLAIN_H_
#define CONCORD_BENCH_CLUSTER_PLAIN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/cluster_types.h"

namespace concord {

struct PlainResult {
  std::vector<ClusterEdge> edges;
  std::vector<uint32_t> root;
};

// Lower-case words with single blanks between.
std::string PlainNormalize(absl::string_view text);

PlainResult PlainCluster(absl::Span<const absl::string_view> normalized,
                         double threshold);

}  // namespace concord

#endif  // CONCORD_BENCH_CLUSTER_PLAIN_H_
