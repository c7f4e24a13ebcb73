// `concord report` and `reconcile --report`.

#include <cstdlib>
#include <filesystem>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

TEST_F(ToolTest, ReportDrawsTheSamePageAsReconcileDoes) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("reconcile drop -o run.pbs --report one.html").code, 0);
  ASSERT_EQ(Run("report run.pbs -o two.html").code, 0);
  EXPECT_TRUE(absl::StartsWith(Get("one.html"), "<!doctype html>"));
  EXPECT_EQ(Get("one.html"), Get("two.html"));
}

TEST_F(ToolTest, ReportReadsEveryFormatAndStandardInput) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("reconcile drop -o run.pbs").code, 0);
  ASSERT_EQ(Run("reconcile drop -o run.jsonl --format=jsonl").code, 0);
  const std::string page = Run("report run.pbs").out;
  EXPECT_EQ(Run("report run.jsonl").out, page);
  EXPECT_EQ(Run("report - < run.pbs").out, page);
}

TEST_F(ToolTest, ReportAsTextIsTheAccountOfReconcile) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("reconcile drop -o run.pbs").code, 0);
  EXPECT_EQ(Run("report run.pbs --format=text").out,
            Run("reconcile drop --format=text").out);
}

TEST_F(ToolTest, ReportHasColourWhereItIsAskedForAndNeverInAFile) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("reconcile drop -o run.pbs").code, 0);
  const std::string text = "report run.pbs --format=text";
  EXPECT_FALSE(absl::StrContains(Run(text).out, "\x1B["));
  EXPECT_FALSE(absl::StrContains(Run(text + " --color=never").out, "\x1B["));
  EXPECT_TRUE(absl::StrContains(Run(text + " --color=always").out, "\x1B["));
  EXPECT_EQ(Run(text + " --color=sometimes").code, 2);
}

TEST_F(ToolTest, ATerminalGetsColourUnlessItIsUnwanted) {
  Put("drop/story.txt", kStory);
  const auto on_terminal = [&](const std::string& environment) {
    std::system(absl::StrCat("cd '", dir_.string(), "' && ", environment,
                             " script -qec \"'", CONCORD_TOOL,
                             "' reconcile drop\" typescript >/dev/null")
                    .c_str());
    return absl::StrContains(Get("typescript"), "\x1B[1m");
  };
  if (std::system("command -v script >/dev/null") != 0) {
    GTEST_SKIP() << "needs script(1)";
  }
  EXPECT_TRUE(on_terminal("TERM=xterm"));
  EXPECT_FALSE(on_terminal("TERM=xterm NO_COLOR=1"));
  EXPECT_FALSE(on_terminal("TERM=dumb"));
}

TEST_F(ToolTest, ReportOfATornStreamIsDamageAndLeavesNoPage) {
  Put("drop/story.txt", kStory);
  ASSERT_EQ(Run("reconcile drop -o run.pbs").code, 0);
  Put("torn.pbs", Get("run.pbs").substr(0, 200));
  EXPECT_EQ(Run("report torn.pbs -o page.html").code, 4);
  EXPECT_FALSE(std::filesystem::exists(dir_ / "page.html"));
}

TEST_F(ToolTest, ReportOfNoFileIsNoInput) {
  EXPECT_EQ(Run("report none.pbs").code, 3);
}

}  // namespace
}  // namespace concord
