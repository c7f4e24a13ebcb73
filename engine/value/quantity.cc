#include "engine/value/quantity.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/counted_noun.h"
#include "engine/value/number.h"
#include "engine/value/number_use.h"
#include "engine/value/words.h"
#include "engine/value/year.h"

namespace concord {
namespace {

const PhraseTable& Approximators() {
  static const PhraseTable& table = *new PhraseTable("approximators");
  return table;
}

const PhraseTable& Units() {
  static const PhraseTable& table = *new PhraseTable("units");
  return table;
}

v1::Comparator ComparatorOf(absl::string_view name) {
  if (name == "about") return v1::COMPARATOR_ABOUT;
  if (name == "below") return v1::COMPARATOR_BELOW;
  if (name == "above") return v1::COMPARATOR_ABOVE;
  if (name == "vague") return v1::COMPARATOR_VAGUE;
  return v1::COMPARATOR_EXACT;
}

// Widens the quantity as a row of approximators.tsv says.
void Loosen(const WordTable::Row& row, v1::Quantity& quantity) {
  const double low = quantity.low() * ColumnNumber(row[2]);
  const double high = quantity.high() * ColumnNumber(row[3]);
  quantity.set_low(std::min(low, high));  // below zero they change places
  quantity.set_high(std::max(low, high));
  quantity.set_comparator(ComparatorOf(row[1]));
}

// Reads the quantities of one sentence, left to right.
class QuantityReader {
 public:
  explicit QuantityReader(const Words& words) : words_(words) {}

