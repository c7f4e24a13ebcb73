// Number words and their sums: "two hundred and fifty".

#ifndef CONCORD_ENGINE_VALUE_NUMBER_WORDS_H_
#define CONCORD_ENGINE_VALUE_NUMBER_WORDS_H_

#include "absl/strings/string_view.h"

namespace concord {

// Nothing in the news is counted beyond this; it keeps sums finite.
inline constexpr double kLargest = 1e18;

// What a number word does; see lexicon/tables/number_words.tsv.
enum class NumberKind {
  kNone,
  kUnit,
  kTen,
  kScale,
  kSuffix,
  kOrdinal,
  kFraction,
  kTimes
};

struct NumberWord {
  NumberKind kind = NumberKind::kNone;
  double value = 0;
};

// The row of a word in lower case; kNone where it is no number word.
NumberWord FindNumberWord(absl::string_view lower);

// Adds up number words: "two hundred and fifty thousand".
class WordSum {
 public:
  // Takes the next word; false, and no change, where it does not continue the
  // number.
  bool Take(const NumberWord& word);

  bool empty() const { return !any_; }
  bool ordinal() const { return ordinal_; }
  bool fraction() const { return done_ && !ordinal_; }
  // A fraction with nothing before it: "half", "thirds".
  bool bare_fraction() const { return fraction() && bare_; }
  bool may_take_and() const { return any_ && !done_ && after_scale_; }
  double value() const { return total_ + part_; }
  double scale() const { return scale_; }

 private:
  bool TakeDigit(const NumberWord& word);
  bool TakeScale(double scale);
  bool TakeOrdinal(double value);  // "one third" is a fraction
  bool TakeFraction(double value);

  double total_ = 0, part_ = 0, scale_ = 1;
  bool any_ = false, done_ = false, ordinal_ = false;
  bool after_ten_ = false, after_scale_ = false, bare_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_NUMBER_WORDS_H_
