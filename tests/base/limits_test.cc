#include "engine/base/limits.h"

#include <string>

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(LimitsTest, AreSortedByNameEachOnce) {
  std::string before;
  for (const LimitInfo& limit : AllLimits()) {
    EXPECT_LT(before, limit.name);
    before = std::string(limit.name);
  }
}

TEST(LimitsTest, HaveDefaultsInTheirRange) {
  const Limits defaults;
  for (const LimitInfo& limit : AllLimits()) {
    EXPECT_LE(limit.least, defaults.*limit.value) << limit.name;
    EXPECT_GE(limit.most, defaults.*limit.value) << limit.name;
  }
}

TEST(LimitsTest, TheTableHasEveryMember) {
  EXPECT_EQ(AllLimits().size() * sizeof(uint64_t), sizeof(Limits));
}

}  // namespace
}  // namespace concord
