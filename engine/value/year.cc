#include "engine/value/year.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// After these a number between 1000 and 2199 is a year.
bool PlacesInTime(absl::string_view word) {
  static constexpr absl::string_view kBefore[] = {
      "in",     "since",  "of",     "by",      "from",   "until",
      "till",   "before", "after",  "during",  "late",   "early",
      "mid",    "to",     "and",    "between", "around", "through",
      "spring", "summer", "autumn", "fall",    "winter", "circa"};
  return std::find(std::begin(kBefore), std::end(kBefore), word) !=
         std::end(kBefore);
}

// "2000 people", "1500 soldiers": a plural that a number counts.
bool CountsPeople(const Words& words, size_t i) {
  static constexpr absl::string_view kCounted[] = {
      "people", "men",    "women",    "children", "police",
      "troops", "deaths", "soldiers", "students", "workers"};
  return std::find(std::begin(kCounted), std::end(kCounted), words[i]) !=
         std::end(kCounted);
}

// "February 2006", "February 13, 2006".
bool EndsDate(const Words& words, size_t i) {
  if (i > 0 && IsMonth(words, i - 1)) return true;
  return i > 2 && words[i - 1] == "," && DayNumber(words, i - 2) > 0 &&
         IsMonth(words, i - 3);
}

bool HasUnit(const Words& words, size_t i) {
  static const PhraseTable& units = *new PhraseTable("units");
  const PhraseTable::Match unit = units.At(words, i);
  return unit && unit.column(2) != "prefix";
}

// The number of a word of calendar.tsv of that kind, written with a capital; 0
// where there is none. An abbreviation without its stop is rather a name:
// "Jan", "Sun", "Mar".
int CalendarNumber(const Words& words, size_t i, absl::string_view kind) {
  static const WordTable& calendar = WordTable::Named("calendar");
  if (!words.IsCapital(i)) return 0;
  const absl::string_view word = words.Bare(i);
  const WordTable::Row* row = calendar.Find(word);
  if (row == nullptr || (*row)[1] != kind) return 0;
  const bool short_form = word.size() <= 4 && word.size() == words[i].size() &&
                          word != "may" && word != "june" && word != "july";
  if (short_form && DayNumber(words, i + 1) == 0 &&
      (i == 0 || DayNumber(words, i - 1) == 0)) {
    return 0;
  }
  int number = 0;
  return absl::SimpleAtoi((*row)[2], &number) ? number : 0;
}

}  // namespace

int YearNumber(const Words& words, size_t i) {
  int year = 0;
  return words.Is(i, TokenKind::kNumber) && words[i].size() == 4 &&
                 absl::SimpleAtoi(words[i], &year) && year >= kFirstYear &&
                 year <= kLastYear
             ? year
             : 0;
}

bool IsYear(const Words& words, size_t i) {
  const int year = YearNumber(words, i);
  if (year == 0 || HasUnit(words, i + 1)) return false;
  if (i > 0 && words.Is(i - 1, TokenKind::kSymbol)) return false;
  if (EndsDate(words, i)) return true;
  if (CountsPeople(words, i + 1) || IsClockTime(words, i)) return false;
  if (year >= kFirstBareYear && year <= kLastBareYear) return true;
  return i > 0 && PlacesInTime(words[i - 1]);
}

bool IsClockTime(const Words& words, size_t i) {
  static const WordTable& zones = WordTable::Named("timezones");
  return words.Is(i, TokenKind::kNumber) && words[i].size() == 4 &&
         words.IsCapital(i + 1) && zones.Contains(words[i + 1]);
}

int MonthNumber(const Words& words, size_t i) {
  return CalendarNumber(words, i, "month");
}

bool IsMonthAlone(const Words& words, size_t at) {
  const absl::string_view before = at > 0 ? words[at - 1] : "";
  static constexpr absl::string_view kPlaces[] = {
      "in",   "of",     "since",   "until",    "by",   "during", "last",
      "next", "this",   "from",    "early",    "late", "mid",    "before",
      "to",   "after",  "between", "through",  "till", "and",    "or",
      "past", "coming", "around",  "previous", "for",  "every",  "each"};
  if (std::find(std::begin(kPlaces), std::end(kPlaces), before) !=
      std::end(kPlaces)) {
    return true;
  }
  const bool other_word = words[at] == "may" || words[at] == "march";
  const bool named =
      (at > 0 && words.IsCapital(at - 1) && at > 1) || words.IsCapital(at + 1);
  return !other_word && !named;
}

bool IsDatedMonth(const Words& words, size_t i) {
  if (!IsMonth(words, i)) return false;
  return DayNumber(words, i + 1) > 0 || YearNumber(words, i + 1) > 0 ||
         (i > 0 && DayNumber(words, i - 1) > 0) || IsMonthAlone(words, i);
}

int WeekdayAt(const Words& words, size_t i) {
  return CalendarNumber(words, i, "weekday");
}

int DayNumber(const Words& words, size_t i) {
  if (!words.Is(i, TokenKind::kNumber)) return 0;
  absl::string_view word = words[i];
  for (absl::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (absl::ConsumeSuffix(&word, suffix)) break;
  }
  int day = 0;
  if (word.size() > 2 || !absl::SimpleAtoi(word, &day)) return 0;
  return day >= 1 && day <= 31 ? day : 0;
}

}  // namespace concord
