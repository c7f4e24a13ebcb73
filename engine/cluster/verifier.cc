#include "engine/cluster/verifier.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "engine/cluster/hash.h"
#include "engine/cluster/shingle_block.h"

namespace concord {
namespace {

// Different shingles of one hash that are told apart before giving up. Chance
// makes no two; a forger gains nothing and costs little.
constexpr int kMaxForged = 8;

// Differs from run to run where addresses do, so that nobody can choose hashes
// that share a slot. No result depends on it.
uint64_t SlotSalt() {
  static const char anchor = 0;
  return reinterpret_cast<uintptr_t>(&anchor);
}

bool SameToken(const ShingledText& a, size_t i, const ShingledText& b,
               size_t j) {
  const uint32_t n = a.bounds[2 * i + 1] - a.bounds[2 * i];
  if (n != b.bounds[2 * j + 1] - b.bounds[2 * j]) return false;
  const char* const p = a.folded + a.bounds[2 * i];
  const char* const q = b.folded + b.bounds[2 * j];
  if (n > 16) return std::memcmp(p, q, n) == 0;
  const TokenMask mask = kTokenMasks[n];
  return (((LoadWord(p) ^ LoadWord(q)) & mask.low) |
          ((LoadWord(p + 8) ^ LoadWord(q + 8)) & mask.high)) == 0;
}

bool SameShingle(const ShingledText& a, size_t i, const ShingledText& b,
                 size_t j) {
  const size_t width = std::min(kShingleTokens, a.token_count());
  if (width != std::min(kShingleTokens, b.token_count())) return false;
  for (size_t k = 0; k < width; ++k) {
    if (!SameToken(a, i + k, b, j + k)) return false;
  }
  return true;
}

}  // namespace

double Verifier::Jaccard(const ShingledText& a, const ShingledText& b) {
  Reset(a.shingles.size() + b.shingles.size());
  for (size_t i = 0; i < a.shingles.size(); ++i) InsertFirst(a, i);
  for (size_t i = 0; i < b.shingles.size(); ++i) InsertSecond(a, b, i);
  return static_cast<double>(shared_) / static_cast<double>(distinct_);
}

void Verifier::Reset(size_t shingles) {
  const size_t size = std::bit_ceil(2 * shingles);
  if (entries_.size() < size) entries_.resize(size);
  mask_ = size - 1;
  distinct_ = 0;
  shared_ = 0;
  if (call_ == std::numeric_limits<uint32_t>::max()) {
    std::fill(entries_.begin(), entries_.end(), Entry());
    call_ = 0;
  }
  ++call_;
}

// A present entry of `hash` for which `same` holds, or else one to fill, or
// nullptr where too many were forged.
template <typename Same>
Verifier::Entry* Verifier::Find(uint64_t hash, const Same& same) {
  int forged = 0;
  uint64_t slot = MultiplyFold(hash ^ SlotSalt(), kShingleSeed) & mask_;
  for (;; slot = (slot + 1) & mask_) {
    Entry& entry = entries_[slot];
    if (entry.call != call_) return &entry;
    if (entry.hash != hash) continue;
    if (same(entry)) return &entry;
    if (++forged == kMaxForged) return nullptr;
  }
}

void Verifier::Fill(Entry& entry, uint64_t hash, size_t position, Side side) {
  entry = {hash, call_, static_cast<uint32_t>(position), side};
  ++distinct_;
}

void Verifier::InsertFirst(const ShingledText& a, size_t i) {
  Entry* const entry = Find(a.shingles[i], [&](const Entry& e) {
    return SameShingle(a, e.position, a, i);
  });
  if (entry == nullptr || entry->call == call_) return;
  Fill(*entry, a.shingles[i], i, Side::kFirst);
}

void Verifier::InsertSecond(const ShingledText& a, const ShingledText& b,
                            size_t i) {
  Entry* const entry = Find(b.shingles[i], [&](const Entry& e) {
    return SameShingle(e.side == Side::kSecond ? b : a, e.position, b, i);
  });
  if (entry == nullptr) return;
  if (entry->call != call_) {
    Fill(*entry, b.shingles[i], i, Side::kSecond);
  } else if (entry->side == Side::kFirst) {
    entry->side = Side::kBoth;
    ++shared_;
  }
}

}  // namespace concord
