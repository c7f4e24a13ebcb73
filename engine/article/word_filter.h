// A set of words that is asked of nearly all words of a text.

#ifndef CONCORD_ENGINE_ARTICLE_WORD_FILTER_H_
#define CONCORD_ENGINE_ARTICLE_WORD_FILTER_H_

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"

namespace concord {

// Says of most words that are in no table that they are not, at the cost of a
// multiplication; a table of hashes costs ten times that. Holds some thousand
// words well.
class WordFilter {
 public:
  void Add(absl::string_view word) { has_[Hash(word)] = true; }

  // True for every word that was added, and for a few others.
  bool MayHave(absl::string_view word) const { return has_[Hash(word)]; }

 private:
  static constexpr int kBits = 14;

  static size_t Hash(absl::string_view word) {
    uint64_t head = 0;
    std::memcpy(&head, word.data(), std::min(word.size(), sizeof(head)));
    return ((head ^ word.size()) * 0x9E3779B97F4A7C15) >> (64 - kBits);
  }

  std::bitset<size_t{1} << kBits> has_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_WORD_FILTER_H_
