#include "engine/value/number.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {
namespace {

const WordTable& NumberWords() {
  static const WordTable& words = WordTable::Named("number_words");
  return words;
}

struct NumberWord {
  absl::string_view kind;  // "" where the word is none
  double value = 0;
};

NumberWord FindWord(absl::string_view lower) {
  const WordTable::Row* row = NumberWords().Find(lower);
  NumberWord word;
  if (row != nullptr && absl::SimpleAtod((*row)[2], &word.value)) {
    word.kind = (*row)[1];
  }
  return word;
}

// Adds up number words: "two hundred and fifty thousand".
class WordSum {
 public:
  // Takes the next word; false where it does not continue the number.
  bool Take(const NumberWord& word) {
    if (done_ || word.kind.empty() || word.kind == "suffix") return false;
    if (word.kind == "unit" || word.kind == "ten") return TakeDigit(word);
    if (word.kind == "scale") return TakeScale(word.value);
    return TakeLast(word);
  }

  bool empty() const { return !any_; }
  bool ordinal() const { return ordinal_; }
  bool may_take_and() const { return any_ && !done_ && after_scale_; }
  double value() const { return total_ + part_; }

 private:
  bool TakeDigit(const NumberWord& word) {
    const bool fits = part_ == 0 || (after_scale_ && word.value < 100) ||
                      (after_ten_ && word.kind == "unit" && word.value < 10);
    if (any_ && !fits) return false;
    part_ += word.value;
    after_ten_ = word.kind == "ten";
    after_scale_ = false;
    return any_ = true;
  }

  bool TakeScale(double scale) {
    if (!any_) part_ = 1;
    if (scale <= 100) {
      part_ *= scale;
    } else {
      total_ += part_ * scale;
      part_ = 0;
    }
    after_scale_ = true;
    after_ten_ = false;
    return any_ = true;
  }

  // An ordinal or a fraction ends the number.
  bool TakeLast(const NumberWord& word) {
    if (word.kind == "ordinal") {
      if (any_ && !after_ten_ && !after_scale_) return false;
      part_ += word.value;
      ordinal_ = true;
    } else {
      part_ = any_ ? value() * word.value : word.value;
      total_ = 0;
    }
    done_ = true;
    return any_ = true;
  }

