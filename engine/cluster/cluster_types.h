// What the entries of this room take and give.

#ifndef CONCORD_ENGINE_CLUSTER_CLUSTER_TYPES_H_
#define CONCORD_ENGINE_CLUSTER_CLUSTER_TYPES_H_

#include <cstdint>
#include <vector>

#include "engine/cluster/kernels.h"

namespace concord {

struct ClusterOptions {
  // Least Jaccard similarity of an edge, above 0 and at most 1.
  double threshold = 0.5;
  // Bands of `rows` slots each: a pair of similarity J becomes a candidate with
  // probability 1 - (1 - J^rows)^bands, so 18 x 3 finds 91% at J = 0.5, 98.7%
  // at 0.6 and 99.95% at 0.7. More rows mean fewer false candidates among many
  // millions of texts, and fewer true ones.
  int bands = 18;
  int rows = 3;
  // Postings a band key: those of the texts with the smallest hashes.
  int max_postings = 8;
  int threads = 1;
  // The instructions to use; all give the same result.
  SimdLevel simd = SimdLevel::kBest;
};

// Two texts, by index, a < b, whose similarity is at least the threshold.
struct ClusterEdge {
  uint32_t a = 0;
  uint32_t b = 0;
  float similarity = 0.0f;

  friend bool operator==(const ClusterEdge&, const ClusterEdge&) = default;
};

// A text of the index, by its number, and how similar it is.
struct Neighbor {
  uint32_t id = 0;
  float similarity = 0.0f;

  friend bool operator==(const Neighbor&, const Neighbor&) = default;
};

// Counts of what was done. Threads change nothing that is found, but a little
// of candidates, filter_passed and verified: of the pairs that are looked at
// twice because a key was full.
struct ClusterStats {
  uint64_t texts = 0;
  uint64_t distinct_sets = 0;  // after identical texts were collapsed
  uint64_t candidates = 0;     // distinct pairs that share a band key
  uint64_t filter_passed = 0;  // of those, not ruled out by their bitmaps
  uint64_t verified = 0;       // real Jaccard computed, from the text
  uint64_t edges = 0;
  uint64_t capped_postings = 0;  // kept out of a band key by max_postings
  uint64_t bytes = 0;            // of all structures; the texts not counted
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_CLUSTER_TYPES_H_
