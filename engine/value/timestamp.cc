#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "concord/v1/article.pb.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/civil.h"
#include "engine/value/date_field.h"
#include "engine/value/time.h"

namespace concord {
namespace {

// A longer line is prose, whatever it holds.
constexpr size_t kLongestTimestamp = 96;
constexpr int kMostOffsetHours = 14;

// What a time stamp's pieces have said so far; -1 is not said.
struct Parts {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = -1, second = -1;
  bool pm = false, am = false;
  std::optional<int> zone_minutes;
};

bool IsLabel(absl::string_view word) {
  static constexpr absl::string_view kLabels[] = {
      "published", "updated", "posted",   "modified", "first", "last",
      "on",        "at",      "the",      "of",       "date",  "created",
      "release",   "edited",  "revised",  "issued",   "time",  "am",
      "t",         "local",   "reported", "article"};
  for (absl::string_view label : kLabels) {
    if (word == label) return true;
  }
  return false;
}

// Reads a time stamp piece by piece: words, runs of digits, single marks.
class StampReader {
 public:
  explicit StampReader(absl::string_view text) : text_(text) {}

  std::optional<Parts> Run() {
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      const bool read = absl::ascii_isdigit(c)   ? Digits()
                        : absl::ascii_isalpha(c) ? Word()
                                                 : Mark();
      if (!read) return std::nullopt;
    }
    return Settled();
  }

 private:
  bool Mark() {
    const char c = text_[pos_++];
    if ((c == '+' || c == '-') && parts_.hour >= 0 && pos_ < text_.size() &&
        absl::ascii_isdigit(text_[pos_]) && parts_.day >= 0) {
      return Offset(c == '-' ? -1 : 1);
    }
    return absl::ascii_isspace(c) || c == ',' || c == '|' || c == '.' ||
           c == ':' || c == '/' || c == '-' || c == '(' || c == ')' ||
           static_cast<unsigned char>(c) >= 0x80;  // "·", "–"
  }

  // "+0900", "+09:00"; "+09" and "+9", and "-5" where "UTC" or seconds stand
  // before it: "10:00-12" is no offset.
  bool Offset(int sign) {
    std::string digits;
    while (pos_ < text_.size() &&
           (absl::ascii_isdigit(text_[pos_]) || text_[pos_] == ':')) {
      if (text_[pos_] != ':') digits.push_back(text_[pos_]);
      ++pos_;
    }
    int number = 0;
    if (!absl::SimpleAtoi(digits, &number)) return false;
    if (digits.size() <= 2) {
      const bool sure =
          sign > 0 || parts_.zone_minutes.has_value() || parts_.second >= 0;
      if (!sure || number > kMostOffsetHours) return false;
      number *= 100;
    } else if (digits.size() != 4) {
      return false;
    }
    parts_.zone_minutes = sign * (number / 100 * 60 + number % 100);
    return true;
  }

  bool Word() {
    const size_t begin = pos_;
    while (pos_ < text_.size() &&
           (absl::ascii_isalpha(text_[pos_]) ||
            (text_[pos_] == '.' && pos_ + 1 < text_.size() &&
             absl::ascii_isalpha(text_[pos_ + 1])))) {
      ++pos_;
    }
    const std::string word =
        absl::AsciiStrToLower(text_.substr(begin, pos_ - begin));
    if (word == "am" || word == "a.m") return parts_.am = true;
    if (word == "pm" || word == "p.m") return parts_.pm = true;
    int number = 0;
    static const WordTable& calendar = WordTable::Named("calendar");
    static const WordTable& timezones = WordTable::Named("timezones");
    const WordTable::Row* row = calendar.Find(word);
    if (row != nullptr && absl::SimpleAtoi((*row)[2], &number)) {
      return (*row)[1] == "weekday" || Set(parts_.month, number);
    }
    const WordTable::Row* zone =
        parts_.hour >= 0 ? timezones.Find(word) : nullptr;
    if (zone != nullptr && absl::SimpleAtoi((*zone)[1], &number)) {
      parts_.zone_minutes = number;
      return true;
    }
    return IsLabel(word) || IsOrdinalSuffix(word, begin);
  }

  bool IsOrdinalSuffix(absl::string_view word, size_t begin) const {
    return begin > 0 && absl::ascii_isdigit(text_[begin - 1]) &&
           (word == "st" || word == "nd" || word == "rd" || word == "th");
  }

  // Sets a part that was not said before.
  static bool Set(int& part, int value) {
    if (part >= 0) return false;
    part = value;
    return true;
  }

