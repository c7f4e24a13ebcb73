#include "engine/value/quantity.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/number.h"

namespace concord {
namespace {

// Bare digits in this range are a year, unless a unit or a currency says
// otherwise.
constexpr double kFirstYear = 1000, kLastYear = 2199;
// Words between a number and the noun it counts: "12 armed young men".
constexpr size_t kMaxModifiers = 3;

// A row of a table whose key is the longest phrase at `first`; `count` is its
// length in tokens.
struct PhraseMatch {
  const WordTable::Row* row = nullptr;
  size_t count = 0;
};

PhraseMatch LongestPhrase(const WordTable& table, absl::string_view text,
                          absl::Span<const Token> tokens, size_t first) {
  const size_t most = std::min(table.max_key_words(), tokens.size() - first);
  for (size_t count = most; count > 0; --count) {
    std::string phrase = LowerPhrase(text, tokens, first, count);
    const WordTable::Row* row = table.Find(phrase);
    if (row == nullptr && absl::EndsWith(phrase, ".")) {  // "12 km."
      phrase.pop_back();
      row = table.Find(phrase);
    }
    if (row != nullptr) return {row, count};
  }
  return {};
}

double Factor(absl::string_view digits) {
  double value = 0;
  (void)absl::SimpleAtod(digits, &value);
  return value;
}

v1::Comparator ComparatorOf(absl::string_view name) {
  if (name == "about") return v1::COMPARATOR_ABOUT;
  if (name == "below") return v1::COMPARATOR_BELOW;
  if (name == "above") return v1::COMPARATOR_ABOVE;
  if (name == "vague") return v1::COMPARATOR_VAGUE;
  return v1::COMPARATOR_EXACT;
}

// Reads the quantities of one sentence, left to right.
class QuantityReader {
 public:
  QuantityReader(absl::string_view text, absl::Span<const Token> tokens)
      : text_(text), tokens_(tokens) {}

