// Limits as flags: set, reported where they are met, written in the header.

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "engine/base/limits.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class LimitFlagsTest : public ToolTest {
 protected:
  void SetUp() override {
    ToolTest::SetUp();
    Put("drop/a.jsonl",
        "{\"text\":\"The pier opened.\"}\n{\"text\":\"The pier closed.\"}\n"
        "{\"text\":\"The pier burnt down.\"}\n");
  }
};

TEST_F(LimitFlagsTest, EveryLimitStandsInTheHeader) {
  const std::string out = Run("extract drop --format=jsonl").out;
  for (const LimitInfo& limit : AllLimits()) {
    EXPECT_THAT(out, HasSubstr(absl::StrCat(
                         "{\"name\":\"", std::string(limit.name),
                         "\",\"value\":\"", Limits().*limit.value, "\"}")));
  }
}

TEST_F(LimitFlagsTest, EveryLimitThatCanBeSetStandsInTheHelp) {
  const std::string help = Run("extract --help").out;
  for (const LimitInfo& limit : AllLimits()) {
    const std::string flag =
        absl::StrCat("--", absl::StrReplaceAll(limit.name, {{"_", "-"}}));
    if (limit.least == limit.most) {
      EXPECT_THAT(help, Not(HasSubstr(flag)));
    } else {
      EXPECT_THAT(help, HasSubstr(flag));
    }
  }
}

TEST_F(LimitFlagsTest, SizesMayHaveAUnit) {
  const Ran ran =
      Run("extract drop --format=jsonl --max-record-bytes=2KiB "
          "--max-inflated-bytes 1048576");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out,
              HasSubstr("{\"name\":\"max_record_bytes\",\"value\":\"2048\"}"));
  EXPECT_THAT(
      ran.out,
      HasSubstr("{\"name\":\"max_inflated_bytes\",\"value\":\"1048576\"}"));
}

TEST_F(LimitFlagsTest, WhatIsNoLimitIsAUsageError) {
  for (const char* flag :
       {"--max-record-bytes=0", "--max-record-bytes=2GiB", "--max-articles=-1",
        "--max-lines=many", "--max-json-depth=100000"}) {
    const Ran ran = Run(absl::StrCat("extract drop ", flag));
    EXPECT_EQ(ran.code, 2) << flag;
    EXPECT_THAT(ran.err, HasSubstr(std::string(flag).substr(
                             0, std::string(flag).find('='))));
  }
}

TEST_F(LimitFlagsTest, ALineOverTheLimitIsQuarantined) {
  const Ran ran = Run("extract drop --format=jsonl --max-record-bytes=30");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("a line of 31 bytes is longer than the limit "
                                 "of 30 bytes a record (max_record_bytes)"));
}

TEST_F(LimitFlagsTest, LinesOverTheLimitAreQuarantinedOnce) {
  const Ran ran = Run("extract drop --format=jsonl --max-lines=2");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("The pier closed."));
  EXPECT_THAT(ran.out, Not(HasSubstr("burnt down")));
  EXPECT_THAT(ran.out, HasSubstr("a.jsonl:3: the file has more lines than the "
                                 "limit of 2 (max_lines)"));
}

TEST_F(LimitFlagsTest, MoreArticlesThanTheLimitStopTheRun) {
  EXPECT_EQ(Run("extract drop --max-articles=3").code, 0);
  const Ran ran = Run("extract drop -o run.pbs --max-articles=2");
  EXPECT_EQ(ran.code, 5);
  EXPECT_THAT(ran.err, HasSubstr("limit of 2 (max_articles)"));
  EXPECT_EQ(Get("run.pbs"), "") << "what is there would depend on the order";
}

TEST_F(LimitFlagsTest, JsonNestedDeeperThanTheLimitIsQuarantined) {
  Put("drop/a.jsonl", "{\"text\":\"A.\",\"x\":[[1]]}\n");
  EXPECT_EQ(Run("extract drop --max-json-depth=3").code, 0);
  const Ran ran = Run("extract drop --format=jsonl --max-json-depth=2");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.out, HasSubstr("limit of 2 deep (max_json_depth)"));
}

TEST_F(LimitFlagsTest, ClaimsFilesHaveThemToo) {
  Put("claims.jsonl", "{\"text\":\"a b c d\"}\n{\"text\":\"e f g h\"}\n");
  const Ran ran = Run("cluster claims.jsonl --format=jsonl --max-lines=1");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("(max_lines)"));
}

}  // namespace
}  // namespace concord
