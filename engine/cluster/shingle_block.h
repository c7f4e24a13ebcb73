// Texts as sets of shingles, many at a time, in flat arrays.
//
// A token is a run of letters and digits, lower-cased; a shingle is three
// neighbouring tokens; a text of one or two tokens has one shingle, all of
// them; a text without a token has one, its bytes. So no text has an empty set.
//
// The texts of a block stand in one padded buffer, so that one vectorised pass
// finds the bounds of all tokens and the loads of the next pass need no care:
//
//   folded    the talks ended_three days on ended_............  (_ blank)
//   bounds    0 3 4 9 10 15 16 21 ...        begin and end of each token
//   shingles  h(the talks ended) h(three days on) h(days on ended)
//
// Example:
//   ShingleBlock block;
//   block.Add("The talks ended");
//   block.Shingle(KernelsFor(SimdLevel::kBest));
//   // block[0].shingles.size() == 1, block[0].token(0) == "the"

#ifndef CONCORD_ENGINE_CLUSTER_SHINGLE_BLOCK_H_
#define CONCORD_ENGINE_CLUSTER_SHINGLE_BLOCK_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/kernels.h"

namespace concord {

// Tokens of a shingle.
inline constexpr size_t kShingleTokens = 3;

// One text of a block: views that last until the block changes.
struct ShingledText {
  // What bounds count from.
  const char* folded = nullptr;
  // Begin and end of each token, alternately.
  absl::Span<const uint32_t> bounds;
  // Hash of the shingle that begins at each token; repeats are kept. Empty
  // where only the tokens were asked for.
  absl::Span<const uint64_t> shingles;

  size_t token_count() const { return bounds.size() / 2; }
  size_t shingle_count() const {
    return token_count() < kShingleTokens ? 1
                                          : token_count() - kShingleTokens + 1;
  }
  absl::string_view token(size_t i) const {
    return {folded + bounds[2 * i], bounds[2 * i + 1] - bounds[2 * i]};
  }
};

// Not safe for use from two threads at once.
class ShingleBlock {
 public:
  // Empties the block; its memory stays.
  void Clear();

  // Copies `text` to the end of the block. REQUIRES: all texts of the block
  // together stay below 2 GiB.
  void Add(absl::string_view text);

  // Finds tokens and shingles of all texts. Call once, after the last Add.
  void Shingle(const Kernels& kernels);

  // Finds the tokens only: for whoever needs few of the shingles' hashes.
  void Tokenise(const Kernels& kernels);

  size_t size() const { return texts_.size(); }

  // REQUIRES: Shingle or Tokenise was called.
  ShingledText operator[](size_t i) const;

 private:
  struct Text {
    uint32_t begin = 0;  // in folded_
    uint32_t end = 0;
    uint32_t first_bound = 0;
    uint32_t bound_count = 0;
    uint32_t first_shingle = 0;
    uint32_t shingle_count = 0;
  };

  void FindBounds(const Kernels& kernels);
  void TokeniseText(Text& text, size_t all, size_t& bound);
  void ShingleText(Text& text, size_t& bound, size_t& shingle);
  void TakeWhole(Text& text);

  std::vector<Text> texts_;
  // These only grow; what is in use is counted apart, since a vector that
  // shrinks and grows again would clear its bytes each time.
  std::vector<char> folded_;
  size_t folded_size_ = 0;
  std::vector<uint32_t> bounds_;
  size_t bound_count_ = 0;
  std::vector<uint64_t> shingles_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_SHINGLE_BLOCK_H_
