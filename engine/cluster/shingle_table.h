// The distinct shingles of one text, found by hash and told apart by text.

#ifndef CONCORD_ENGINE_CLUSTER_SHINGLE_TABLE_H_
#define CONCORD_ENGINE_CLUSTER_SHINGLE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "engine/cluster/hash.h"
#include "engine/cluster/shingle_block.h"

namespace concord {

// Whether token i of a is token j of b, byte for byte.
bool SameToken(const ShingledText& a, size_t i, const ShingledText& b,
               size_t j);
// Whether all tokens of shingle i of a are those of shingle j of b.
bool SameShingle(const ShingledText& a, size_t i, const ShingledText& b,
                 size_t j);

// Open addressing with slots of four bytes, sparse enough that a look into it
// is nearly always its last, small enough for the first cache. Keeps its memory
// between texts; not safe for use from two threads at once.
class ShingleTable {
 public:
  // 1 + number of a shingle, or 0 where the slot is free.
  using Slot = uint32_t;

  // Empties the table, for the shingles of `text`. Their hashes stand in
  // `hashes`, by number, before they are put into a slot; both last as long as
  // the table is used.
  void Clear(const ShingledText& text, const uint64_t* hashes);

  // The slot of the shingle equal to shingle i of `other`, whose hash is
  // `hash`; a free slot where the table has none; or nullptr where more than a
  // few others were forged to that hash, which takes no time to speak of.
  Slot* Find(const ShingledText& other, size_t i, uint64_t hash) {
    Slot* const home = slots_.data() + Home(hash);
    return *home == 0 ? home : FindFrom(home, other, i, hash);
  }

 private:
  size_t Home(uint64_t hash) const {
    return ((hash ^ salt_) * kShingleSeed >> 32) & mask_;
  }
  Slot* FindFrom(Slot* home, const ShingledText& other, size_t i,
                 uint64_t hash);

  // Differs from run to run where addresses do, so that nobody can choose
  // hashes that share a slot. No result depends on it.
  const uint64_t salt_ = reinterpret_cast<uintptr_t>(this);
  ShingledText text_;
  const uint64_t* hashes_ = nullptr;
  size_t mask_ = 0;
  std::vector<Slot> slots_;
};

inline bool SameToken(const ShingledText& a, size_t i, const ShingledText& b,
                      size_t j) {
  // Spans are avoided: their checked access costs more than the comparison.
  const uint32_t* const p = a.bounds.data() + 2 * i;
  const uint32_t* const q = b.bounds.data() + 2 * j;
  const uint32_t n = p[1] - p[0];
  if (n != q[1] - q[0]) return false;
  const char* const s = a.folded + p[0];
  const char* const t = b.folded + q[0];
  if (n > 16) return std::memcmp(s, t, n) == 0;
  const TokenMask& mask = kTokenMasks[n];
  return (((LoadWord(s) ^ LoadWord(t)) & mask.low) |
          ((LoadWord(s + 8) ^ LoadWord(t + 8)) & mask.high)) == 0;
}

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_SHINGLE_TABLE_H_
