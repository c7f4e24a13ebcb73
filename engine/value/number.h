// Tokens to numbers: digits and number words, without what they count.

#ifndef CONCORD_ENGINE_VALUE_NUMBER_H_
#define CONCORD_ENGINE_VALUE_NUMBER_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/text/token.h"

namespace concord {

// A number read from tokens [first, end).
struct Number {
  double low = 0;  // a range "10-12" has two ends; else low == high
  double high = 0;
  size_t end = 0;
  bool ordinal = false;
  // True for bare digits without comma, point, sign or scale: what may be a
  // year or a day of the month.
  bool bare_digits = false;
  // "minute" for the one token "30-minute".
  std::string joined_noun;
};

// The longest number that begins at tokens[first]: "1,200", "3.6 million",
// "two hundred and fifty", "twenty-first", "two-thirds", "10-12", "30-minute".
// nullopt where none begins there. Clock times and slashed dates are none.
std::optional<Number> MatchNumber(absl::string_view text,
                                  absl::Span<const Token> tokens, size_t first);

// Lower-case words of tokens [first, first + count), parted by single spaces.
std::string LowerPhrase(absl::string_view text, absl::Span<const Token> tokens,
                        size_t first, size_t count);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_NUMBER_H_
