#include "engine/value/time.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/civil.h"
#include "engine/value/number.h"
#include "engine/value/reference_day.h"
#include "engine/value/tense.h"
#include "engine/value/words.h"
#include "engine/value/year.h"

namespace concord {
namespace {

// "2000 years ago" is history; beyond that the calendar says nothing.
constexpr double kMostUnits = 2000;

v1::TimeInterval Years(int first, int end) {
  v1::TimeInterval time =
      IntervalOf(absl::CivilSecond(first), absl::CivilSecond(end),
                 v1::TIME_GRANULARITY_RANGE);
  time.set_basis(v1::TIME_BASIS_EXPLICIT);
  return time;
}

// A unit of the calendar, in the singular; empty where `word` is none.
absl::string_view CalendarUnit(absl::string_view word) {
  if (word == "centuries") return "century";
  word = absl::StripSuffix(word, "s");
  for (absl::string_view unit :
       {"day", "week", "month", "year", "decade", "century"}) {
    if (word == unit) return unit;
  }
  return {};
}

// The position and width of the hyphen or dash in "1910-45"; npos if none.
size_t FindDash(absl::string_view word, size_t* width) {
  const size_t at = word.find_first_of("-\xE2");
  if (at != word.npos) *width = word[at] == '-' ? 1 : 3;
  return at;
}

using FirstWords = absl::flat_hash_set<absl::string_view>;

// The words that a time can begin with, if they are small and have no hyphen.
FirstWords AllFirstWords() {
  FirstWords words = {"a",    "an",   "the",      "this",   "last",
                      "past", "next", "previous", "coming", "upcoming"};
  for (const auto& row : WordTable::Named("number_words").rows()) {
    words.insert(row[0]);
  }
  for (const auto& row : WordTable::Named("time_words").rows()) {
    words.insert(row[0].substr(0, row[0].find(' ')));
  }
  return words;
}

// Reads the times of one sentence, left to right.
class TimeReader {
 public:
  TimeReader(const Words& words,
             const std::optional<v1::TimeInterval>& published)
      : words_(words), today_(published) {}

