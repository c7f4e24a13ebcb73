#include "engine/cluster/verifier.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "engine/cluster/hash.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/shingle_table.h"

namespace concord {
namespace {

// Hashes of the shingles of one text: those it has, or else made on demand, at
// less expense from one to the next.
class ShingleHashes {
 public:
  explicit ShingleHashes(const ShingledText& text)
      : text_(text), tokens_(text.token_count()) {}

  uint64_t operator[](size_t i) {
    if (!text_.shingles.empty()) return text_.shingles.data()[i];
    if (next_ != i + kShingleTokens - 1) {
      two_ = kNoSecondToken;
      three_ = kNoThirdToken;
      next_ = i;
    }
    for (; next_ < std::min(i + kShingleTokens, tokens_); ++next_) {
      const uint32_t* const bounds = text_.bounds.data() + 2 * next_;
      one_ = two_;
      two_ = three_;
      three_ = HashToken(text_.folded + bounds[0], bounds[1] - bounds[0]);
    }
    return HashShingle(one_, two_, three_);
  }

 private:
  const ShingledText& text_;
  const size_t tokens_;
  // Hashes of the three tokens before token next_.
  uint64_t one_ = 0;
  uint64_t two_ = 0;
  uint64_t three_ = 0;
  size_t next_ = 0;
};

}  // namespace

void Verifier::SetText(const ShingledText& text) {
  text_ = text;
  inserted_ = false;
}

double Verifier::Jaccard(const ShingledText& other) {
  if (!inserted_) InsertText();
  const size_t n = other.shingle_count();
  if (own_hashes_.size() < n) own_hashes_.resize(n);
  own_table_.Clear(other, own_hashes_.data());
  states_ = unmet_;
  shared_ = 0;
  own_ = 0;
  ShingleHashes hashes(other);
  // The shingle behind the last one met: in a copy, mostly the next.
  size_t next = 0;
  for (size_t i = 0; i < n; ++i) {
    if (next > 0) {
      const size_t length = MeetRun(next, other, i);
      next += length;
      i += length;
      if (i == n) break;
    }
    next = LookUp(other, i, hashes[i]);
  }
  return static_cast<double>(shared_) /
         static_cast<double>(text_distinct_ + own_);
}

void Verifier::InsertText() {
  const uint64_t* const hashes = text_.shingles.data();
  const size_t n = text_.shingles.size();
  table_.Clear(text_, hashes);
  unmet_.assign(n, State::kUnmet);
  text_distinct_ = n;
  for (size_t i = 0; i < n; ++i) {
    ShingleTable::Slot* const slot = table_.Find(text_, i, hashes[i]);
    if (slot != nullptr && *slot == 0) {
      *slot = static_cast<ShingleTable::Slot>(i + 1);
      continue;
    }
    unmet_[i] = State::kAbsent;
    text_distinct_ -= slot != nullptr;
  }
  inserted_ = true;
}

// Meets the shingles from `next` on as long as they are those of `other` from i
// on, where all tokens of the first but the last are known to be equal. Returns
// how many.
inline size_t Verifier::MeetRun(size_t next, const ShingledText& other,
                                size_t i) {
  constexpr size_t kLast = kShingleTokens - 1;
  const size_t most =
      std::min(states_.size() - next, other.shingle_count() - i);
  size_t length = 0;
  for (; length < most && states_[next + length] != State::kAbsent &&
         SameToken(text_, next + length + kLast, other, i + length + kLast);
       ++length) {
    Meet(next + length);
  }
  return length;
}

// Returns the number behind the shingle that was met, or 0.
inline size_t Verifier::LookUp(const ShingledText& other, size_t i,
                               uint64_t hash) {
  const ShingleTable::Slot* const slot = table_.Find(other, i, hash);
  if (slot == nullptr || *slot == 0) {
    CountOwn(other, i, hash);
    return 0;
  }
  Meet(*slot - 1);
  return *slot;
}

inline void Verifier::CountOwn(const ShingledText& other, size_t i,
                               uint64_t hash) {
  own_hashes_[i] = hash;
  ShingleTable::Slot* const slot = own_table_.Find(other, i, hash);
  if (slot != nullptr && *slot != 0) return;  // a repeat
  if (slot != nullptr) *slot = static_cast<ShingleTable::Slot>(i + 1);
  ++own_;
}

inline void Verifier::Meet(size_t number) {
  shared_ += states_[number] == State::kUnmet;
  states_[number] = State::kMet;
}

}  // namespace concord
