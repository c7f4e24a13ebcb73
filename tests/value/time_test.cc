#include "engine/value/time.h"

#include <google/protobuf/util/time_util.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "concord/v1/article.pb.h"
#include "engine/text/token.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

std::string Date(const google::protobuf::Timestamp& time) {
  return google::protobuf::util::TimeUtil::ToString(time).substr(0, 10);
}

// "2022-05-09..2022-05-10", "unresolved", "unresolved 1" with the weekday.
std::string Show(const v1::TimeInterval& time) {
  if (time.has_begin()) {
    return absl::StrCat(Date(time.begin()), "..", Date(time.end()));
  }
  return time.weekday() == 0 ? "unresolved"
                             : absl::StrCat("unresolved ", time.weekday());
}

std::string ShowAll(const std::string& text,
                    const std::optional<v1::TimeInterval>& published) {
  std::vector<std::string> shown;
  for (const v1::TimeInterval& time :
       FindTimes(text, Tokenize(text), published)) {
    shown.push_back(Show(time));
  }
  return shown.empty() ? "none" : absl::StrJoin(shown, "; ");
}

// The cases were published on Thursday, 12 May 2022.
TEST(TimeTest, Table) {
  const auto published = ParseTimestamp("2022-05-12");
  const auto cases = ReadCases("value/times.txt");
  EXPECT_GE(cases.size(), 160u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 2u) << where;
    EXPECT_EQ(ShowAll(row[0], published), row[1]) << where << ": " << row[0];
  }
}

TEST(TimeTest, WithoutAPublicationTimeAWeekdayIsOnlyAWeekday) {
  EXPECT_EQ(ShowAll("They met on Monday.", std::nullopt), "unresolved 1");
}

TEST(TimeTest, WithoutAPublicationTimeRelativeTimesAreUnresolved) {
  EXPECT_EQ(ShowAll("It closed last month.", std::nullopt), "unresolved");
  EXPECT_EQ(ShowAll("It closed on May 10.", std::nullopt), "unresolved");
}

TEST(TimeTest, FullDatesNeedNoPublicationTime) {
  EXPECT_EQ(ShowAll("It closed on May 10, 2022.", std::nullopt),
            "2022-05-10..2022-05-11");
}

TEST(TimeTest, BasisSaysWhatWasRead) {
  const auto published = ParseTimestamp("2022-05-12");
  const std::string text = "On Monday, in 1965, on May 3 and last year.";
  const auto times = FindTimes(text, Tokenize(text), published);
  ASSERT_EQ(times.size(), 4u);
  EXPECT_EQ(times[0].basis(), v1::TIME_BASIS_WEEKDAY);
  EXPECT_EQ(times[1].basis(), v1::TIME_BASIS_EXPLICIT);
  EXPECT_EQ(times[2].basis(), v1::TIME_BASIS_COMPLETED);
  EXPECT_EQ(times[3].basis(), v1::TIME_BASIS_RELATIVE);
}

}  // namespace
}  // namespace concord