  bool Digits() {
    const std::string digits = TakeDigits();
    if (digits.size() == 8) return CompactDay(digits);
    if (digits.size() == 6) return CompactClock(digits);
    if (digits.size() <= 2 && pos_ < text_.size() && text_[pos_] == '.') {
      if (const std::optional<bool> read = Dotted(digits)) return *read;
    }
    int number = 0;
    if (digits.size() > 4 || !absl::SimpleAtoi(digits, &number)) return false;
    if (pos_ < text_.size() && text_[pos_] == ':' && digits.size() <= 2) {
      return Clock(number);
    }
    if (digits.size() == 4) {
      // "2022-05-10", "2022/05/10": the numbers after a year are month, day.
      if (!Set(parts_.year, number)) return false;
      return pos_ >= text_.size() || (text_[pos_] != '-' && text_[pos_] != '/')
                 ? true
                 : MonthAndDay();
    }
    if (digits.size() == 3) return false;
    if (pos_ < text_.size() && text_[pos_] == '/') return Slashed(number);
    if (IsHourHere()) return Set(parts_.hour, number);
    return Set(parts_.day, number);
  }

  // "20220510". Other numbers of eight digits are no dates.
  bool CompactDay(const std::string& digits) {
    if (digits.substr(0, 2) != "19" && digits.substr(0, 2) != "20") {
      return false;
    }
    int year = 0, month = 0, day = 0;
    return absl::SimpleAtoi(digits.substr(0, 4), &year) &&
           absl::SimpleAtoi(digits.substr(4, 2), &month) &&
           absl::SimpleAtoi(digits.substr(6), &day) && Set(parts_.year, year) &&
           Set(parts_.month, month) && Set(parts_.day, day);
  }

  // "174803" behind "20220510T".
  bool CompactClock(const std::string& digits) {
    int hour = 0;
    if (parts_.day < 0 || !absl::SimpleAtoi(digits.substr(0, 2), &hour) ||
        !Set(parts_.hour, hour)) {
      return false;
    }
    ReadUtc();
    return absl::SimpleAtoi(digits.substr(2, 2), &parts_.minute) &&
           absl::SimpleAtoi(digits.substr(4), &parts_.second);
  }

  // "10.5.2022": where dots are used, the day comes first. "17.48 BST",
  // "5.48pm": a time, where what follows says so. nullopt for neither.
  std::optional<bool> Dotted(absl::string_view first) {
    const size_t begin = pos_++;
    const std::string second = TakeDigits();
    int a = 0, b = 0, year = 0;
    if (second.empty() || second.size() > 2 || !absl::SimpleAtoi(first, &a) ||
        !absl::SimpleAtoi(second, &b)) {
      pos_ = begin;
      return std::nullopt;
    }
    if (pos_ < text_.size() && text_[pos_] == '.') {
      ++pos_;
      return absl::SimpleAtoi(TakeDigits(), &year) && Set(parts_.day, a) &&
             Set(parts_.month, b) && Set(parts_.year, year);
    }
    if (second.size() == 2 && IsTimeMarkHere()) {
      parts_.minute = b;
      return Set(parts_.hour, a);
    }
    pos_ = begin;
    return std::nullopt;
  }

  // a.m., p.m. or a time zone.
  bool IsTimeMarkHere() const {
    if (IsHourHere()) return true;
    absl::string_view rest =
        absl::StripLeadingAsciiWhitespace(text_.substr(pos_));
    size_t end = 0;
    while (end < rest.size() && absl::ascii_isalpha(rest[end])) ++end;
    return WordTable::Named("timezones")
        .Contains(absl::AsciiStrToLower(rest.substr(0, end)));
  }

  // The "Z" of ISO 8601.
  void ReadUtc() {
    if (pos_ < text_.size() && (text_[pos_] == 'Z' || text_[pos_] == 'z')) {
      ++pos_;
      parts_.zone_minutes = 0;
    }
  }

  std::string TakeDigits() {
    const size_t begin = pos_;
    while (pos_ < text_.size() && absl::ascii_isdigit(text_[pos_])) ++pos_;
    return std::string(text_.substr(begin, pos_ - begin));
  }

  // "10 AM": a number before a.m. or p.m. without minutes.
  bool IsHourHere() const {
    const std::string rest = absl::AsciiStrToLower(
        absl::StripLeadingAsciiWhitespace(text_.substr(pos_)));
    return absl::StartsWith(rest, "am") || absl::StartsWith(rest, "pm") ||
           absl::StartsWith(rest, "a.m") || absl::StartsWith(rest, "p.m");
  }

  // What follows "2022-" or "2022/".
  bool MonthAndDay() {
    ++pos_;
    int number = 0;
    if (!absl::SimpleAtoi(TakeDigits(), &number)) return false;
    if (!Set(parts_.month, number)) return false;
    if (pos_ >= text_.size() || (text_[pos_] != '-' && text_[pos_] != '/')) {
      return true;
    }
    ++pos_;
    return absl::SimpleAtoi(TakeDigits(), &number) && Set(parts_.day, number);
  }

