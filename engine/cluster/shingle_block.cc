#include "engine/cluster/shingle_block.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/fold.h"
#include "engine/cluster/hash.h"
#include "engine/cluster/kernels.h"

namespace concord {
namespace {

// Room behind the last text: its blank, the rest of its block, and what a load
// of a token's 16 bytes may touch.
constexpr size_t kPadding = 2 * kBlockBytes;

template <typename T>
void GrowTo(size_t size, std::vector<T>& v) {
  if (v.size() < size) v.resize(std::max(size, v.size() * 2));
}

}  // namespace

void ShingleBlock::Clear() {
  texts_.clear();
  folded_size_ = 0;
}

void ShingleBlock::Add(absl::string_view text) {
  GrowTo(folded_size_ + text.size() + kPadding, folded_);
  char* const out = folded_.data() + folded_size_;
  size_t size = text.size();
  if (!CopyAscii(text, out)) size = FoldBeyondAscii(text, out);
  out[size] = ' ';
  Text& added = texts_.emplace_back();
  added.begin = static_cast<uint32_t>(folded_size_);
  added.end = static_cast<uint32_t>(folded_size_ + size);
  folded_size_ += size + 1;
}

void ShingleBlock::Shingle(const Kernels& kernels) {
  if (texts_.empty()) return;
  FindBounds(kernels);
  // A shingle each token, or one for a text without.
  GrowTo(bound_count_ / 2 + texts_.size(), shingles_);
  size_t bound = 0;
  size_t shingle = 0;
  for (Text& text : texts_) ShingleText(text, bound, shingle);
}

void ShingleBlock::Tokenise(const Kernels& kernels) {
  if (texts_.empty()) return;
  FindBounds(kernels);
  size_t bound = 0;
  const size_t all = bound_count_;
  for (Text& text : texts_) TokeniseText(text, all, bound);
}

// Gives `text` those of the bounds [bound, all) that lie in it; its last token
// may end where it does.
void ShingleBlock::TokeniseText(Text& text, size_t all, size_t& bound) {
  const uint32_t* const first = bounds_.data() + bound;
  const uint32_t* const end =
      std::upper_bound(first, first + (all - bound), text.end);
  text.first_bound = static_cast<uint32_t>(bound);
  text.bound_count = static_cast<uint32_t>(end - first);
  text.first_shingle = 0;
  text.shingle_count = 0;
  bound += text.bound_count;
  if (text.bound_count == 0) TakeWhole(text);
}

void ShingleBlock::FindBounds(const Kernels& kernels) {
  std::memset(folded_.data() + folded_size_, ' ', kPadding - 1);
  // At least one byte of padding, so that the last token ends.
  const size_t blocks = folded_size_ / kBlockBytes + 1;
  GrowTo((blocks + 1) * kBlockBytes, bounds_);
  bound_count_ =
      kernels.fold_and_find_bounds(folded_.data(), blocks, bounds_.data());
  // Ends the walk over the last text's tokens.
  bounds_[bound_count_] = std::numeric_limits<uint32_t>::max();
}

// Hashes the tokens from bounds_[bound] on that lie in `text`, and each three
// neighbours into a shingle.
void ShingleBlock::ShingleText(Text& text, size_t& bound, size_t& shingle) {
  const uint32_t* const first = bounds_.data() + bound;
  uint64_t* const shingles = shingles_.data() + shingle;
  const uint32_t* at = first;
  uint64_t* out = shingles;
  uint64_t one = kNoSecondToken;  // the two tokens before
  uint64_t two = kNoThirdToken;
  for (; *at < text.end; at += 2) {
    const uint64_t three = HashToken(folded_.data() + at[0], at[1] - at[0]);
    // Written always; the first two of a text are overwritten.
    *out = HashShingle(one, two, three);
    out += at >= first + 2 * (kShingleTokens - 1);
    one = two;
    two = three;
  }
  text.first_bound = static_cast<uint32_t>(bound);
  text.bound_count = static_cast<uint32_t>(at - first);
  bound += text.bound_count;
  if (text.bound_count == 0) {
    TakeWhole(text);
    *out = HashShingle(
        one, two,
        HashToken(folded_.data() + text.begin, text.end - text.begin));
  }
  // Of one or two tokens the loop left one shingle, led by stand-ins.
  out = std::max(out, shingles + 1);
  text.first_shingle = static_cast<uint32_t>(shingle);
  text.shingle_count = static_cast<uint32_t>(out - shingles);
  shingle += text.shingle_count;
}

// The bytes of a text without a token become its one token.
void ShingleBlock::TakeWhole(Text& text) {
  // Behind the sentinel, where no kernel writes again.
  const size_t place = ++bound_count_;
  GrowTo(place + 2, bounds_);
  bounds_[place] = text.begin;
  bounds_[place + 1] = text.end;
  ++bound_count_;
  text.first_bound = static_cast<uint32_t>(place);
  text.bound_count = 2;
}

ShingledText ShingleBlock::operator[](size_t i) const {
  const Text& text = texts_[i];
  return {folded_.data(),
          {bounds_.data() + text.first_bound, text.bound_count},
          {shingles_.data() + text.first_shingle, text.shingle_count}};
}

}  // namespace concord