  std::vector<v1::TimeInterval> Run() {
    std::vector<v1::TimeInterval> found;
    for (size_t i = 0; i < words_.size();) {
      v1::TimeInterval time;
      const size_t end = Read(i, time);
      if (end > i) {
        const ByteSpan span = words_.SpanOf(i, end);
        time.mutable_span()->set_begin_byte(span.begin);
        time.mutable_span()->set_end_byte(span.end);
        time.set_surface(std::string(words_.Surface(i, end)));
        found.push_back(std::move(time));
      }
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  // Reads a time that begins at `i`; its end, or `i` where there is none. So
  // do all readers below.
  size_t Read(size_t i, v1::TimeInterval& time) const {
    if (!MayBegin(i)) return i;
    for (const auto reader :
         {&TimeReader::ReadMonthFirst, &TimeReader::ReadDayFirst,
          &TimeReader::ReadWeekday, &TimeReader::ReadPhrase,
          &TimeReader::ReadStretch, &TimeReader::ReadAgo,
          &TimeReader::ReadPartOfYear, &TimeReader::ReadYears,
          &TimeReader::ReadStamp}) {
      const size_t end = (this->*reader)(i, time);
      if (end > i) return end;
    }
    return i;
  }

  // What most words fail, at the price of one look-up.
  bool MayBegin(size_t i) const {
    static const FirstWords& first = *new FirstWords(AllFirstWords());
    return words_.Is(i, TokenKind::kNumber) || words_.IsCapital(i) ||
           (words_.Is(i, TokenKind::kWord) &&
            (first.contains(words_[i]) || absl::StrContains(words_[i], '-')));
  }

  // "last", "next" and their like before a weekday or a month.
  enum class Pointer { kNone, kLast, kThis, kNext };

  Pointer PointerAt(size_t i) const {
    const absl::string_view word = words_[i];
    if (word == "last" || word == "past" || word == "previous") {
      return Pointer::kLast;
    }
    if (word == "next" || word == "coming" || word == "upcoming") {
      return Pointer::kNext;
    }
    return word == "this" ? Pointer::kThis : Pointer::kNone;
  }

  // "last Monday" on a Monday is not today.
  static bool IsStrict(Pointer pointer) {
    return pointer == Pointer::kLast || pointer == Pointer::kNext;
  }

  // The side of publication on which a time at [first, end) lies.
  Side SideOf(Pointer pointer, size_t first, size_t end) const {
    if (pointer == Pointer::kLast) return Side::kBack;
    if (pointer == Pointer::kNext) return Side::kAhead;
    switch (TenseAt(words_, first, end)) {
      case Tense::kPast:
        return Side::kBack;
      case Tense::kFuture:
        return Side::kAhead;
      case Tense::kUnknown:
        return Side::kNearest;
    }
    return Side::kNearest;
  }

  // "May 10, 2022", "May 10-12", "May 2022", "May 10", "last May", "in May".
  size_t ReadMonthFirst(size_t i, v1::TimeInterval& time) const {
    const Pointer pointer = PointerAt(i);
    const size_t at = pointer == Pointer::kNone ? i : i + 1;
    const int month = MonthNumber(words_, at);
    if (month == 0) return i;
    int first_day = 0, last_day = 0;
    const size_t end = ReadDays(at + 1, &first_day, &last_day);
    const size_t year_at = first_day > 0 && words_[end] == "," ? end + 1 : end;
    const int year = YearNumber(words_, year_at);
    if (first_day == 0 && year == 0 && !IsMonthAlone(words_, at)) return i;
    const Side side = year > 0 ? Side::kNearest : SideOf(pointer, i, end);
    SetDays(year, month, first_day, last_day, side, IsStrict(pointer), time);
    return year > 0 ? year_at + 1 : end;
  }

  // One day or a range of days of a month at `at`; its end.
  size_t ReadDays(size_t at, int* first, int* last) const {
    *first = *last = DayNumber(words_, at);
    if (*first > 0) return at + 1;
    size_t width = 0;
    const absl::string_view word = words_[at];
    const size_t dash = FindDash(word, &width);
    if (!words_.Is(at, TokenKind::kNumber) || dash == word.npos ||
        dash + width > word.size() || word.size() > 7 ||
        !absl::SimpleAtoi(word.substr(0, dash), first) ||
        !absl::SimpleAtoi(word.substr(dash + width), last) || *first < 1 ||
        *last <= *first || *last > 31) {
      *first = *last = 0;
      return at;
    }
    return at + 1;
  }

  void SetDays(int year, int month, int first, int last, Side side,
               bool strictly, v1::TimeInterval& time) const {
    time = today_.Date(year, month, first, side, strictly);
    if (last == first || !time.has_begin()) return;
    const absl::CivilDay day = DayOf(time);
    const v1::TimeInterval end = today_.Date(
        static_cast<int>(day.year()), month, last, Side::kNearest, strictly);
    *time.mutable_end() = end.end();
    time.set_granularity(v1::TIME_GRANULARITY_RANGE);
  }

  // "10 May 2022", "10-12 May", "the 10th of May".
  size_t ReadDayFirst(size_t i, v1::TimeInterval& time) const {
    if (!words_.Is(i, TokenKind::kNumber)) return i;
    int first = 0, last = 0;
    size_t at = ReadDays(i, &first, &last);
    if (at == i) return i;
    if (words_[at] == "of") ++at;
    const int month = MonthNumber(words_, at);
    if (month == 0) return i;
    ++at;
    const size_t year_at = words_[at] == "," ? at + 1 : at;
    const int year = YearNumber(words_, year_at);
    const Side side = year > 0 ? Side::kNearest : SideOf(Pointer::kNone, i, at);
    SetDays(year, month, first, last, side, /*strictly=*/false, time);
    return year > 0 ? year_at + 1 : at;
  }

  // "Monday", "last Friday"; "Tuesday, May 10" is one time.
  size_t ReadWeekday(size_t i, v1::TimeInterval& time) const {
    Pointer pointer = PointerAt(i);
    size_t at = pointer == Pointer::kNone ? i : i + 1;
    if (pointer == Pointer::kThis && PointerAt(at) != Pointer::kNone) {
      pointer = PointerAt(at++);  // "this past Friday"
    }
    const int weekday = WeekdayAt(words_, at);
    if (weekday == 0) return i;
    ++at;
    const size_t date_at = words_[at] == "," ? at + 1 : at;
    size_t end = ReadMonthFirst(date_at, time);
    if (end == date_at) end = ReadDayFirst(date_at, time);
    if (end > date_at) {
      time.set_weekday(static_cast<uint32_t>(weekday));
      return end;
    }
    time = today_.Weekday(weekday, SideOf(pointer, i, at), IsStrict(pointer));
    return at;
  }

  // "yesterday", "last month": a row of time_words.tsv.
  size_t ReadPhrase(size_t i, v1::TimeInterval& time) const {
    static const PhraseTable& table = *new PhraseTable("time_words");
    const PhraseTable::Match match = table.At(words_, i);
    int offset = 0;
    if (!match || !absl::SimpleAtoi(match.column(2), &offset)) return i;
    time = match.column(3) == "stretch"
               ? today_.Stretch(match.column(1), offset)
               : today_.Shifted(match.column(1), offset);
    return i + match.count;
  }

  // "the past three years", "the next 10 days".
  size_t ReadStretch(size_t i, v1::TimeInterval& time) const {
    if (words_[i] != "the") return i;
    const Pointer pointer = PointerAt(i + 1);
    if (pointer != Pointer::kLast && pointer != Pointer::kNext) return i;
    int count = 0;
    absl::string_view unit;
    const size_t end = ReadCount(i + 2, &count, &unit);
    if (end == i + 2) return i;
    time = today_.Stretch(unit, pointer == Pointer::kLast ? -count : count);
    return end;
  }

  // "two days ago", "a week ago", "three weeks from now", "in a month's time".
  size_t ReadAgo(size_t i, v1::TimeInterval& time) const {
    int count = 0;
    absl::string_view unit;
    const size_t end = ReadCount(i, &count, &unit);
    if (end == i) return i;
    if (words_[end] == "ago") {
      time = today_.Shifted(unit, -count);
      return end + 1;
    }
    if (words_.Phrase(end, 2) == "from now" ||
        words_.Phrase(end, 2) == "from today") {
      time = today_.Shifted(unit, count);
      return end + 2;
    }
    return i;
  }

  // A number and a unit of the calendar at `i`; its end, or `i`.
  size_t ReadCount(size_t i, int* count, absl::string_view* unit) const {
    size_t at = i + 1;
    *count = 1;
    if (words_[i] != "a" && words_[i] != "an") {
      const std::optional<Number> number = MatchNumber(words_, i);
      if (!number.has_value() || number->high > kMostUnits || number->ordinal ||
          !number->joined.empty()) {
        return i;
      }
      *count = static_cast<int>(number->high);
      at = number->end;
    }
    *unit = CalendarUnit(words_[at]);
    return unit->empty() ? i : at + 1;
  }

  // "the first quarter of 2022", "the second half of last year".
  size_t ReadPartOfYear(size_t i, v1::TimeInterval& time) const {
    const std::optional<Number> number = MatchNumber(words_, i);
    if (!number.has_value() || !number->ordinal || number->low < 1 ||
        number->low > 4) {
      return i;
    }
    const absl::string_view part = words_[number->end];
    const int months = part == "quarter" ? 3 : part == "half" ? 6 : 0;
    const int rank = static_cast<int>(number->low);
    size_t at = number->end + 1;
    if (months == 0 || rank * months > 12) return i;
    if (words_[at] == "of") ++at;
    v1::TimeInterval year;
    size_t end = ReadPhrase(at, year);
    if (end == at) end = ReadYears(at, year);
    if (end == at || year.granularity() != v1::TIME_GRANULARITY_YEAR) return i;
    const absl::CivilMonth first =
        absl::CivilMonth(DayOf(year)) + months * (rank - 1);
    time =
        IntervalOf(absl::CivilSecond(first), absl::CivilSecond(first + months),
                   v1::TIME_GRANULARITY_RANGE);
    time.set_basis(year.basis());
    return end;
  }

  // "1910-45", "the 1990s", "mid-2019", "in 1965", "the 19th century".
  size_t ReadYears(size_t i, v1::TimeInterval& time) const {
    int first = 0, last = 0;
    const absl::string_view word = words_[i];
    if (ParseYearRange(word, &first, &last)) {
      time = Years(first, last + 1);
    } else if (ParseDecade(absl::StripPrefix(word, "mid-"), &first)) {
      time = Years(first, first + 10);
    } else if (words_[i + 1] == "century" && ParseCentury(i, &first)) {
      time = Years(first, first + 100);
      return i + 2;
    } else if (absl::StartsWith(word, "mid-") &&
               ParseYear(word.substr(4), &first)) {
      time = Years(first, first + 1);
      time.set_granularity(v1::TIME_GRANULARITY_YEAR);
    } else if (IsYear(words_, i)) {
      time = IntervalOf(absl::CivilYear(YearNumber(words_, i)));
      time.set_basis(v1::TIME_BASIS_EXPLICIT);
    } else {
      return i;
    }
    return i + 1;
  }

  static bool ParseYear(absl::string_view word, int* year) {
    return word.size() == 4 && absl::SimpleAtoi(word, year) &&
           *year >= kFirstYear && *year <= kLastYear;
  }

  // "1910-45", "1910–1945".
  static bool ParseYearRange(absl::string_view word, int* first, int* last) {
    size_t width = 0;
    if (FindDash(word, &width) != 4 || word.size() < 4 + width ||
        !ParseYear(word.substr(0, 4), first)) {
      return false;
    }
    const absl::string_view rest = word.substr(4 + width);
    if ((rest.size() != 2 && rest.size() != 4) ||
        !absl::SimpleAtoi(rest, last)) {
      return false;
    }
    if (rest.size() == 2) *last += *first / 100 * 100;
    return *last > *first && *last <= kLastYear;
  }

  // "1990s"; "'90s" and "’90s" where only one century can be meant.
  static bool ParseDecade(absl::string_view word, int* first) {
    if (!absl::ConsumeSuffix(&word, "0s")) return false;
    if (word.size() == 3 && absl::SimpleAtoi(word, first)) {
      *first *= 10;
      return *first >= kFirstYear && *first <= kLastYear;
    }
    if (!absl::ConsumePrefix(&word, "'") && !absl::ConsumePrefix(&word, "’")) {
      return false;
    }
    if (word.size() != 1 || word[0] < '4' || word[0] > '9') return false;
    *first = 1900 + 10 * (word[0] - '0');
    return true;
  }

  bool ParseCentury(size_t i, int* first) const {
    const std::optional<Number> number = MatchNumber(words_, i);
    if (!number.has_value() || !number->ordinal || number->end != i + 1 ||
        number->low < 11 || number->low > 22) {
      return false;
    }
    *first = static_cast<int>(number->low) * 100 - 99;
    return true;
  }

  // "2022-05-10" in running text.
  size_t ReadStamp(size_t i, v1::TimeInterval& time) const {
    if (!words_.Is(i, TokenKind::kNumber) || words_[i].size() < 8 ||
        words_[i].size() > 10) {
      return i;
    }
    const std::optional<v1::TimeInterval> stamp = ParseTimestamp(words_[i]);
    if (!stamp.has_value()) return i;
    time = *stamp;
    time.set_basis(v1::TIME_BASIS_EXPLICIT);
    return i + 1;
  }

  const Words& words_;
  const ReferenceDay today_;
};

}  // namespace

std::vector<v1::TimeInterval> FindTimes(
    absl::string_view text, absl::Span<const Token> tokens,
    const std::optional<v1::TimeInterval>& published) {
  const Words words(text, tokens);
  return TimeReader(words, published).Run();
}

}  // namespace concord
