// The command line: exit codes, help, formats, output files.

#include <algorithm>
#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(ToolTest, ExitsWithUsageWhereTheCommandLineMakesNoSense) {
  EXPECT_EQ(Run("").code, 2);
  EXPECT_EQ(Run("frobnicate").code, 2);
  EXPECT_EQ(Run("reconcile").code, 2);
  EXPECT_EQ(Run("reconcile drop --format=html5").code, 2);
  EXPECT_EQ(Run("reconcile drop --threads=0").code, 2);
}

TEST_F(ToolTest, HelpShowsExamplesFirst) {
  for (const char* verb : {"reconcile", "extract", "segment", "claims",
                           "cluster", "group", "compare", "report", "verify"}) {
    const Ran ran = Run(absl::StrCat(verb, " --help"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_LT(ran.out.find("Examples:"), ran.out.find("Usage:")) << verb;
    EXPECT_THAT(ran.out, HasSubstr("Exit codes:"));
  }
}

TEST_F(ToolTest, StreamsAreWholeInEveryFormat) {
  Put("drop/a.txt", kStory);
  for (const char* format : {"pbs", "jsonl", "txtpb"}) {
    for (const char* verb : {"reconcile", "extract", "segment", "claims"}) {
      ASSERT_EQ(Run(absl::StrCat(verb, " drop -o run --format=", format)).code,
                0);
      EXPECT_EQ(Run("verify run").code, 0) << verb << " " << format;
    }
  }
}

TEST_F(ToolTest, VerifyNamesDamage) {
  Put("drop/a.txt", kStory);
  Run("reconcile drop -o run.pbs");
  Put("torn.pbs", Get("run.pbs").substr(0, 200));
  const Ran ran = Run("verify torn.pbs");
  EXPECT_EQ(ran.code, 4);
  EXPECT_THAT(ran.err, HasSubstr("torn.pbs"));
  EXPECT_THAT(ran.out, HasSubstr("DAMAGED"));
}

TEST_F(ToolTest, VerifyReadsStandardInput) {
  Put("drop/a.txt", kStory);
  EXPECT_EQ(Run("claims drop -o run.pbs").code, 0);
  EXPECT_EQ(Run("verify - < run.pbs").code, 0);
}

TEST_F(ToolTest, AnOutputFileThatCannotBeOpenedIsAUsageError) {
  Put("drop/a.txt", kStory);
  EXPECT_EQ(Run("reconcile drop -o no/such/folder/run.pbs").code, 2);
}

constexpr char kTwoPapers[] =
    "{\"id\":\"1\",\"outlet\":\"The Calder Post\",\"text\":\"The ferry ran "
    "aground off Calder Point.\"}\n"
    "{\"id\":\"2\",\"outlet\":\"Ostrey Today\",\"text\":\"The ferry ran "
    "aground off Calder Point.\"}\n";

TEST_F(ToolTest, OutletsOfAUserAreReadAndNotedInTheHeader) {
  Put("drop/a.jsonl", kTwoPapers);
  Put("outlets.tsv", "The Calder Post\tCalder Media\tOstrey Today\n");
  const Ran without = Run("reconcile drop --format=jsonl");
  EXPECT_THAT(without.out, HasSubstr("\"outlets\":2"));
  EXPECT_THAT(without.out, Not(HasSubstr("\"name\":\"outlets\"")));
  const Ran with = Run("reconcile drop --outlets outlets.tsv --format=jsonl");
  EXPECT_EQ(with.code, 0) << with.err;
  EXPECT_THAT(with.out, HasSubstr("\"outlets\":1"));
  EXPECT_THAT(with.out, HasSubstr("\"name\":\"outlets\""));
}

TEST_F(ToolTest, ADamagedFileOfOutletsIsAUsageErrorThatNamesTheLine) {
  Put("drop/a.jsonl", kTwoPapers);
  Put("outlets.tsv", "The Calder Post\n\tCalder Media\n");
  const Ran ran = Run("reconcile drop --outlets outlets.tsv -o run.pbs");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err,
            "concord: outlets.tsv:2: expected a name in the first column\n");
  EXPECT_FALSE(std::filesystem::exists(dir_ / "run.pbs"));
  EXPECT_EQ(Run("reconcile drop --outlets none.tsv").code, 2);
}

TEST_F(ToolTest, ALexiconThatCannotBeReadIsOneErrorBeforeAnyWork) {
  Put("drop/a.txt", kStory);
  Put("my.lexicon", "no lexicon");
  const Ran damaged =
      Run("CONCORD_LEXICON=my.lexicon", "reconcile drop -o run.pbs");
  EXPECT_EQ(damaged.code, 2);
  EXPECT_THAT(damaged.err, StartsWith("concord: my.lexicon: lexicon: "));
  EXPECT_EQ(std::count(damaged.err.begin(), damaged.err.end(), '\n'), 1);
  EXPECT_FALSE(std::filesystem::exists(dir_ / "run.pbs"));
  const Ran absent = Run("CONCORD_LEXICON=none", "claims drop");
  EXPECT_EQ(absent.code, 2);
  EXPECT_THAT(absent.err, StartsWith("concord: none: lexicon: open"));
  EXPECT_EQ(Run("CONCORD_LEXICON=none", "--help").code, 0);
}

TEST_F(ToolTest, LeavesNoTemporaryFile) {
  Put("drop/a.txt", kStory);
  EXPECT_EQ(Run("reconcile drop -o run.pbs").code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(dir_)) {
    EXPECT_THAT(entry.path().string(), Not(HasSubstr(".tmp")));
  }
}

TEST_F(ToolTest, AFullDeviceIsNoSuccess) {
  Put("drop/a.txt", kStory);
  EXPECT_NE(Run("reconcile drop --format=jsonl > /dev/full").code, 0);
}

TEST_F(ToolTest, CompareAnswersEveryPair) {
  Put("pairs.jsonl",
      "{\"id\":\"p\",\"a\":\"The mayor resigned.\",\"b\":\"The mayor "
      "resigned.\"}\n"
      "{\"id\":7,\"a\":\"Six died.\",\"b\":\"The pier is blue.\"}\n");
  const Ran ran = Run("compare pairs.jsonl --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out,
              HasSubstr("\"id\":\"p\",\"relation\":\"RELATION_AGREE\""));
  EXPECT_THAT(ran.out, HasSubstr("\"id\":\"7\""));
}

TEST_F(ToolTest, CompareExplainsWhereAsked) {
  Put("pairs.jsonl",
      "{\"id\":\"p\",\"a\":\"The minister resigned on May 10, "
      "2022.\",\"b\":\"The "
      "minister resigned in May 2022.\"}\n"
      "{\"id\":\"q\",\"a\":\"The crash killed 12 people.\",\"b\":\"The "
      "crash killed 17 people.\"}\n");
  const Ran plain = Run("compare pairs.jsonl --format=text");
  EXPECT_THAT(plain.err, Not(HasSubstr("the same 0.")));
  const Ran ran = Run("compare pairs.jsonl --explain --format=text");
  EXPECT_EQ(ran.out, plain.out);
  EXPECT_THAT(ran.err, HasSubstr("p: agree; the same 0."));
  EXPECT_THAT(ran.err, HasSubstr(": \"May 10, 2022\" / \"May 2022\"\n"));
  EXPECT_THAT(ran.err, HasSubstr("  no conflict, because: "));
  EXPECT_THAT(ran.err, HasSubstr("q: diverge; the same 0."));
  EXPECT_THAT(ran.err, HasSubstr(": \"12\" / \"17\"\n"));
}

TEST_F(ToolTest, ClusterAnswersWithTheCallersIds) {
  Put("claims.jsonl",
      "{\"id\":\"c1\",\"text\":\"The ferry ran aground off Calder Point.\"}\n"
      "{\"id\":\"c2\",\"text\":\"the ferry ran aground off Calder Point\"}\n"
      "{\"id\":\"c3\",\"text\":\"A dam was closed in the hills.\"}\n");
  const Ran ran = Run("cluster claims.jsonl --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"claim_ids\":[\"c1\",\"c2\"]"));
  EXPECT_THAT(ran.out, Not(HasSubstr("\"c3\"")));
}

TEST_F(ToolTest, ClusterTakesPlainLines) {
  Put("lines.txt",
      "The ferry ran aground off Calder Point.\nA dam was closed.\n"
      "The ferry ran aground off Calder Point.\n");
  const Ran ran = Run("cluster --lines lines.txt --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"claim_ids\":[\"1\",\"3\"]"));
}

TEST_F(ToolTest, GroupAnswersWithTheCallersIds) {
  Put("claims.jsonl",
      "{\"id\":\"g1\",\"text\":\"The mayor resigned on Monday.\"}\n"
      "{\"id\":\"g2\",\"text\":\"The mayor resigned on Monday.\"}\n");
  const Ran ran = Run("group claims.jsonl --format=jsonl");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"claim_ids\":[\"g1\",\"g2\"]"));
}

}  // namespace
}  // namespace concord
