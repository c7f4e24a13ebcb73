#include "engine/cluster/sketch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/cluster.h"
#include "engine/cluster/hash.h"
#include "engine/cluster/kernels.h"

namespace concord {
namespace {

constexpr uint64_t kMultiplierSeed = 0xDC4C0E3C5D07F2A9;
constexpr uint64_t kBandSeed = 0xC4CEB9FE1A85EC53;
constexpr uint64_t kIdentitySeed = 0x9E3779B97F4A7C15;
constexpr uint32_t kEmptySlot = std::numeric_limits<uint32_t>::max();

// SplitMix64 (Steele, Lea and Flood, 2014) of seed and index.
uint64_t SplitMix(uint64_t seed, uint64_t index) {
  uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

// Maps 32 uniform bits to [0, n) by their high part (Lemire, 2019).
size_t Scale(uint32_t bits, size_t n) {
  return static_cast<size_t>(uint64_t{bits} * n >> 32);
}

uint64_t BandKey(const uint32_t* slots, size_t rows, size_t band) {
  uint64_t key = kBandSeed * (2 * band + 1);
  size_t row = 0;
  for (; row + 2 <= rows; row += 2) {
    const uint64_t pair = slots[row] | uint64_t{slots[row + 1]} << 32;
    key = MultiplyFold(key ^ pair, kBandSeed);
  }
  if (row < rows) key = MultiplyFold(key ^ slots[row], kBandSeed);
  return key;
}

}  // namespace

absl::string_view SketchScheme(SketchKind kind) {
  return kind == SketchKind::kClaims ? kShingleScheme : kDocumentScheme;
}

Sketcher::Sketcher(SketchKind kind, int bands, int rows, const Kernels& kernels)
    : kind_(kind),
      bands_(static_cast<size_t>(bands)),
      rows_(static_cast<size_t>(rows)),
      kernels_(kernels) {
  const size_t vectors =
      (bands_ * rows_ + kSlotsPerVector - 1) / kSlotsPerVector;
  slots_.resize(vectors * kSlotsPerVector);
  filled_.resize(slots_.size());
  multipliers_.resize(slots_.size());
  for (size_t k = 0; k < multipliers_.size(); ++k) {
    // Odd, so that multiplication permutes the 32-bit words.
    multipliers_[k] = static_cast<uint32_t>(SplitMix(kMultiplierSeed, k)) | 1;
  }
}

void Sketcher::BandKeys(absl::Span<const uint64_t> shingles, uint64_t* keys,
                        size_t stride) {
  if (kind_ == SketchKind::kClaims) {
    kernels_.min_slots(shingles.data(), shingles.size(), multipliers_.data(),
                       slots_.size(), slots_.data());
  } else {
    LeastPerSlot(shingles);
  }
  for (size_t band = 0; band < bands_; ++band) {
    keys[band * stride] = BandKey(&slots_[band * rows_], rows_, band);
  }
}

// The high half of a shingle's hash chooses its slot, the low half is its
// value there.
void Sketcher::LeastPerSlot(absl::Span<const uint64_t> shingles) {
  const size_t n = bands_ * rows_;
  std::fill(slots_.begin(), slots_.end(), kEmptySlot);
  for (const uint64_t shingle : shingles) {
    uint32_t& slot = slots_[Scale(static_cast<uint32_t>(shingle >> 32), n)];
    slot = std::min(slot, static_cast<uint32_t>(shingle));
  }
  const auto end = slots_.begin() + static_cast<ptrdiff_t>(n);
  if (std::find(slots_.begin(), end, kEmptySlot) != end) FillEmptySlots();
}

// Each empty slot takes the value of another, which only its own number and the
// places of the empty ones decide. Some slot is not empty, so this ends.
void Sketcher::FillEmptySlots() {
  const size_t n = bands_ * rows_;
  filled_ = slots_;
  for (size_t k = 0; k < n; ++k) {
    for (uint64_t draw = 0; filled_[k] == kEmptySlot && draw < 64 * n; ++draw) {
      const uint64_t random = SplitMix(kBandSeed * (k + 1), draw);
      filled_[k] = slots_[Scale(static_cast<uint32_t>(random), n)];
    }
  }
  slots_.swap(filled_);
}

uint64_t IdentityKey(absl::Span<const uint64_t> shingles) {
  uint64_t sum = 0;
  for (const uint64_t shingle : shingles) {
    sum += shingle;
  }
  return MultiplyFold(sum ^ kIdentitySeed, kBandSeed + 2 * shingles.size());
}

}  // namespace concord