  std::vector<v1::Quantity> Run() {
    std::vector<v1::Quantity> found;
    for (size_t i = 0; i < words_.size();) {
      v1::Quantity quantity;
      const size_t end = Read(i, quantity);
      if (end > i) {
        const ByteSpan span = words_.SpanOf(i, end);
        quantity.mutable_span()->set_begin_byte(span.begin);
        quantity.mutable_span()->set_end_byte(span.end);
        found.push_back(std::move(quantity));
      }
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  // Reads a quantity that begins at `first`; the end of it, or `first` where
  // there is none.
  size_t Read(size_t first, v1::Quantity& quantity) const {
    PhraseTable::Match loose = LooseAt(first);
    if (IsVague(loose)) return ReadVague(first, *loose.row, quantity);
    const size_t at = first + loose.count;
    const PhraseTable::Match inner = loose ? LooseAt(at) : loose;
    if (loose && IsVague(inner)) {  // "at least several hundred"
      const size_t end = ReadVague(at, *inner.row, quantity);
      Loosen(*loose.row, quantity);
      return end;
    }
    if (inner && inner.row != loose.row) {  // "only about 40"
      const size_t end = ReadNumber(at + inner.count, inner.row, quantity);
      if (end > at + inner.count) return end;
      return first;
    }
    const size_t end = ReadNumber(at, loose.row, quantity);
    return end > at ? end : first;
  }

  PhraseTable::Match LooseAt(size_t at) const {
    const PhraseTable::Match match = Approximators().At(words_, at);
    return match && match.column(4) == "after" ? PhraseTable::Match() : match;
  }

  static bool IsVague(const PhraseTable::Match& match) {
    return match && match.column(1) == "vague";
  }

  // "dozens of families", "several hundred people".
  size_t ReadVague(size_t first, const WordTable::Row& row,
                   v1::Quantity& quantity) const {
    size_t at = first + Approximators().At(words_, first).count;
    double scale = 1;
    if (const auto number = MatchNumber(words_, at);
        number.has_value() && number->low == number->scale) {
      scale = number->scale;
      at = number->end;
    }
    quantity.set_low(ColumnNumber(row[2]) * scale);
    quantity.set_high(ColumnNumber(row[3]) * scale);
    quantity.set_comparator(v1::COMPARATOR_VAGUE);
    return ReadUnit(words_[at] == "of" ? at + 1 : at, quantity, at);
  }

  // The number, its range, its unit and what follows it.
  size_t ReadNumber(size_t first, const WordTable::Row* loose,
                    v1::Quantity& quantity) const {
    const bool between = words_[first] == "between";
    size_t at = between ? first + 1 : first;
    const bool minus = IsMinus(at);
    if (minus) ++at;
    at = ReadPrefix(at, quantity);
    const std::optional<Number> number = MatchNumber(words_, at);
    if (!number.has_value() || IsNone(at, *number, loose, quantity)) {
      return first;
    }
    quantity.set_low(minus ? -number->high : number->low);
    quantity.set_high(minus ? -number->low : number->high);
    quantity.set_ordinal(number->ordinal || IsNumbered(at));
    quantity.set_comparator(number->low < number->high ? v1::COMPARATOR_BETWEEN
                                                       : v1::COMPARATOR_EXACT);
    if (loose != nullptr) Loosen(*loose, quantity);
    size_t end = ReadRatio(*number, quantity);
    if (end > number->end) return ReadUnit(end, quantity, end);
    end = ReadSecondEnd(at, *number, between, loose, quantity);
    if (!number->joined.empty()) return ReadJoined(end, *number, quantity);
    end = ReadUnit(end, quantity, end);
    if (loose != nullptr && IsSpan(first, *loose, quantity)) {
      quantity.set_low(number->low);
      quantity.set_high(number->high);
      quantity.set_comparator(v1::COMPARATOR_EXACT);
    }
    return ReadAfter(end, quantity);
  }

  // "took place over four days" spans them; "for over four days" is longer.
  bool IsSpan(size_t number, const WordTable::Row& loose,
              const v1::Quantity& quantity) const {
    if (loose[0] != "over" || (number > 1 && words_[number - 2] == "for")) {
      return false;
    }
    for (absl::string_view unit :
         {"minute", "hour", "day", "week", "month", "year", "decade"}) {
      if (quantity.unit() == unit) return true;
    }
    return false;
  }

  // "minus 5", "-5": a sign that touches the number and nothing before it.
  bool IsMinus(size_t at) const {
    if (words_[at] == "minus") return true;
    return at + 1 < words_.size() && (words_[at] == "-" || words_[at] == "−") &&
           words_.token(at).space_before && !words_.token(at + 1).space_before;
  }

  // "No. 3".
  bool IsNumbered(size_t at) const {
    return at > 0 && words_[at - 1] == "no." && words_.IsCapital(at - 1);
  }

  // True where the number at `at` counts and ranks nothing.
  bool IsNone(size_t at, const Number& number, const WordTable::Row* loose,
              const v1::Quantity& quantity) const {
    if (number.suffixed && !IsUnit(number.joined)) return true;
    const bool fraction = number.high < 1 && number.low > 0;
    if (fraction && !number.joined.empty() && !IsUnit(number.joined)) {
      return true;  // "half-brother"
    }
    if (JoinsNumbers(number.joined)) return true;
    if (!quantity.unit().empty()) return false;
    return CountsNothing(words_, at, number, loose);
  }

  static bool IsUnit(absl::string_view word) {
    const WordTable::Row* row = Units().Find(word);
    return row != nullptr && (*row)[2] != "prefix";
  }

  // A currency before the number: "$", "US$", "Rs", "EUR".
  size_t ReadPrefix(size_t at, v1::Quantity& quantity) const {
    if (!words_.Is(at, TokenKind::kSymbol) && !words_.Is(at, TokenKind::kWord))
      return at;
    const bool joined = words_.Is(at, TokenKind::kWord) &&
                        words_.Is(at + 1, TokenKind::kSymbol) &&
                        !words_.token(at + 1).space_before;  // not "a $5 fee"
    const size_t count = joined ? 2 : 1;
    const WordTable::Row* row =
        joined ? Units().Find(absl::StrCat(words_[at], words_[at + 1]))
               : Units().Find(words_[at]);
    if (row == nullptr || (*row)[2] == "unit" ||
        !words_.Is(at + count, TokenKind::kNumber)) {
      return at;
    }
    quantity.set_unit(std::string((*row)[1]));
    return at + count;
  }

  // "one in five", "nine out of 10": the share.
  size_t ReadRatio(const Number& number, v1::Quantity& quantity) const {
    size_t at = number.end;
    if (!quantity.unit().empty() || number.ordinal) return at;
    const bool out_of = words_[at] == "out" && words_[at + 1] == "of";
    if (!out_of && words_[at] != "in") return at;
    at += out_of ? 2 : 1;
    if (words_[at] == "every" || (out_of && words_[at] == "the")) ++at;
    const std::optional<Number> whole = MatchNumber(words_, at);
    if (!whole.has_value() || whole->ordinal || !whole->joined.empty() ||
        whole->low != whole->high || whole->low <= number.high ||
        number.low < 0 || (!out_of && !IsShareOf(at, *whole))) {
      return number.end;
    }
    quantity.set_low(quantity.low() / whole->low);
    quantity.set_high(quantity.high() / whole->low);
    return whole->end;
  }

  // After "in" only the wholes that shares are told of, and never a duration.
  bool IsShareOf(size_t at, const Number& whole) const {
    if (IsYear(words_, at) || IsMonth(words_, whole.end)) return false;
    if (Units().At(words_, whole.end)) return false;
    for (double value : {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100}) {
      if (whole.low == value) return true;
    }
    return whole.low >= 1000;
  }

  // "10 to 12", "two or three", "between 3 and 5", "$10-$15": the second end,
  // with its scale.
  size_t ReadSecondEnd(size_t at, const Number& first, bool between,
                       const WordTable::Row* loose,
                       v1::Quantity& quantity) const {
    size_t link = first.end;
    if (between) link = ReadUnit(link, quantity, link, /*unit_only=*/true);
    if (!IsLink(link, between) || IsChange(at) || first.low < first.high ||
        first.ordinal) {
      return first.end;
    }
    v1::Quantity second;
    const size_t begin = ReadPrefix(link + 1, second);
    const std::optional<Number> number = MatchNumber(words_, begin);
    if (!number.has_value() || number->ordinal || number->low != number->high ||
        number->suffixed) {
      return first.end;
    }
    double low = quantity.low();
    if (first.scale == 1 && first.low < number->low / number->scale) {
      low *= number->scale;  // "2 to 3 million"
    }
    if (number->high <= low) return first.end;
    quantity.set_low(low);
    quantity.set_high(number->high *
                      (loose != nullptr ? ColumnNumber((*loose)[3]) : 1));
    quantity.set_comparator(v1::COMPARATOR_BETWEEN);
    if (!number->joined.empty()) {
      return ReadJoined(number->end, *number, quantity);
    }
    return number->end;
  }

  bool IsLink(size_t at, bool between) const {
    if (words_[at] == (between ? "and" : "to")) return true;
    if (words_[at] == "or") return true;
    return words_.Is(at, TokenKind::kPunct) && !words_.token(at).space_before &&
           (words_[at] == "-" || words_[at] == "–");
  }

  // "rose from 3 to 5": two values and no range, unlike "ranging from".
  bool IsChange(size_t at) const {
    if (at == 0) return false;
    const size_t from = words_.Is(at - 1, TokenKind::kSymbol) ? at - 2 : at - 1;
    if (words_[from] != "from") return false;
    return from == 0 || !absl::StartsWith(words_[from - 1], "rang");
  }

  // The unit after the number, or else the noun it counts; the end of the unit,
  // or `end` where there is none.
  size_t ReadUnit(size_t at, v1::Quantity& quantity, size_t end,
                  bool unit_only = false) const {
    if (!quantity.unit().empty()) return end;
    const size_t unit_at = SkipPartitive(at, quantity);
    if (absl::EndsWith(words_[at], "-old")) {  // "12 year-old"
      quantity.set_unit("year");
      return at + 1;
    }
    const PhraseTable::Match unit = Units().At(words_, unit_at);
    if (unit && unit.column(2) != "prefix" && !quantity.ordinal()) {
      quantity.set_unit(std::string(unit.column(1)));
      return unit_at + unit.count;
    }
    if (!unit_only && quantity.counted().empty()) {
      quantity.set_counted(quantity.ordinal() ? RankedNoun(words_, at)
                                              : CountedNoun(words_, at));
    }
    return end;
  }

  // "half a mile", "0.7 of a point": what stands before the unit of a part.
  size_t SkipPartitive(size_t at, const v1::Quantity& quantity) const {
    if (quantity.low() >= 1) return at;
    const size_t article = words_[at] == "of" ? at + 1 : at;
    return words_[article] == "a" || words_[article] == "an" ? article + 1 : at;
  }

  // "30-minute": a unit, or what is counted; "47-year-old" is an age in years;
  // "30-odd people" counts what follows.
  size_t ReadJoined(size_t end, const Number& number,
                    v1::Quantity& quantity) const {
    const absl::string_view joined = number.joined;
    if (const WordTable::Row* row =
            Approximators().Find(absl::StrCat("-", joined))) {
      Loosen(*row, quantity);
      return ReadUnit(end, quantity, end);
    }
    const absl::string_view noun = joined.substr(0, joined.find('-'));
    if (noun == "pound") {  // "a 300-pound man": money says "pounds"
      quantity.set_unit("pound weight");
    } else if (const WordTable::Row* row = Units().Find(noun)) {
      quantity.set_unit(std::string((*row)[1]));
    } else {
      quantity.set_counted(std::string(joined));
    }
    return end;
  }

  // "30 or so", "65 or older".
  size_t ReadAfter(size_t end, v1::Quantity& quantity) const {
    const PhraseTable::Match after = Approximators().At(words_, end);
    if (!after || after.column(4) != "after" ||
        quantity.comparator() != v1::COMPARATOR_EXACT || quantity.ordinal()) {
      return end;
    }
    Loosen(*after.row, quantity);
    return ReadUnit(end + after.count, quantity, end + after.count);
  }

  const Words& words_;
};

}  // namespace

std::vector<v1::Quantity> FindQuantities(absl::string_view text,
                                         absl::Span<const Token> tokens) {
  const Words words(text, tokens);
  return QuantityReader(words).Run();
}

}  // namespace concord
