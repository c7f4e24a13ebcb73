// `concord ingest`, `concord store` and `concord verify --store`.

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::HasSubstr;

TEST_F(ToolTest, IngestMakesAStoreAndGivesAWholeStream) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state -o delta.pbs").code, 0);
  EXPECT_EQ(Run("verify delta.pbs").code, 0);
  const Ran whole = Run("verify --store state");
  EXPECT_EQ(whole.code, 0);
  EXPECT_THAT(whole.out, HasSubstr("state: whole"));
}

TEST_F(ToolTest, SameDropAgainSaysThatNothingChanged) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state -o delta.pbs").code, 0);
  const Ran again = Run("ingest drop --store state --format=text");
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("nothing has changed"));
  EXPECT_THAT(again.out, HasSubstr("Nothing new."));
}

TEST_F(ToolTest, ExportIsWhatReconcileGives) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state -o delta.pbs").code, 0);
  EXPECT_EQ(Run("store export --store state --format=jsonl").out,
            Run("reconcile drop --format=jsonl").out);
}

TEST_F(ToolTest, DryRunLeavesTheStoreEmpty) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state --dry-run -o delta.pbs").code, 0);
  EXPECT_THAT(Run("store stats --store state").out,
              HasSubstr("\narticles 0\n"));
}

TEST_F(ToolTest, NoStoreIsNoInput) {
  EXPECT_EQ(Run("store stats --store none").code, 3);
  EXPECT_EQ(Run("verify --store none").code, 3);
}

TEST_F(ToolTest, StoreThatIsNoDatabaseIsDamage) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state -o delta.pbs").code, 0);
  Put("state/record.db", std::string(8192, 'x'));
  EXPECT_EQ(Run("store stats --store state").code, 4);
  EXPECT_EQ(Run("ingest drop --store state").code, 4);
}

TEST_F(ToolTest, LostSegmentsAreMadeAnewByRebuild) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("ingest drop --store state -o delta.pbs").code, 0);
  std::filesystem::remove_all(dir_ / "state/segments");
  const Ran damaged = Run("verify --store state");
  EXPECT_EQ(damaged.code, 4);
  EXPECT_THAT(damaged.err, HasSubstr("concord store rebuild"));
  EXPECT_EQ(Run("store rebuild --store state").code, 0);
  EXPECT_EQ(Run("verify --store state").code, 0);
}

TEST_F(ToolTest, UnknownActionOfStoreIsUsage) {
  EXPECT_EQ(Run("store polish --store state").code, 2);
}

TEST_F(ToolTest, VerifyOfNothingIsUsage) { EXPECT_EQ(Run("verify").code, 2); }

}  // namespace
}  // namespace concord