  // "10/5/2022" is 10 May in one country and 5 October in another: read only
  // where one of the two is no month.
  bool Slashed(int first) {
    ++pos_;
    int second = 0, year = 0;
    if (!absl::SimpleAtoi(TakeDigits(), &second)) return false;
    if (pos_ >= text_.size() || text_[pos_] != '/') return false;
    ++pos_;
    const std::string digits = TakeDigits();
    if (digits.size() != 4 || !absl::SimpleAtoi(digits, &year)) return false;
    if (first <= 12 && second <= 12 && first != second) return false;
    const bool day_first = first > 12;
    return Set(parts_.year, year) &&
           Set(parts_.month, day_first ? second : first) &&
           Set(parts_.day, day_first ? first : second);
  }

  // "17:48", "17:48:03.5".
  bool Clock(int hour) {
    if (!Set(parts_.hour, hour)) return false;
    ++pos_;
    if (!absl::SimpleAtoi(TakeDigits(), &parts_.minute)) return false;
    if (pos_ + 1 < text_.size() && text_[pos_] == ':' &&
        absl::ascii_isdigit(text_[pos_ + 1])) {
      ++pos_;
      if (!absl::SimpleAtoi(TakeDigits(), &parts_.second)) return false;
      if (pos_ < text_.size() && text_[pos_] == '.') {
        ++pos_;
        TakeDigits();
      }
    }
    ReadUtc();
    return true;
  }

  std::optional<Parts> Settled() {
    const absl::CivilDay day(parts_.year, parts_.month, parts_.day);
    const bool whole = parts_.year >= 1000 && parts_.month >= 1 &&
                       (parts_.day >= 1 || parts_.hour < 0);
    if (!whole || parts_.month > 12) return std::nullopt;
    if (parts_.day >= 1 && (day.month() != parts_.month)) return std::nullopt;
    if (parts_.pm && parts_.hour >= 1 && parts_.hour < 12) parts_.hour += 12;
    if (parts_.am && parts_.hour == 12) parts_.hour = 0;
    if (parts_.hour > 23 || parts_.minute > 59 || parts_.second > 60) {
      return std::nullopt;
    }
    return parts_;
  }

  const absl::string_view text_;
  size_t pos_ = 0;
  Parts parts_;
};

v1::TimeInterval ToInterval(const Parts& parts) {
  if (parts.day < 1) {
    return IntervalOf(absl::CivilMonth(parts.year, parts.month));
  }
  const absl::CivilDay day(parts.year, parts.month, parts.day);
  if (parts.hour < 0) return IntervalOf(day);
  const int offset = parts.zone_minutes.value_or(0) * 60;
  const absl::CivilSecond local(day.year(), day.month(), day.day(), parts.hour,
                                std::max(parts.minute, 0),
                                std::max(parts.second, 0));
  const int width = parts.second >= 0 ? 1 : parts.minute >= 0 ? 60 : 3600;
  v1::TimeInterval time =
      IntervalOf(local - offset, local - offset + width,
                 parts.second >= 0   ? v1::TIME_GRANULARITY_SECOND
                 : parts.minute >= 0 ? v1::TIME_GRANULARITY_MINUTE
                                     : v1::TIME_GRANULARITY_HOUR);
  time.set_zone_known(parts.zone_minutes.has_value());
  return time;
}

// Digits of seconds and of milliseconds since 1970, from 2001 to 2286.
constexpr size_t kSecondsDigits = 10;
constexpr size_t kMillisecondsDigits = 13;

std::optional<v1::TimeInterval> EpochSeconds(absl::string_view digits) {
  int64_t seconds;
  if (!absl::SimpleAtoi(digits.substr(0, kSecondsDigits), &seconds)) {
    return std::nullopt;
  }
  v1::TimeInterval time;
  time.mutable_begin()->set_seconds(seconds);
  time.mutable_end()->set_seconds(seconds + 1);
  time.set_granularity(v1::TIME_GRANULARITY_SECOND);
  time.set_zone_known(true);
  return time;
}

}  // namespace

std::optional<v1::TimeInterval> ParseTimestamp(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  if (text.empty() || text.size() > kLongestTimestamp) return std::nullopt;
  const std::optional<Parts> parts = StampReader(text).Run();
  if (!parts.has_value()) return std::nullopt;
  v1::TimeInterval time = ToInterval(*parts);
  time.set_surface(std::string(text));
  return time;
}

std::optional<v1::TimeInterval> ParseDateField(absl::string_view field) {
  field = absl::StripAsciiWhitespace(field);
  const bool digits = std::all_of(field.begin(), field.end(), [](char c) {
    return absl::ascii_isdigit(c);
  });
  const bool epoch = digits && (field.size() == kSecondsDigits ||
                                field.size() == kMillisecondsDigits);
  return epoch ? EpochSeconds(field) : ParseTimestamp(field);
}

}  // namespace concord
