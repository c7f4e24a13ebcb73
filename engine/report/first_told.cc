#include "engine/report/first_told.h"

#include <algorithm>

namespace concord {
namespace {

// Far beyond any year of four digits: keeps a hostile stream from overflowing.
constexpr int64_t kMostSeconds = int64_t{1} << 40;

int64_t Bounded(int64_t seconds) {
  return std::clamp(seconds, -kMostSeconds, kMostSeconds);
}

}  // namespace

int64_t EarliestSecond(const v1::TimeInterval& time) {
  constexpr int64_t kMostAhead = 14 * 3600;
  return Bounded(time.begin().seconds()) - (time.zone_known() ? 0 : kMostAhead);
}

int64_t LatestEnd(const v1::TimeInterval& time) {
  constexpr int64_t kMostBehind = 12 * 3600;
  return Bounded(time.end().seconds()) + (time.zone_known() ? 0 : kMostBehind);
}

}  // namespace concord
