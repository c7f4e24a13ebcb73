#include "engine/value/reference_day.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "concord/v1/article.pb.h"
#include "engine/value/civil.h"

namespace concord {
namespace {

// A report may be dated the day before what it reports, west of the event.
constexpr int kZoneDays = 1;

v1::TimeInterval Unresolved(v1::TimeGranularity granularity) {
  v1::TimeInterval time;
  time.set_granularity(granularity);
  time.set_basis(v1::TIME_BASIS_UNRESOLVED);
  return time;
}

v1::TimeInterval WithBasis(v1::TimeInterval time, v1::TimeBasis basis) {
  time.set_basis(basis);
  return time;
}

v1::TimeInterval Range(absl::CivilDay first, absl::CivilDay end,
                       v1::TimeGranularity granularity) {
  return IntervalOf(absl::CivilSecond(first), absl::CivilSecond(end),
                    granularity);
}

absl::CivilDay MondayOf(absl::CivilDay day) {
  return day - (WeekdayNumber(day) - 1);
}

// The day `count` units after `day`.
absl::CivilDay Later(absl::CivilDay day, absl::string_view unit, int count) {
  if (unit == "day") return day + count;
  if (unit == "week") return day + 7 * count;
  if (unit == "month") {
    return absl::CivilDay(day.year(), day.month() + count, day.day());
  }
  const int years = unit == "decade" ? 10 : unit == "century" ? 100 : 1;
  return absl::CivilDay(day.year() + years * count, day.month(), day.day());
}

}  // namespace

ReferenceDay::ReferenceDay(const std::optional<v1::TimeInterval>& published) {
  if (published.has_value() && published->has_begin()) {
    day_ = DayOf(*published);
  }
}

v1::TimeInterval ReferenceDay::Weekday(int weekday, Side side,
                                       bool strictly) const {
  v1::TimeInterval time = Unresolved(v1::TIME_GRANULARITY_DAY);
  if (day_.has_value()) {
    const int back = (WeekdayNumber(*day_) - weekday + 7) % 7;
    const int ahead = (7 - back) % 7;
    const bool other_week = strictly && back == 0;
    const int step = side == Side::kAhead ? ahead + (other_week ? 7 : 0)
                                          : -back - (other_week ? 7 : 0);
    time = WithBasis(IntervalOf(*day_ + step), v1::TIME_BASIS_WEEKDAY);
  }
  time.set_weekday(static_cast<uint32_t>(weekday));
  return time;
}

v1::TimeInterval ReferenceDay::Date(int year, int month, int day, Side side,
                                    bool strictly) const {
  v1::TimeBasis basis = v1::TIME_BASIS_EXPLICIT;
  if (year == 0) {
    if (!day_.has_value()) {
      return Unresolved(day > 0 ? v1::TIME_GRANULARITY_DAY
                                : v1::TIME_GRANULARITY_MONTH);
    }
    year = YearOf(month, day, side, strictly);
    basis = v1::TIME_BASIS_COMPLETED;
  }
  const absl::CivilDay date(year, month, day);
  return WithBasis(day > 0 && date.month() == month
                       ? IntervalOf(date)
                       : IntervalOf(absl::CivilMonth(year, month)),
                   basis);
}

int ReferenceDay::YearOf(int month, int day, Side side, bool strictly) const {
  const int own = static_cast<int>(day_->year());
  const auto distance = [&](int year) -> absl::civil_diff_t {
    if (day == 0) {
      return 30 * (absl::CivilMonth(year, month) - absl::CivilMonth(*day_));
    }
    return absl::CivilDay(year, month, day) - *day_;
  };
  const int slack = strictly ? -1 : kZoneDays;
  if (side == Side::kBack) return distance(own) > slack ? own - 1 : own;
  if (side == Side::kAhead) return distance(own) < -slack ? own + 1 : own;
  int best = own;
  for (const int year : {own - 1, own + 1}) {
    if (std::abs(distance(year)) < std::abs(distance(best))) best = year;
  }
  return best;
}

v1::TimeInterval ReferenceDay::Shifted(absl::string_view unit,
                                       int offset) const {
  if (!day_.has_value()) return Unresolved(v1::TIME_GRANULARITY_UNSPECIFIED);
  v1::TimeInterval time;
  const absl::CivilDay monday = MondayOf(*day_) + 7 * offset;
  if (unit == "day") {
    time = IntervalOf(*day_ + offset);
  } else if (unit == "week") {
    time = Range(monday, monday + 7, v1::TIME_GRANULARITY_WEEK);
  } else if (unit == "weekend") {
    time = Range(monday + 5, monday + 7, v1::TIME_GRANULARITY_RANGE);
  } else if (unit == "month") {
    time = IntervalOf(absl::CivilMonth(*day_) + offset);
  } else if (unit == "year") {
    time = IntervalOf(absl::CivilYear(*day_) + offset);
  } else {
    const int years = unit == "decade" ? 10 : 100;
    const absl::CivilYear first(day_->year() / years * years + years * offset);
    time = Range(absl::CivilDay(first), absl::CivilDay(first + years),
                 v1::TIME_GRANULARITY_RANGE);
  }
  return WithBasis(time, v1::TIME_BASIS_RELATIVE);
}

v1::TimeInterval ReferenceDay::Stretch(absl::string_view unit,
                                       int count) const {
  if (!day_.has_value()) return Unresolved(v1::TIME_GRANULARITY_RANGE);
  const absl::CivilDay other = Later(*day_, unit, count);
  return WithBasis(Range(std::min(other, *day_), std::max(other, *day_) + 1,
                         v1::TIME_GRANULARITY_RANGE),
                   v1::TIME_BASIS_RELATIVE);
}

}  // namespace concord
