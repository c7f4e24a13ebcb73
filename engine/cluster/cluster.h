// Near-duplicate texts by shingle hashing: the hot path.
//
// MinHash over word 3-gram shingles (Broder, "On the resemblance and
// containment of documents", 1997), banded (Indyk and Motwani, 1998), with
// every candidate verified by its real Jaccard similarity.
//
// Example:
//   Clustering c = ClusterTexts({"the talks ended on Monday in Geneva",
//                                "The talks ended on Monday in Geneva."});
//   // c.edges: {0, 1, 1.0}; c.root: {0, 0}

#ifndef CONCORD_ENGINE_CLUSTER_CLUSTER_H_
#define CONCORD_ENGINE_CLUSTER_CLUSTER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// Name and version of the tokens, shingles and hashes; echoed in headers.
inline constexpr absl::string_view kShingleScheme =
    "shingle:w3/minhash-mul32/v1";

struct ClusterOptions {
  // Least Jaccard similarity of an edge, 0..1.
  double threshold = 0.5;
  // Bands of `rows` slots each: a pair of similarity J becomes a candidate with
  // probability 1 - (1 - J^rows)^bands, so 16 x 3 finds 98% at J = 0.6.
  int bands = 16;
  int rows = 3;
  // Postings kept a band key: those with the smallest hashes.
  int max_postings = 32;
  int threads = 1;
};

// Two texts, by index, a < b, whose similarity is at least the threshold.
struct ClusterEdge {
  uint32_t a = 0;
  uint32_t b = 0;
  float similarity = 0.0f;
};

struct ClusterStats {
  uint64_t texts = 0;
  uint64_t distinct_sets = 0;  // after identical sets were collapsed
  uint64_t candidates = 0;
  uint64_t verified = 0;  // candidates whose real Jaccard was computed
  uint64_t edges = 0;
  uint64_t capped_postings = 0;
  uint64_t bytes = 0;  // of all structures
};

struct Clustering {
  // Sorted by a, then b.
  std::vector<ClusterEdge> edges;
  // For each text the smallest index of its cluster.
  std::vector<uint32_t> root;
  ClusterStats stats;
};

// Clusters `texts`, valid UTF-8. A text of fewer than three tokens has one
// shingle, the whole of it, so it is a near-duplicate only of itself. Edges and
// clusters do not depend on the order of texts, except for the indices.
Clustering ClusterTexts(absl::Span<const absl::string_view> texts,
                        const ClusterOptions& options = {});

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_CLUSTER_H_
