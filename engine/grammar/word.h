// What the tagger and the parser see of a token: a few numbers made from its
// bytes.

#ifndef CONCORD_ENGINE_GRAMMAR_WORD_H_
#define CONCORD_ENGINE_GRAMMAR_WORD_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/text/token.h"

namespace concord {

// How a sentence uses capitals. In a headline a capital says little.
enum class Casing : uint8_t { kSentence, kHeadline, kUpper, kLower };

// The numbers of one token. Equal bytes in equal surroundings give equal
// numbers, on every machine: they are what the model's weights are keyed by.
//
// "Normal form" below: ASCII letters in lower case, every ASCII digit as '0',
// curly quotes and long dashes as ASCII ones, cut to kMaxWordBytes.
struct Word {
  uint32_t form = 0;        // hash of the normal form
  uint32_t suffix[4] = {};  // its last 1, 2, 3, 4 bytes
  uint32_t prefix[3] = {};  // its first 1, 2, 3 bytes
  uint32_t shape = 0;       // capitals, digits, marks, place, casing
};

inline constexpr size_t kMaxWordBytes = 64;

// Fills `words` with the numbers of `tokens`, one each. Time is linear.
//
// REQUIRES: the tokens' spans lie in text.
void DescribeWords(absl::string_view text, absl::Span<const Token> tokens,
                   std::vector<Word>& words);

// Hash of the normal form of `word`, as Word::form has it for a token that is
// no quotation mark.
uint32_t HashForm(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_WORD_H_
