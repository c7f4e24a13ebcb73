// The day of publication, against which dates that are not whole are resolved.

#ifndef CONCORD_ENGINE_VALUE_REFERENCE_DAY_H_
#define CONCORD_ENGINE_VALUE_REFERENCE_DAY_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "concord/v1/article.pb.h"

namespace concord {

// On which side of the day of publication a time lies.
enum class Side {
  kNearest,  // nothing says
  kBack,     // on it or before it: "they met Monday"
  kAhead,    // on it or after it: "they will meet Monday"
};

// Every result has its interval, granularity and basis set; without a day of
// publication what needs one is TIME_BASIS_UNRESOLVED and has no ends.
class ReferenceDay {
 public:
  explicit ReferenceDay(const std::optional<v1::TimeInterval>& published);

  // The weekday (1 Monday to 7 Sunday) nearest on that side; kNearest means
  // back, as news is of what has happened. `strictly`: not the day itself.
  v1::TimeInterval Weekday(int weekday, Side side, bool strictly) const;

  // A day, or a month where `day` is 0. Where `year` is 0, the year that puts
  // it on that side; `strictly`: not the day or month of publication itself. A
  // day the month does not have leaves the month.
  v1::TimeInterval Date(int year, int month, int day, Side side,
                        bool strictly) const;

  // The unit ("day", "week", "weekend", "month", "year", "decade", "century")
  // `offset` units from the day's own.
  v1::TimeInterval Shifted(absl::string_view unit, int offset) const;

  // The `count` units that end with the day, or begin with it where `count` is
  // above 0: "the past three years" is -3 years.
  v1::TimeInterval Stretch(absl::string_view unit, int count) const;

 private:
  int YearOf(int month, int day, Side side, bool strictly) const;

  std::optional<absl::CivilDay> day_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_REFERENCE_DAY_H_