  double total_ = 0, part_ = 0;
  bool any_ = false, done_ = false, ordinal_ = false;
  bool after_ten_ = false, after_scale_ = false;
};

std::string Lower(absl::string_view text, const Token& token) {
  return absl::AsciiStrToLower(Slice(text, token.span));
}

// Multiplies by the scale words that follow: "3.6 million".
void TakeScales(absl::string_view text, absl::Span<const Token> tokens,
                Number& number) {
  while (number.end < tokens.size()) {
    const NumberWord word = FindWord(Lower(text, tokens[number.end]));
    if (word.kind != "scale") return;
    number.low *= word.value;
    number.high *= word.value;
    number.bare_digits = false;
    ++number.end;
  }
}

// Digits with commas and at most one point.
bool ParseDigits(absl::string_view digits, double* value) {
  return absl::SimpleAtod(absl::StrReplaceAll(digits, {{",", ""}}), value);
}

bool IsOrdinalSuffix(absl::string_view suffix) {
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

// "10-12": two ends, the second not shortened like a year's.
bool ParseRange(absl::string_view word, Number& number) {
  const size_t dash = word.find_first_of("-\xE2");
  if (dash == absl::string_view::npos) return false;
  const size_t width = word[dash] == '-' ? 1 : 3;  // "-" or "–"
  return ParseDigits(word.substr(0, dash), &number.low) &&
         dash + width <= word.size() &&
         ParseDigits(word.substr(dash + width), &number.high) &&
         number.low < number.high && dash < 4;
}

std::optional<Number> MatchDigits(absl::string_view text,
                                  absl::Span<const Token> tokens,
                                  size_t first) {
  const std::string word = Lower(text, tokens[first]);
  Number number;
  number.end = first + 1;
  if (ParseRange(word, number)) return number;
  const size_t digits_end =
      std::min(word.find_first_not_of("0123456789.,"), word.size());
  const absl::string_view suffix = absl::string_view(word).substr(digits_end);
  if (!ParseDigits(absl::string_view(word).substr(0, digits_end),
                   &number.low)) {
    return std::nullopt;
  }
  number.bare_digits = suffix.empty() &&
                       absl::StrContains(word, '.') == false &&
                       absl::StrContains(word, ',') == false;
  if (IsOrdinalSuffix(suffix)) {
    number.ordinal = true;
  } else if (!suffix.empty()) {
    const NumberWord scale = FindWord(suffix);
    if (scale.kind != "suffix") return std::nullopt;
    number.low *= scale.value;
  }
  number.high = number.low;
  TakeScales(text, tokens, number);
  return number;
}

// One token of number words and a noun: "three-year", "30-minute".
std::optional<Number> MatchJoined(const std::string& word, size_t first) {
  const size_t hyphen = word.rfind('-');
  if (hyphen == std::string::npos || hyphen + 1 == word.size()) {
    return std::nullopt;
  }
  Number number;
  number.end = first + 1;
  number.joined_noun = word.substr(hyphen + 1);
  const absl::string_view front = absl::string_view(word).substr(0, hyphen);
  if (ParseDigits(front, &number.low)) {
    number.high = number.low;
    return number;
  }
  WordSum sum;
  for (absl::string_view part : absl::StrSplit(front, '-')) {
    if (!sum.Take(FindWord(part))) return std::nullopt;
  }
  number.low = number.high = sum.value();
  number.ordinal = sum.ordinal();
  return number;
}

// Takes every part of a hyphenated number word, or none.
bool TakeParts(const std::string& word, WordSum& sum) {
  WordSum trial = sum;
  for (absl::string_view part : absl::StrSplit(word, '-')) {
    if (!trial.Take(FindWord(part))) return false;
  }
  sum = trial;
  return true;
}

std::optional<Number> MatchWords(absl::string_view text,
                                 absl::Span<const Token> tokens, size_t first) {
  WordSum sum;
  size_t next = first;
  // "a hundred": the article stands for one.
  const std::string opening = Lower(text, tokens[first]);
  if ((opening == "a" || opening == "an") && first + 1 < tokens.size()) {
    const NumberWord word = FindWord(Lower(text, tokens[first + 1]));
    if (word.kind != "scale" && word.kind != "fraction") return std::nullopt;
    ++next;
  }
  while (next < tokens.size()) {
    const std::string word = Lower(text, tokens[next]);
    if (TakeParts(word, sum)) {
      ++next;
    } else if (word == "and" && sum.may_take_and() &&
               next + 1 < tokens.size()) {
      WordSum trial = sum;
      if (!TakeParts(Lower(text, tokens[next + 1]), trial)) break;
      sum = trial;
      next += 2;
    } else {
      break;
    }
  }
  if (sum.empty()) return MatchJoined(opening, first);
  Number number;
  number.low = number.high = sum.value();
  number.ordinal = sum.ordinal();
  number.end = next;
  return number;
}

}  // namespace

std::optional<Number> MatchNumber(absl::string_view text,
                                  absl::Span<const Token> tokens,
                                  size_t first) {
  if (tokens[first].kind == TokenKind::kNumber) {
    return MatchDigits(text, tokens, first);
  }
  if (tokens[first].kind != TokenKind::kWord) return std::nullopt;
  return MatchWords(text, tokens, first);
}

std::string LowerPhrase(absl::string_view text, absl::Span<const Token> tokens,
                        size_t first, size_t count) {
  std::string phrase;
  for (size_t i = first; i < first + count; ++i) {
    absl::StrAppend(&phrase, i == first ? "" : " ", Lower(text, tokens[i]));
  }
  return phrase;
}

}  // namespace concord
