#include "engine/value/civil.h"

#include <cstdint>

#include "absl/time/civil_time.h"
#include "concord/v1/article.pb.h"

namespace concord {
namespace {

constexpr absl::CivilSecond kEpoch(1970, 1, 1);

}  // namespace

v1::TimeInterval IntervalOf(absl::CivilSecond first, absl::CivilSecond end,
                            v1::TimeGranularity granularity) {
  v1::TimeInterval time;
  time.mutable_begin()->set_seconds(first - kEpoch);
  time.mutable_end()->set_seconds(end - kEpoch);
  time.set_granularity(granularity);
  return time;
}

absl::CivilDay DayOf(const v1::TimeInterval& time) {
  return absl::CivilDay(kEpoch + time.begin().seconds());
}

int WeekdayNumber(absl::CivilDay day) {
  return static_cast<int>(absl::GetWeekday(day)) + 1;
}

}  // namespace concord
