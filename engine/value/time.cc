#include "engine/value/time.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/civil.h"
#include "engine/value/number.h"

namespace concord {
namespace {

// A bare number is a year only in the nearer past and future; after "in",
// "since" and the like also earlier.
constexpr int kFirstBareYear = 1900, kLastBareYear = 2099;
constexpr int kFirstYear = 1000, kLastYear = 2199;
// How far before a weekday "will" or "plans" makes it a coming one.
constexpr size_t kForwardWindow = 10;

// Reads the times of one sentence, left to right.
class TimeReader {
 public:
  TimeReader(absl::string_view text, absl::Span<const Token> tokens,
             const std::optional<v1::TimeInterval>& published)
      : text_(text), tokens_(tokens) {
    if (published.has_value() && published->has_begin()) {
      today_ = DayOf(*published);
    }
    for (const Token& token : tokens) {
      words_.push_back(absl::AsciiStrToLower(Slice(text, token.span)));
    }
  }

  std::vector<v1::TimeInterval> Run() {
    std::vector<v1::TimeInterval> found;
    for (size_t i = 0; i < tokens_.size();) {
      v1::TimeInterval time;
      const size_t end = Read(i, time);
      if (end > i) {
        time.mutable_span()->set_begin_byte(tokens_[i].span.begin);
        time.mutable_span()->set_end_byte(tokens_[end - 1].span.end);
        time.set_surface(std::string(
            Slice(text_, {tokens_[i].span.begin, tokens_[end - 1].span.end})));
        found.push_back(std::move(time));
      }
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  // Reads a time that begins at `i`; its end, or `i` where there is none.
  size_t Read(size_t i, v1::TimeInterval& time) {
    for (const auto reader :
         {&TimeReader::ReadMonthFirst, &TimeReader::ReadDayFirst,
          &TimeReader::ReadWeekday, &TimeReader::ReadPhrase,
          &TimeReader::ReadAgo, &TimeReader::ReadYears}) {
      const size_t end = (this->*reader)(i, time);
      if (end > i) return end;
    }
    return i;
  }

  // "May 10, 2022", "May 2022", "May 10", "May".
  size_t ReadMonthFirst(size_t i, v1::TimeInterval& time) {
    const int month = Calendar(i, "month");
    if (month == 0) return i;
    size_t at = i + 1;
    const int day = DayNumber(at);
    if (day > 0) ++at;
    size_t year_at = at;
    if (day > 0 && Word(at) == ",") ++year_at;
    const int year = YearNumber(year_at);
    // "may" and "march" are months without a day only in a month's company.
    if (day == 0 && year == 0 && !IsSureMonth(i)) return i;
    SetDate(year, month, day, time);
    return year > 0 ? year_at + 1 : at;
  }

  // "10 May 2022", "the 10th of May".
  size_t ReadDayFirst(size_t i, v1::TimeInterval& time) {
    const int day = DayNumber(i);
    if (day == 0) return i;
    size_t at = i + 1;
    if (Word(at) == "of") ++at;
    const int month = Calendar(at, "month");
    if (month == 0) return i;
    ++at;
    const int year = YearNumber(at);
    SetDate(year, month, day, time);
    return year > 0 ? at + 1 : at;
  }

  // "Monday", "last Friday", "Tuesday morning"; "Tuesday, May 10" is one time.
  size_t ReadWeekday(size_t i, v1::TimeInterval& time) {
    size_t at = i;
    const bool last = Word(i) == "last", next = Word(i) == "next";
    if (last || next || Word(i) == "this") ++at;
    const int weekday = Calendar(at, "weekday");
    if (weekday == 0) return i;
    ++at;
    const size_t date_at = Word(at) == "," ? at + 1 : at;
    v1::TimeInterval date;
    size_t end = ReadMonthFirst(date_at, date);
    if (end == date_at) end = ReadDayFirst(date_at, date);
    if (end > date_at) {
      time = date;
      time.set_weekday(static_cast<uint32_t>(weekday));
      return end;
    }
    ResolveWeekday(weekday, next || (!last && LooksForward(i)), last, time);
    return at;
  }

  void ResolveWeekday(int weekday, bool forward, bool last,
                      v1::TimeInterval& time) const {
    time.set_granularity(v1::TIME_GRANULARITY_DAY);
    time.set_basis(v1::TIME_BASIS_UNRESOLVED);
    if (today_.has_value()) {
      const int step = (WeekdayNumber(*today_) - weekday + 7) % 7;
      absl::CivilDay day = *today_ - step;
      if (forward && step > 0) day += 7;
      if (last && step == 0) day -= 7;
      time = IntervalOf(day);
      time.set_basis(v1::TIME_BASIS_WEEKDAY);
    }
    time.set_weekday(static_cast<uint32_t>(weekday));
  }

  // True where the clause before `i` speaks of what is to come.
  bool LooksForward(size_t i) const {
    const size_t first = i > kForwardWindow ? i - kForwardWindow : 0;
    for (size_t k = i; k > first; --k) {
      const std::string& word = words_[k - 1];
      if (word == "will" || word == "'ll" || word == "until" ||
          word == "till" || word == "plans" || word == "plan" ||
          word == "planned" || word == "scheduled" || word == "expected" ||
          word == "due" || word == "shall" || word == "would" ||
          word == "could") {
        return true;
      }
    }
    return false;
  }

  // "yesterday", "last month": a row of time_words.tsv.
  size_t ReadPhrase(size_t i, v1::TimeInterval& time) {
    static const WordTable& table = WordTable::Named("time_words");
    const size_t most = std::min(table.max_key_words(), tokens_.size() - i);
    for (size_t count = most; count > 0; --count) {
      const WordTable::Row* row =
          table.Find(LowerPhrase(text_, tokens_, i, count));
      if (row == nullptr) continue;
      int offset = 0;
      (void)absl::SimpleAtoi((*row)[2], &offset);
      Shift((*row)[1], offset, time);
      return i + count;
    }
    return i;
  }

  // "two days ago", "a week ago".
  size_t ReadAgo(size_t i, v1::TimeInterval& time) {
    size_t at = i;
    int count = 1;
    if (Word(i) == "a" || Word(i) == "an") {
      ++at;
    } else {
      const std::optional<Number> number = MatchNumber(text_, tokens_, i);
      if (!number.has_value() || number->high > 2000) return i;
      count = static_cast<int>(number->high);
      at = number->end;
    }
    std::string unit = Word(at);
    if (Word(at + 1) != "ago") return i;
    if (absl::EndsWith(unit, "s")) unit.pop_back();
    if (unit != "day" && unit != "week" && unit != "month" && unit != "year" &&
        unit != "decade") {
      return i;
    }
    Shift(unit, -count, time);
    return at + 2;
  }

  // "1910-45", "1990s", "in 1965".
  size_t ReadYears(size_t i, v1::TimeInterval& time) {
    const std::string& word = words_[i];
    if (tokens_[i].kind != TokenKind::kNumber) return i;
    int first = 0, last = 0;
    if (ParseYearRange(word, &first, &last)) {
      SetYears(first, last + 1, time);
    } else if (word.size() == 5 && absl::EndsWith(word, "0s") &&
               ParseYear(word.substr(0, 4), &first)) {
      SetYears(first, first + 10, time);
    } else if (IsYearHere(i, &first)) {
      time = IntervalOf(absl::CivilYear(first));
      time.set_basis(v1::TIME_BASIS_EXPLICIT);
    } else {
      return i;
    }
    return i + 1;
  }

  bool IsYearHere(size_t i, int* year) const {
    if (!ParseYear(words_[i], year)) return false;
    static constexpr absl::string_view kBefore[] = {
        "in",     "since",  "of",      "by",     "from",    "until",
        "before", "after",  "during",  "late",   "early",   "mid",
        "to",     "and",    "between", "around", "through", "spring",
        "summer", "autumn", "fall",    "winter"};
    const std::string before = i > 0 ? words_[i - 1] : "";
    const bool placed = std::find(std::begin(kBefore), std::end(kBefore),
                                  before) != std::end(kBefore);
    if (!placed && (*year < kFirstBareYear || *year > kLastBareYear)) {
      return false;
    }
    return before != "$" && Word(i + 1) != "%" && Word(i + 1) != "percent";
  }

  static bool ParseYear(absl::string_view word, int* year) {
    return word.size() == 4 && absl::SimpleAtoi(word, year) &&
           *year >= kFirstYear && *year <= kLastYear;
  }

  // "1910-45", "1910–1945".
  static bool ParseYearRange(absl::string_view word, int* first, int* last) {
    const size_t dash = word.find_first_of("-\xE2");
    if (dash != 4 || !ParseYear(word.substr(0, 4), first)) return false;
    const absl::string_view rest = word.substr(word[4] == '-' ? 5 : 7);
    if ((rest.size() != 2 && rest.size() != 4) ||
        !absl::SimpleAtoi(rest, last)) {
      return false;
    }
    if (rest.size() == 2) *last += *first / 100 * 100;
    return *last > *first && *last <= kLastYear;
  }

  void SetYears(int first, int end, v1::TimeInterval& time) const {
    time = IntervalOf(absl::CivilSecond(first), absl::CivilSecond(end),
                      v1::TIME_GRANULARITY_RANGE);
    time.set_basis(v1::TIME_BASIS_EXPLICIT);
  }

  // A date whose year, where it is 0, is completed from the publication: the
  // one that puts the date nearest to it.
  void SetDate(int year, int month, int day, v1::TimeInterval& time) const {
    time.set_basis(v1::TIME_BASIS_EXPLICIT);
    if (year == 0) {
      if (!today_.has_value()) {
        time.set_basis(v1::TIME_BASIS_UNRESOLVED);
        time.set_granularity(day > 0 ? v1::TIME_GRANULARITY_DAY
                                     : v1::TIME_GRANULARITY_MONTH);
        return;
      }
      year = NearestYear(month, std::max(day, 1));
      time.set_basis(v1::TIME_BASIS_COMPLETED);
    }
    const v1::TimeBasis basis = time.basis();
    time = day > 0 ? IntervalOf(absl::CivilDay(year, month, day))
                   : IntervalOf(absl::CivilMonth(year, month));
    time.set_basis(basis);
  }

  int NearestYear(int month, int day) const {
    int best = static_cast<int>(today_->year());
    for (int year : {best - 1, best + 1}) {
      const auto distance = [&](int y) {
        const auto days = absl::CivilDay(y, month, day) - *today_;
        return days < 0 ? -days : days;
      };
      if (distance(year) < distance(best)) best = year;
    }
    return best;
  }

  // The unit of time `offset` units from the day of publication.
  void Shift(absl::string_view unit, int offset, v1::TimeInterval& time) const {
    if (!today_.has_value()) {
      time.set_basis(v1::TIME_BASIS_UNRESOLVED);
      return;
    }
    if (unit == "day") {
      time = IntervalOf(*today_ + offset);
    } else if (unit == "week") {
      const absl::CivilDay monday =
          *today_ - (WeekdayNumber(*today_) - 1) + 7 * offset;
      time =
          IntervalOf(absl::CivilSecond(monday), absl::CivilSecond(monday + 7),
                     v1::TIME_GRANULARITY_WEEK);
    } else if (unit == "month") {
      time = IntervalOf(absl::CivilMonth(*today_) + offset);
    } else if (unit == "year") {
      time = IntervalOf(absl::CivilYear(*today_) + offset);
    } else {
      const auto decade = today_->year() / 10 * 10 + 10 * offset;
      time =
          IntervalOf(absl::CivilSecond(decade), absl::CivilSecond(decade + 10),
                     v1::TIME_GRANULARITY_RANGE);
    }
    time.set_basis(v1::TIME_BASIS_RELATIVE);
  }

  // The month or weekday at `i`, 0 where there is none.
  int Calendar(size_t i, absl::string_view kind) const {
    if (i >= tokens_.size()) return 0;
    static const WordTable& calendar = WordTable::Named("calendar");
    std::string word = words_[i];
    const bool stop = absl::EndsWith(word, ".");
    if (stop) word.pop_back();
    const WordTable::Row* row = calendar.Find(word);
    if (row == nullptr || (*row)[1] != kind || !tokens_[i].capital) return 0;
    // An abbreviation without its stop is rather a name: "Jan", "Sun", "Mar".
    if (word.size() <= 4 && !stop && IsAbbreviation(word) &&
        DayNumber(i + 1) == 0 && DayNumberBefore(i) == 0) {
      return 0;
    }
    int number = 0;
    (void)absl::SimpleAtoi((*row)[2], &number);
    return number;
  }

  static bool IsAbbreviation(absl::string_view word) {
    return word != "may" && word != "june" && word != "july";
  }

  // Months whose names are no other word.
  bool IsSureMonth(size_t i) const {
    return words_[i] != "may" && words_[i] != "march";
  }

  // The day of a month at `i`: "10", "10th"; 0 where there is none.
  int DayNumber(size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::kNumber) return 0;
    absl::string_view word = words_[i];
    for (absl::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (absl::EndsWith(word, suffix)) word.remove_suffix(2);
    }
    int day = 0;
    if (word.size() > 2 || !absl::SimpleAtoi(word, &day)) return 0;
    return day >= 1 && day <= 31 ? day : 0;
  }

  int DayNumberBefore(size_t i) const { return i > 0 ? DayNumber(i - 1) : 0; }

  int YearNumber(size_t i) const {
    int year = 0;
    return i < tokens_.size() && ParseYear(words_[i], &year) ? year : 0;
  }

  std::string Word(size_t i) const {
    return i < words_.size() ? words_[i] : "";
  }

  const absl::string_view text_;
  const absl::Span<const Token> tokens_;
  std::vector<std::string> words_;  // of tokens_, in lower case
  std::optional<absl::CivilDay> today_;
};

}  // namespace

std::vector<v1::TimeInterval> FindTimes(
    absl::string_view text, absl::Span<const Token> tokens,
    const std::optional<v1::TimeInterval>& published) {
  return TimeReader(text, tokens, published).Run();
}

}  // namespace concord