  std::vector<v1::Quantity> Run() {
    std::vector<v1::Quantity> found;
    for (size_t i = 0; i < tokens_.size();) {
      v1::Quantity quantity;
      const size_t end = Read(i, quantity);
      if (end > i) found.push_back(std::move(quantity));
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  // Reads a quantity that begins at `first`; the end of it, or `first` where
  // there is none.
  size_t Read(size_t first, v1::Quantity& quantity) {
    size_t at = first;
    const PhraseMatch loose =
        LongestPhrase(Approximators(), text_, tokens_, at);
    quantity.set_comparator(v1::COMPARATOR_EXACT);
    if (loose.row != nullptr) {
      quantity.set_comparator(ComparatorOf((*loose.row)[1]));
      at += loose.count;
      if (quantity.comparator() == v1::COMPARATOR_VAGUE) {
        return ReadVague(first, at, *loose.row, quantity);
      }
    }
    const bool between = Word(at) == "between";
    if (between) ++at;
    if (at >= tokens_.size()) return first;
    at = ReadPrefix(at, quantity);
    if (at >= tokens_.size()) return first;
    const std::optional<Number> number = MatchNumber(text_, tokens_, at);
    if (!number.has_value()) return first;
    if (quantity.unit().empty() && IsTime(at, *number)) return first;
    quantity.set_low(number->low);
    quantity.set_high(number->high);
    quantity.set_ordinal(number->ordinal);
    size_t end = ReadSecondEnd(number->end, between, quantity);
    end = number->joined_noun.empty() ? ReadUnit(end, quantity) : end;
    if (!number->joined_noun.empty()) SetJoined(number->joined_noun, quantity);
    if (loose.row != nullptr) {
      quantity.set_low(quantity.low() * Factor((*loose.row)[2]));
      quantity.set_high(quantity.high() * Factor((*loose.row)[3]));
    }
    return Finish(first, end, quantity);
  }

  size_t ReadVague(size_t first, size_t at, const WordTable::Row& row,
                   v1::Quantity& quantity) {
    quantity.set_low(Factor(row[2]));
    quantity.set_high(Factor(row[3]));
    if (Word(at) == "of") ++at;
    return Finish(first, ReadUnit(at, quantity), quantity);
  }

  // A currency sign before the number.
  size_t ReadPrefix(size_t at, v1::Quantity& quantity) {
    for (size_t count = 2; count > 0; --count) {
      if (at + count >= tokens_.size()) continue;
      std::string sign;
      for (size_t i = at; i < at + count; ++i) sign += Word(i);
      const WordTable::Row* row = Units().Find(sign);
      if (row == nullptr || (*row)[2] != "prefix") continue;
      quantity.set_unit(std::string((*row)[1]));
      return at + count;
    }
    return at;
  }

  // "10 to 12", "between 3 and 5": the second end, with its scale.
  size_t ReadSecondEnd(size_t at, bool between, v1::Quantity& quantity) {
    const std::string link = Word(at);
    const bool links = between ? link == "and" : link == "to";
    if (quantity.low() < quantity.high()) {
      quantity.set_comparator(v1::COMPARATOR_BETWEEN);
      return at;
    }
    if (!links || at + 1 >= tokens_.size()) return at;
    v1::Quantity second;
    const size_t begin = ReadPrefix(at + 1, second);
    if (begin >= tokens_.size()) return at;
    const std::optional<Number> number = MatchNumber(text_, tokens_, begin);
    if (!number.has_value() || number->high <= quantity.low() ||
        number->ordinal) {
      return at;
    }
    quantity.set_high(number->high);
    quantity.set_comparator(v1::COMPARATOR_BETWEEN);
    return number->end;
  }

  // The unit after the number, or else the noun it counts.
  size_t ReadUnit(size_t at, v1::Quantity& quantity) {
    if (at >= tokens_.size() || !quantity.unit().empty()) return at;
    const PhraseMatch unit = LongestPhrase(Units(), text_, tokens_, at);
    if (unit.row != nullptr && (*unit.row)[2] == "unit") {
      quantity.set_unit(std::string((*unit.row)[1]));
      return at + unit.count;
    }
    quantity.set_counted(CountedNoun(at));
    return at;
  }

  // The noun after a number: the first word that looks plural among the next
  // few, else the next word. Only plain lower-case words are passed over.
  std::string CountedNoun(size_t at) const {
    const size_t limit = std::min(at + kMaxModifiers, tokens_.size());
    for (size_t i = at; i < limit && IsPlainWord(i); ++i) {
      const std::string word = Word(i);
      if (IsPlural(word)) return word;
    }
    return at < tokens_.size() && IsPlainWord(at) ? Word(at) : "";
  }

  bool IsPlainWord(size_t i) const {
    return tokens_[i].kind == TokenKind::kWord && !tokens_[i].capital &&
           !FunctionWords().Contains(Word(i));
  }

  static bool IsPlural(absl::string_view word) {
    return (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss")) ||
           word == "people" || word == "men" || word == "women" ||
           word == "children" || word == "police" || word == "feet";
  }

  // "30-minute": a unit, or what is counted.
  static void SetJoined(const std::string& noun, v1::Quantity& quantity) {
    const WordTable::Row* row = Units().Find(noun);
    if (row != nullptr) {
      quantity.set_unit(std::string((*row)[1]));
    } else {
      quantity.set_counted(noun);
    }
  }

  // True where the number at [at, number.end) is a year, a day of a month or a
  // clock time.
  bool IsTime(size_t at, const Number& number) const {
    if (IsMonth(number.end) && number.high <= 31) return true;
    if (at > 0 && IsMonth(at - 1) && number.high <= 31) return true;
    if (Word(number.end) == "a.m." || Word(number.end) == "p.m." ||
        Word(number.end) == "am" || Word(number.end) == "pm") {
      return true;
    }
    const bool year = number.bare_digits && number.low >= kFirstYear &&
                      number.low <= kLastYear;
    if (!year) return false;
    const PhraseMatch unit =
        number.end < tokens_.size()
            ? LongestPhrase(Units(), text_, tokens_, number.end)
            : PhraseMatch();
    return unit.row == nullptr;
  }

  bool IsMonth(size_t i) const {
    if (i >= tokens_.size() || !tokens_[i].capital) return false;
    std::string word = Word(i);
    if (absl::EndsWith(word, ".")) word.pop_back();
    const WordTable::Row* row = WordTable::Named("calendar").Find(word);
    return row != nullptr && (*row)[1] == "month";
  }

  size_t Finish(size_t first, size_t end, v1::Quantity& quantity) const {
    quantity.mutable_span()->set_begin_byte(tokens_[first].span.begin);
    quantity.mutable_span()->set_end_byte(tokens_[end - 1].span.end);
    return end;
  }

  std::string Word(size_t i) const {
    return i < tokens_.size()
               ? absl::AsciiStrToLower(Slice(text_, tokens_[i].span))
               : "";
  }

  static const WordTable& Approximators() {
    static const WordTable& table = WordTable::Named("approximators");
    return table;
  }
  static const WordTable& Units() {
    static const WordTable& table = WordTable::Named("units");
    return table;
  }
  static const WordTable& FunctionWords() {
    static const WordTable& table = WordTable::Named("function_words");
    return table;
  }

  const absl::string_view text_;
  const absl::Span<const Token> tokens_;
};

}  // namespace

std::vector<v1::Quantity> FindQuantities(absl::string_view text,
                                         absl::Span<const Token> tokens) {
  return QuantityReader(text, tokens).Run();
}

}  // namespace concord
