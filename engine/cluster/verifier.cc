#include "engine/cluster/verifier.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

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

// Whether token i of a is token j of b. Spans are avoided here and below: their
// checked access costs more than what is done with it.
inline bool SameToken(const ShingledText& a, size_t i, const ShingledText& b,
                      size_t j) {
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
  Reset(a, b);
  InsertFirst();
  InsertSecond();
  return static_cast<double>(shared_) / static_cast<double>(distinct_);
}

void Verifier::Reset(const ShingledText& a, const ShingledText& b) {
  a_ = a;
  b_ = b;
  const size_t all = a.shingles.size() + b.shingles.size();
  // Sparse, so that a look into it is nearly always its last.
  slots_.assign(std::bit_ceil(3 * all), 0);
  states_.assign(a.shingles.size(), State::kUnmet);
  distinct_ = 0;
  shared_ = 0;
}

size_t Verifier::Home(uint64_t hash) const {
  return ((hash ^ SlotSalt()) * kShingleSeed >> 32) & (slots_.size() - 1);
}

uint64_t Verifier::HashOf(size_t number) const {
  const size_t n = a_.shingles.size();
  return number < n ? a_.shingles[number] : b_.shingles[number - n];
}

bool Verifier::SameAsNumber(size_t number, const ShingledText& text,
                            size_t i) const {
  const size_t n = a_.shingles.size();
  return number < n ? SameShingle(a_, number, text, i)
                    : SameShingle(b_, number - n, text, i);
}

// The slot of a shingle equal to shingle i of `text`, or else a free one, or
// nullptr where too many were forged.
Verifier::Slot* Verifier::Find(const ShingledText& text, size_t i) {
  const uint64_t hash = text.shingles[i];
  const size_t mask = slots_.size() - 1;
  int forged = 0;
  for (size_t at = Home(hash);; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot == 0) return &slot;
    if (HashOf(slot - 1) != hash) continue;
    if (SameAsNumber(slot - 1, text, i)) return &slot;
    if (++forged == kMaxForged) return nullptr;
  }
}

void Verifier::InsertFirst() {
  const uint64_t* const hashes = a_.shingles.data();
  const size_t n = a_.shingles.size();
  Slot* const slots = slots_.data();
  size_t repeats = 0;
  for (size_t i = 0; i < n; ++i) {
    Slot* slot = &slots[Home(hashes[i])];
    if (*slot != 0) slot = Find(a_, i);
    if (slot == nullptr || *slot != 0) {
      states_[i] = State::kRepeat;
      ++repeats;
      continue;
    }
    *slot = static_cast<Slot>(i + 1);
  }
  distinct_ = n - repeats;
}

void Verifier::InsertSecond() {
  const uint64_t* const hashes = b_.shingles.data();
  const size_t n = b_.shingles.size();
  // The shingle of a behind the last one met: in a copy, mostly the next.
  size_t next = 0;
  for (size_t i = 0; i < n; ++i) {
    if (ContinuesRun(next, hashes[i], i)) {
      Meet(next++);
    } else {
      next = InsertByTable(i);
    }
  }
}

// Whether shingle i of b is shingle `next` of a, all but the last token of
// which are known to be equal.
inline bool Verifier::ContinuesRun(size_t next, uint64_t hash, size_t i) const {
  constexpr size_t kLast = kShingleTokens - 1;
  return next > 0 && next < states_.size() &&
         a_.shingles.data()[next] == hash && states_[next] != State::kRepeat &&
         SameToken(a_, next + kLast, b_, i + kLast);
}

// Returns the number behind the shingle of a that was met, or 0.
size_t Verifier::InsertByTable(size_t i) {
  const size_t n = a_.shingles.size();
  Slot* const slot = Find(b_, i);
  if (slot == nullptr) return 0;
  if (*slot == 0) {
    *slot = static_cast<Slot>(n + i + 1);
    ++distinct_;
    return 0;
  }
  if (*slot > n) return 0;
  Meet(*slot - 1);
  return *slot;
}

inline void Verifier::Meet(size_t number) {
  shared_ += states_[number] == State::kUnmet;
  states_[number] = State::kMet;
}

}  // namespace concord
