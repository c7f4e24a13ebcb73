// Calendar days, months and years as time intervals, in UTC.

#ifndef CONCORD_ENGINE_VALUE_CIVIL_H_
#define CONCORD_ENGINE_VALUE_CIVIL_H_

#include "absl/time/civil_time.h"
#include "concord/v1/article.pb.h"

namespace concord {

// The interval from the begin of `first` to the begin of `end`.
v1::TimeInterval IntervalOf(absl::CivilSecond first, absl::CivilSecond end,
                            v1::TimeGranularity granularity);

inline v1::TimeInterval IntervalOf(absl::CivilDay day) {
  return IntervalOf(absl::CivilSecond(day), absl::CivilSecond(day + 1),
                    v1::TIME_GRANULARITY_DAY);
}
inline v1::TimeInterval IntervalOf(absl::CivilMonth month) {
  return IntervalOf(absl::CivilSecond(month), absl::CivilSecond(month + 1),
                    v1::TIME_GRANULARITY_MONTH);
}
inline v1::TimeInterval IntervalOf(absl::CivilYear year) {
  return IntervalOf(absl::CivilSecond(year), absl::CivilSecond(year + 1),
                    v1::TIME_GRANULARITY_YEAR);
}

// The day in which the interval begins. REQUIRES: time.has_begin().
absl::CivilDay DayOf(const v1::TimeInterval& time);

// 1 Monday to 7 Sunday, as in ISO 8601.
int WeekdayNumber(absl::CivilDay day);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_CIVIL_H_
