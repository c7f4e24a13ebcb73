// The inner loops that gain from vector instructions, in one form for each
// level of them. Every level computes the same bits; tests hold them to it.
//
// Example:
//   const Kernels& k = KernelsFor(SimdLevel::kBest);
//   size_t n = k.fold_and_find_bounds(text, blocks, bounds);

#ifndef CONCORD_ENGINE_CLUSTER_KERNELS_H_
#define CONCORD_ENGINE_CLUSTER_KERNELS_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

enum class SimdLevel { kBest, kScalar, kAvx2, kAvx512 };

// Bytes of text a kernel reads at a time.
inline constexpr size_t kBlockBytes = 64;
// Slots come in whole vectors of the widest level.
inline constexpr size_t kSlotsPerVector = 16;
// Words of the bitmap that stands for a set of shingles.
inline constexpr size_t kBitmapWords = 5;

struct Kernels {
  absl::string_view name;

  // Lower-cases ASCII letters of `text` in place and writes to `bounds` where
  // runs of word bytes begin and end, alternately; returns how many offsets
  // those are. Word bytes are ASCII letters and digits and all from 0x80 up.
  // REQUIRES: text has `blocks` blocks, the last byte of which is no word
  // byte; bounds has room for text bytes + 64 offsets.
  size_t (*fold_and_find_bounds)(char* text, size_t blocks, uint32_t* bounds);

  // slots[k] = min over i of low(i) * multipliers[k] + high(i), mod 2^32, where
  // low and high are the halves of shingles[i]: the least value of the set
  // under each of a family of hash functions.
  // REQUIRES: n > 0; slot_count is a multiple of kSlotsPerVector.
  void (*min_slots)(const uint64_t* shingles, size_t n,
                    const uint32_t* multipliers, size_t slot_count,
                    uint32_t* slots);

  // In how many bits two bitmaps of kBitmapWords differ.
  uint32_t (*distance)(const uint64_t* a, const uint64_t* b);
};

// The kernels of a level, or nullptr where this processor lacks it.
const Kernels* KernelsOrNull(SimdLevel level);

// The kernels of a level. REQUIRES: KernelsOrNull(level) != nullptr.
inline const Kernels& KernelsFor(SimdLevel level) {
  return *KernelsOrNull(level);
}

// One table a level, each in its own file. The latter two exist on x86-64 only,
// and only KernelsOrNull knows whether the processor can run them.
const Kernels& ScalarKernels();
const Kernels& Avx2Kernels();
const Kernels& Avx512Kernels();

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_KERNELS_H_
