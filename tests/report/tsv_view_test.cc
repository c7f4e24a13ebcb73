// The table for spreadsheets.

#include "engine/report/tsv_view.h"

#include <algorithm>
#include <sstream>
#include <string>

#include "engine/pipeline/pipeline.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

TEST(TsvViewTest, ACellThatWouldBeAFormulaIsText) {
  for (const std::string formula :
       {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "\uFF1D1"}) {
    EXPECT_EQ(TsvCell(formula)[0], '\'') << formula;
  }
  EXPECT_EQ(TsvCell("Six - or seven = hurt"), "Six - or seven = hurt");
}

TEST(TsvViewTest, ACellStaysInItsPlace) {
  EXPECT_EQ(TsvCell("a\tb\nc\x1B"), "a b c\\u{1B}");
}

TEST(TsvViewTest, EveryLineOfTheSampleHasEveryColumn) {
  std::string text;
  StringSink sink(&text);
  TsvView view(sink);
  ASSERT_TRUE(
      RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, view)
          .ok());
  std::istringstream lines(text);
  size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 10) << line;
  }
  EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace concord
