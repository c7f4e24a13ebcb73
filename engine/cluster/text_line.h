// What the index keeps of a text: one cache line.

#ifndef CONCORD_ENGINE_CLUSTER_TEXT_LINE_H_
#define CONCORD_ENGINE_CLUSTER_TEXT_LINE_H_

#include <cstdint>

#include "absl/types/span.h"
#include "engine/cluster/kernels.h"

namespace concord {

// A bit of the bitmap is set for each shingle. Two sets differ in at least as
// many shingles as their bitmaps do in bits, so distant bitmaps prove that two
// sets are distant (Sandes, Teodoro and Melo, "Bitmap filter", 2020); the
// reverse they never prove.
struct alignas(64) TextLine {
  uint64_t bitmap[kBitmapWords];
  // See IdentityKey.
  uint64_t identity;
  // Where the text is: its address, or its offset in a file.
  uint64_t text;
  uint32_t bytes;
  // Shingles, repeats included; above kMaxFiltered there is no bitmap.
  uint32_t shingles;
};
static_assert(sizeof(TextLine) == 64);

// More shingles than this leave too few bits unset to tell sets apart.
inline constexpr uint32_t kMaxFiltered = 400;

// Sets bitmap and number of shingles.
inline void SetShingles(absl::Span<const uint64_t> shingles, TextLine& line) {
  line.shingles = static_cast<uint32_t>(shingles.size());
  if (shingles.size() > kMaxFiltered) return;
  for (const uint64_t shingle : shingles) {
    const uint64_t bit = (shingle >> 32) * (64 * kBitmapWords) >> 32;
    line.bitmap[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

// False only where the two sets are proved less similar than `threshold`.
// With s shingles in all, d of them not shared, J = (s - d) / (s + d).
inline bool MayReach(double threshold, const TextLine& a, const TextLine& b,
                     const Kernels& kernels) {
  if (a.shingles > kMaxFiltered || b.shingles > kMaxFiltered) return true;
  const double all = a.shingles + b.shingles;
  const double apart = kernels.distance(a.bitmap, b.bitmap);
  return all - apart >= threshold * (all + apart);
}

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_TEXT_LINE_H_
