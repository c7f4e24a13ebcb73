#include "engine/value/number.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/number_words.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// Digits that kLargest has, with its commas.
constexpr size_t kMostDigits = 24;

// Tokens that a number's commas may part it into.
constexpr size_t kMostPieces = 12;

// Multiplies by the scale words that follow: "3.6 million". What a hyphen joins
// to the last of them belongs to the number: "2 million-strong".
void TakeScales(const Words& words, Number& number) {
  while (true) {
    const absl::string_view word = words[number.end];
    const size_t hyphen = std::min(word.find('-'), word.size());
    const NumberWord scale = FindNumberWord(word.substr(0, hyphen));
    if (scale.kind != NumberKind::kScale ||
        number.high * scale.value > kLargest) {
      return;
    }
    number.Multiply(scale.value);
    ++number.end;
    if (hyphen < word.size()) {
      number.joined = word.substr(hyphen + 1);
      return;
    }
  }
}

// "two and a half", "half a million", "a quarter of a million".
void TakeHalvesAndScales(const Words& words, bool fraction, Number& number) {
  if (words.Phrase(number.end, 3) == "and a half") {
    number.low += number.scale / 2;
    number.high += number.scale / 2;
    number.end += 3;
    TakeScales(words, number);
  }
  if (!fraction) return;
  const size_t article =
      words[number.end] == "of" ? number.end + 1 : number.end;
  const NumberWord scale = FindNumberWord(words[article + 1]);
  if (words[article] != "a" || scale.kind != NumberKind::kScale) return;
  number.Multiply(scale.value);
  number.end = article + 2;
}

// Digits with commas and at most one point.
bool ParseDigits(absl::string_view digits, double* value) {
  if (digits.empty() || digits.size() > kMostDigits ||
      digits.find_first_not_of("0123456789.,") != absl::string_view::npos) {
    return false;
  }
  return absl::SimpleAtod(absl::StrReplaceAll(digits, {{",", ""}}), value);
}

bool IsOrdinalSuffix(absl::string_view suffix) {
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

// Digits and what is written straight after them: "18th", "2.6bn".
bool ParseDigitsAndSuffix(absl::string_view word, Number& number) {
  const size_t end =
      std::min(word.find_first_not_of("0123456789.,"), word.size());
  const absl::string_view suffix = word.substr(end);
  if (!ParseDigits(word.substr(0, end), &number.low)) return false;
  number.high = number.low;
  if (suffix.empty()) {
    number.bare_digits = word.find_first_of(".,") == word.npos;
    return true;
  }
  number.ordinal = IsOrdinalSuffix(suffix);
  if (number.ordinal) return true;
  const NumberWord scale = FindNumberWord(suffix);
  if (scale.kind != NumberKind::kSuffix) {
    number.joined = suffix;
    number.suffixed = true;
    return true;
  }
  number.Multiply(scale.value);
  number.bare_digits = false;
  return true;
}

// The hyphen or dash in `word`, of any width; npos where there is none.
size_t FindDash(absl::string_view word, size_t* width) {
  const size_t at = word.find_first_of("-\xE2");
  if (at != word.npos) *width = word[at] == '-' ? 1 : 3;
  return at;
}

// "10-12": two ends, the first the smaller. "3-2" is a score.
bool ParseRange(absl::string_view word, Number& number) {
  size_t width = 0;
  const size_t dash = FindDash(word, &width);
  if (dash == word.npos || dash + width > word.size()) return false;
  Number first, second;
  if (!ParseDigitsAndSuffix(word.substr(0, dash), first) ||
      !ParseDigitsAndSuffix(word.substr(dash + width), second)) {
    return false;
  }
  if (!first.joined.empty() || first.ordinal || second.ordinal) return false;
  if (first.scale == 1) first.Multiply(second.scale);  // "2-3bn"
  if (first.low >= second.low) return false;
  number = second;
  number.low = first.low;
  number.bare_digits = first.bare_digits && second.bare_digits;
  return true;
}

std::optional<Number> MatchDigits(const Words& words, size_t first) {
  const absl::string_view word = words[first];
  Number number;
  if (!ParseRange(word, number) && !ParseDigitsAndSuffix(word, number)) {
    return std::nullopt;
  }
  number.end = first + 1;
  if (number.ordinal || !number.joined.empty()) return number;
  TakeScales(words, number);
  number.bare_digits &= number.scale == 1;
  TakeHalvesAndScales(words, /*fraction=*/false, number);
  return number;
}

// Sums the parts of a hyphenated word up to the first that is no number word;
// returns what is left: "year-old" of "forty-seven-year-old".
absl::string_view TakeParts(absl::string_view word, WordSum& sum) {
  while (!word.empty()) {
    const size_t end = std::min(word.find('-'), word.size());
    if (!sum.Take(FindNumberWord(word.substr(0, end)))) break;
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return word;
}

// Takes the whole word at `i`, or nothing of it.
bool TakeWhole(const Words& words, size_t i, WordSum& sum) {
  if (!words.Is(i, TokenKind::kWord)) return false;
  WordSum trial = sum;
  if (!TakeParts(words[i], trial).empty()) return false;
  sum = trial;
  return true;
}

// The words after the first: "hundred and fifty".
size_t TakeMore(const Words& words, size_t next, WordSum& sum) {
  while (true) {
    if (TakeWhole(words, next, sum)) {
      ++next;
    } else if (words[next] == "and" && sum.may_take_and() &&
               TakeWhole(words, next + 1, sum)) {
      next += 2;
    } else {
      return next;
    }
  }
}

Number SumNumber(const WordSum& sum, size_t end) {
  Number number;
  number.low = number.high = sum.value();
  number.scale = sum.scale();
  number.ordinal = sum.ordinal();
  number.end = end;
  return number;
}

// True where an approximator or "by" ends before word `first`.
bool IsMeasured(const Words& words, size_t first) {
  static const PhraseTable& loose = *new PhraseTable("approximators");
  return (first > 0 && words[first - 1] == "by") || loose.Before(words, first);
}

// "a third summit" counts; "a third of", "a third were", "by a third" divide.
bool Divides(const Words& words, size_t first) {
  static const WordTable& closed = WordTable::Named("function_words");
  return !words.Is(first + 2, TokenKind::kWord) ||
         closed.Contains(words[first + 2]) || IsMeasured(words, first);
}

// "half" by itself is a number in "half of", "half the", "by half"; not in
// "the first half". Of the others only the plural stands alone: never.
bool DividesAlone(const Words& words, size_t first, size_t end) {
  if (words[first] != "half") return false;
  if (first == 0 || IsMeasured(words, first)) return true;
  static constexpr absl::string_view kAfter[] = {
      "of", "the", "a", "an", "its", "their", "his", "her", "our", "all"};
  const NumberKind before = FindNumberWord(words[first - 1]).kind;
  return before != NumberKind::kOrdinal && words[first - 1] != "the" &&
         std::find(std::begin(kAfter), std::end(kAfter), words[end]) !=
             std::end(kAfter);
}

// "a hundred", "a quarter", "a third of": the article stands for one.
std::optional<Number> MatchAfterArticle(const Words& words, size_t first) {
  const NumberWord word = FindNumberWord(words[first + 1]);
  WordSum sum;
  if (word.kind == NumberKind::kOrdinal) {
    if (word.value <= 2 || !Divides(words, first)) return std::nullopt;
    sum.Take({NumberKind::kFraction, 1 / word.value});
  } else if (word.kind != NumberKind::kScale &&
             word.kind != NumberKind::kFraction) {
    return std::nullopt;
  } else {
    sum.Take(word);
  }
  const size_t end = TakeMore(words, first + 2, sum);
  Number number = SumNumber(sum, end);
  TakeHalvesAndScales(words, sum.fraction(), number);
  return number;
}

// The first hyphen with no digit after it; word.size() where there is none.
size_t JoiningHyphen(absl::string_view word) {
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] == '-' && !absl::ascii_isdigit(word[i + 1])) return i;
  }
  return word.size();
}

