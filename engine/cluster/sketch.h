// From a set of shingles to its band keys: MinHash (Broder, 1997), banded
// (Indyk and Motwani, 1998).
//
// Two sets of Jaccard similarity J have one slot in common with probability J,
// a whole band of r slots with J^r, and at least one of b bands with
// 1 - (1 - J^r)^b. Short and long texts have schemes of their own, whose keys
// never meet: short sets take the minimum under every hash function; long ones
// hash each shingle once, to one slot (one-permutation hashing, Li, Owen and
// Zhang, 2012) and fill the empty slots from others (optimal densification,
// Shrivastava, 2017), which is many times cheaper and no worse when there are
// more shingles than slots.

#ifndef CONCORD_ENGINE_CLUSTER_SKETCH_H_
#define CONCORD_ENGINE_CLUSTER_SKETCH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/kernels.h"

namespace concord {

enum class SketchKind { kClaims, kDocuments };

// Name and version of tokens, shingles, hashes and slots, by kind.
absl::string_view SketchScheme(SketchKind kind);

// Makes band keys. Not safe for use from two threads at once.
class Sketcher {
 public:
  // REQUIRES: bands > 0, rows > 0; `kernels` outlives the sketcher.
  Sketcher(SketchKind kind, int bands, int rows, const Kernels& kernels);

  // Writes the key of band b to keys[b * stride]. REQUIRES: shingles not empty.
  void BandKeys(absl::Span<const uint64_t> shingles, uint64_t* keys,
                size_t stride);

 private:
  void LeastPerSlot(absl::Span<const uint64_t> shingles);
  void FillEmptySlots();

  const SketchKind kind_;
  const size_t bands_;
  const size_t rows_;
  const Kernels& kernels_;
  std::vector<uint32_t> multipliers_;
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> filled_;
};

// A key of the texts themselves, the same for equal sequences of shingles in
// any order: what finds identical texts.
uint64_t IdentityKey(absl::Span<const uint64_t> shingles);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_SKETCH_H_
