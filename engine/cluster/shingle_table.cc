#include "engine/cluster/shingle_table.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "engine/cluster/hash.h"
#include "engine/cluster/shingle_block.h"

namespace concord {
namespace {

// Different shingles of one hash that are told apart before giving up. Chance
// makes no two; a forger gains nothing and costs little.
constexpr int kMaxForged = 8;

// Slots a shingle: at three, collisions cost more than the first cache gains.
constexpr size_t kSparse = 6;

}  // namespace

bool SameShingle(const ShingledText& a, size_t i, const ShingledText& b,
                 size_t j) {
  const size_t width = std::min(kShingleTokens, a.token_count());
  if (width != std::min(kShingleTokens, b.token_count())) return false;
  for (size_t k = 0; k < width; ++k) {
    if (!SameToken(a, i + k, b, j + k)) return false;
  }
  return true;
}

void ShingleTable::Clear(const ShingledText& text, const uint64_t* hashes) {
  text_ = text;
  hashes_ = hashes;
  slots_.assign(std::bit_ceil(kSparse * text.shingle_count()), 0);
  mask_ = slots_.size() - 1;
}

// The rest of Find, from the first slot on, which is taken.
ShingleTable::Slot* ShingleTable::FindFrom(Slot* home,
                                           const ShingledText& other, size_t i,
                                           uint64_t hash) {
  Slot* const slots = slots_.data();
  int forged = 0;
  for (size_t at = static_cast<size_t>(home - slots);; at = (at + 1) & mask_) {
    Slot& slot = slots[at];
    if (slot == 0) return &slot;
    if (hashes_[slot - 1] != hash) continue;
    if (SameShingle(text_, slot - 1, other, i)) return &slot;
    if (++forged == kMaxForged) return nullptr;
  }
}

}  // namespace concord
