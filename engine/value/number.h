// Words to numbers: digits and number words, without what they count.

#ifndef CONCORD_ENGINE_VALUE_NUMBER_H_
#define CONCORD_ENGINE_VALUE_NUMBER_H_

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"
#include "engine/value/words.h"

namespace concord {

// A number read from words [first, end).
struct Number {
  double low = 0;  // the two ends of a range like "10-12", else low == high
  double high = 0;
  double scale = 1;  // what its scale words make: 1e6 for "3.6 million"
  size_t end = 0;
  bool ordinal = false;
  // True for digits without comma, point or scale: what may be a year.
  bool bare_digits = false;
  // What is joined to it in one token: "minute" for "30-minute", "kg" for
  // "50kg"; the second is `suffixed`, and no number where "kg" is no unit.
  absl::string_view joined;
  bool suffixed = false;

  void Multiply(double factor);
};

// The longest number that begins at word `first`: "1,200", "3.6 million", "two
// hundred and fifty", "twenty-first", "two-thirds", "half a million", "10-12",
// "30-minute". nullopt where none begins there. Clock times, slashed dates and
// version numbers are none.
std::optional<Number> MatchNumber(const Words& words, size_t first);

// The value of a table's column that holds a number.
double ColumnNumber(absl::string_view column);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_NUMBER_H_
