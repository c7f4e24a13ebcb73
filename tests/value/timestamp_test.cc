#include <google/protobuf/util/time_util.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "engine/value/time.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

// "2022-05-10T08:48:00Z MINUTE", "none".
std::string Show(const std::optional<v1::TimeInterval>& time) {
  if (!time.has_value()) return "none";
  return absl::StrCat(google::protobuf::util::TimeUtil::ToString(time->begin()),
                      " ",
                      v1::TimeGranularity_Name(time->granularity()).substr(17));
}

TEST(ParseTimestampTest, Table) {
  const auto cases = ReadCases("value/timestamps.txt");
  EXPECT_GE(cases.size(), 30u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 2u) << where;
    EXPECT_EQ(Show(ParseTimestamp(row[0])), row[1]) << where << ": " << row[0];
  }
}

TEST(ParseTimestampTest, KnowsWhetherTheZoneWasStated) {
  EXPECT_TRUE(ParseTimestamp("17:48 JST, May 10, 2022")->zone_known());
  EXPECT_FALSE(ParseTimestamp("17:48, May 10, 2022")->zone_known());
}

TEST(ParseTimestampTest, NoShortStringCrashesIt) {
  static const char kAlphabet[] = "0159:/-+ ,apmZtjun";
  std::string text;
  uint32_t state = 9;
  for (int round = 0; round < 200000; ++round) {
    text.clear();
    for (int i = 0; i < 14; ++i) {
      state = state * 1664525u + 1013904223u;
      text += kAlphabet[(state >> 16) % (sizeof(kAlphabet) - 1)];
    }
    const auto time = ParseTimestamp(text);
    if (time.has_value()) {
      ASSERT_LT(time->begin().seconds(), time->end().seconds()) << text;
    }
  }
}

}  // namespace
}  // namespace concord