// One token of a number and what a hyphen joins to it: "30-minute".
std::optional<Number> MatchJoined(absl::string_view word, size_t end) {
  const size_t hyphen = JoiningHyphen(word);
  if (hyphen == word.size()) return std::nullopt;
  Number number;
  absl::string_view rest = word.substr(hyphen + 1);
  const absl::string_view front = word.substr(0, hyphen);
  if (!ParseRange(front, number) && !ParseDigitsAndSuffix(front, number)) {
    WordSum sum;
    rest = TakeParts(word, sum);
    if (sum.empty()) return std::nullopt;
    number = SumNumber(sum, end);
  }
  number.joined = rest;
  const NumberWord scale = FindNumberWord(number.joined);
  if (scale.kind == NumberKind::kScale) {  // "2.6-million"
    number.Multiply(scale.value);
    number.joined = {};
  }
  number.end = end;
  number.bare_digits = false;
  return number;
}

// The end of the tokens of a number that a hyphen joins to a noun and a comma
// or a point has parted: "1" "," "000-page".
size_t DigitTokensEnd(const Words& words, size_t first) {
  size_t end = first + 1;
  while (end + 1 < words.size() && end - first < kMostPieces &&
         (words[end] == "," || words[end] == ".") &&
         !words.token(end).space_before && !words.token(end + 1).space_before &&
         absl::ascii_isdigit(words[end + 1][0])) {
    end += 2;
  }
  return end;
}

// "twice": two, of times.
Number Times(const NumberWord& word, size_t end) {
  Number number;
  number.low = number.high = word.value;
  number.joined = "times";
  number.end = end;
  return number;
}

std::optional<Number> MatchWord(const Words& words, size_t first) {
  const absl::string_view word = words[first];
  if (absl::ascii_isdigit(word[0])) {
    const size_t end = DigitTokensEnd(words, first);
    return MatchJoined(words.Surface(first, end), end);
  }
  if (word == "a" || word == "an") return MatchAfterArticle(words, first);
  if (word == "score") return std::nullopt;  // of a match
  const NumberWord opening = FindNumberWord(word);
  if (opening.kind == NumberKind::kTimes) return Times(opening, first + 1);
  if (opening.kind == NumberKind::kNone) {
    const size_t hyphen = word.find('-');
    if (hyphen == word.npos ||
        FindNumberWord(word.substr(0, hyphen)).kind == NumberKind::kNone) {
      return std::nullopt;
    }
  }
  WordSum sum;
  if (!TakeWhole(words, first, sum)) return MatchJoined(word, first + 1);
  const size_t end = TakeMore(words, first + 1, sum);
  if (sum.bare_fraction() && !DividesAlone(words, first, end)) {
    return std::nullopt;
  }
  Number number = SumNumber(sum, end);
  TakeHalvesAndScales(words, sum.fraction(), number);
  return number;
}

}  // namespace

void Number::Multiply(double factor) {
  low *= factor;
  high *= factor;
  scale *= factor;
}

std::optional<Number> MatchNumber(const Words& words, size_t first) {
  if (words.Is(first, TokenKind::kNumber)) return MatchDigits(words, first);
  if (words.Is(first, TokenKind::kWord)) return MatchWord(words, first);
  return std::nullopt;
}

double ColumnNumber(absl::string_view column) {
  double value = 0;
  return absl::SimpleAtod(column, &value) ? value : 0;
}

}  // namespace concord
