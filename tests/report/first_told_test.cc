// What may be said of times whose zone nobody named.

#include "engine/report/first_told.h"

#include <cstdint>
#include <limits>

#include "gtest/gtest.h"

namespace concord {
namespace {

v1::TimeInterval Minute(int64_t seconds, bool zone_known) {
  v1::TimeInterval time;
  time.mutable_begin()->set_seconds(seconds);
  time.mutable_end()->set_seconds(seconds + 60);
  time.set_zone_known(zone_known);
  return time;
}

TEST(FirstToldTest, AKnownZoneLeavesTheTimeAsItIs) {
  EXPECT_EQ(EarliestSecond(Minute(600, true)), 600);
  EXPECT_EQ(LatestEnd(Minute(600, true)), 660);
}

TEST(FirstToldTest, AnUnknownZoneMayBeAnyOfTheWorlds) {
  EXPECT_EQ(EarliestSecond(Minute(600, false)), 600 - 14 * 3600);
  EXPECT_EQ(LatestEnd(Minute(600, false)), 660 + 12 * 3600);
}

TEST(FirstToldTest, TimesOutOfAllRangeDoNotOverflow) {
  const int64_t least = std::numeric_limits<int64_t>::min();
  EXPECT_LT(EarliestSecond(Minute(least, false)), 0);
  EXPECT_LT(LatestEnd(Minute(least, false)), 0);
}

}  // namespace
}  // namespace concord
