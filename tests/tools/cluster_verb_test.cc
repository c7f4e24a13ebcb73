// The verb cluster: its options, what they refuse, and the --stats record.

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ClusterVerbTest : public ToolTest {
 protected:
  // Two lines that share six of nine shingles, and one by itself.
  void SetUp() override {
    ToolTest::SetUp();
    Put("lines.txt",
        "The ferry ran aground off Calder Point on Tuesday\n"
        "A dam was closed in the hills\n"
        "The ferry ran aground off Calder Point on Monday night\n");
  }
};

TEST_F(ClusterVerbTest, EdgesCarryTheirSimilarity) {
  const Ran ran = Run("cluster --lines lines.txt --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"claim_ids\":[\"1\",\"3\"]"));
  EXPECT_THAT(ran.out, HasSubstr("\"similarity\":0.666"));
}

TEST_F(ClusterVerbTest, AHigherThresholdPartsWhatALowerOneJoins) {
  const Ran ran =
      Run("cluster --lines lines.txt --threshold=0.7 --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, Not(HasSubstr("claim_ids")));
  EXPECT_THAT(ran.out, HasSubstr("\"threshold\",\"value\":\"0.7\""));
}

TEST_F(ClusterVerbTest, HasItsBandsInTheHeader) {
  EXPECT_THAT(Run("cluster --lines lines.txt --bands=32 --format=jsonl").out,
              HasSubstr("\"bands\",\"value\":\"32\""));
}

TEST_F(ClusterVerbTest, ExactFindsTheSameHereAndSaysSoInTheHeader) {
  const Ran ran = Run("cluster --lines lines.txt --exact --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"claim_ids\":[\"1\",\"3\"]"));
  EXPECT_THAT(ran.out, HasSubstr("\"exact\",\"value\":\"true\""));
  EXPECT_THAT(ran.out, Not(HasSubstr("\"bands\"")));
}

TEST_F(ClusterVerbTest, StatsAreOneLineOfJsonOnStandardError) {
  const Ran ran = Run("cluster --lines lines.txt --stats --format=jsonl");
  EXPECT_THAT(ran.err,
              AllOf(HasSubstr("{\"cluster_stats\":{\"texts\":3,"
                              "\"distinct_sets\":3,\"candidates\":1,"
                              "\"filter_passed\":1,\"verified\":1,"
                              "\"edges\":1,\"capped_postings\":0,\"bytes\":"),
                    HasSubstr("}}\n")));
  EXPECT_THAT(ran.out, Not(HasSubstr("cluster_stats")));
}

TEST_F(ClusterVerbTest, StatsLeaveTheStreamAsItIs) {
  const Ran quiet = Run("cluster --lines lines.txt --format=jsonl");
  EXPECT_THAT(quiet.err, IsEmpty());
  EXPECT_EQ(Run("cluster --lines lines.txt --stats --format=jsonl").out,
            quiet.out);
}

TEST_F(ClusterVerbTest, ThreadsChangeNoByte) {
  const std::string one = Run("cluster --lines lines.txt --threads=1").out;
  EXPECT_EQ(Run("cluster --lines lines.txt --threads=3").out, one);
}

TEST_F(ClusterVerbTest, CountsWhatTheCapKeptOutInTheTrailer) {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    absl::StrAppend(&lines, "by our staff in the city of Calder today number ",
                    i, "\n");
  }
  Put("family.txt", lines);
  EXPECT_THAT(Run("cluster --lines family.txt --format=jsonl").out,
              HasSubstr("\"dropped\":[{\"cap\":\"postings\",\"count\":"));
}

struct Refusal {
  const char* options;
  const char* words;
};

TEST_F(ClusterVerbTest, RefusesOptionsThatMakeNoSenseAndSaysWhy) {
  const Refusal refusals[] = {
      {"--threshold=0", "'0' is not a number from 0.05 to 1"},
      {"--threshold=1.5", "'1.5' is not a number from 0.05 to 1"},
      {"--threshold=nan", "'nan' is not a number from 0.05 to 1"},
      {"--threshold=half", "'half' is not a number from 0.05 to 1"},
      {"--bands=0", "'0' is not a number from 1 to 64"},
      {"--bands=65", "'65' is not a number from 1 to 64"},
      {"--bands=2.5", "--bands"},
      {"--exact --bands=8", "--bands excludes --exact"},
  };
  for (const Refusal& refusal : refusals) {
    const Ran ran = Run(absl::StrCat("cluster lines.txt ", refusal.options));
    EXPECT_EQ(ran.code, 2) << refusal.options;
    EXPECT_THAT(ran.err, HasSubstr(refusal.words)) << refusal.options;
  }
}

TEST_F(ClusterVerbTest, OtherVerbsHaveNoneOfItsOptions) {
  Put("drop/a.txt", kStory);
  EXPECT_EQ(Run("reconcile drop --bands=8").code, 2);
  EXPECT_EQ(Run("group lines.txt --exact").code, 2);
}

}  // namespace
}  // namespace concord
