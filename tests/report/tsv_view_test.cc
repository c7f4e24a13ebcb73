// The table for spreadsheets.

#include "engine/report/tsv_view.h"

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
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

TEST(TsvViewTest, AQuotationMarkAtTheStartSwallowsNoCell) {
  EXPECT_EQ(TsvCell("\"We wrote,\" he said"), "\"\"\"We wrote,\"\" he said\"");
  EXPECT_EQ(TsvCell("\"=1+1"), "\"\"\"=1+1\"");
  EXPECT_EQ(TsvCell("He said \"no\""), "He said \"no\"");
}

TEST(TsvViewTest, ACellStaysInItsPlace) {
  EXPECT_EQ(TsvCell("a\tb\nc\x1B"), "a b c\\u{1B}");
}

std::vector<std::vector<std::string>> SampleTable() {
  std::string text;
  StringSink sink(&text);
  TsvView view(sink);
  EXPECT_TRUE(
      RunDropVerb(DropVerb::kReconcile, {TestPath("data/sample")}, {}, view)
          .ok());
  std::vector<std::vector<std::string>> table;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!line.empty()) table.push_back(absl::StrSplit(line, '\t'));
  }
  return table;
}

TEST(TsvViewTest, EveryLineOfTheSampleHasEveryColumn) {
  const auto table = SampleTable();
  for (const auto& line : table) {
    EXPECT_EQ(line.size(), 13) << absl::StrJoin(line, "|");
  }
  EXPECT_EQ(table[0][8], "claim");
}

TEST(TsvViewTest, EveryClaimHasOneLine) {
  std::string text;
  StringSink sink(&text);
  TsvView view(sink);
  for (const std::string id : {"in two sets", "in one", "in none"}) {
    v1::Record record;
    record.mutable_claim()->set_claim_id(id);
    record.mutable_claim()->set_disposition(v1::DISPOSITION_UNSURE);
    ASSERT_TRUE(view.Write(record).ok());
  }
  v1::Record divergence, agreement;
  divergence.mutable_divergence()->set_divergence_id("D");
  divergence.mutable_divergence()->add_sides()->add_claim_ids("in two sets");
  agreement.mutable_agreement()->set_agreement_id("A");
  agreement.mutable_agreement()->add_claim_ids("in two sets");
  agreement.mutable_agreement()->add_claim_ids("in one");
  ASSERT_TRUE(view.Write(divergence).ok());
  ASSERT_TRUE(view.Write(agreement).ok());
  ASSERT_TRUE(view.Finish({}).ok());
  const std::vector<std::string> lines = absl::StrSplit(text, '\n');
  ASSERT_EQ(lines.size(), 5);
  EXPECT_EQ(lines[1],
            "divergence\tD\tThe accounts differ\tunrated\t1\t\t\t\t\t"
            "in two sets\t\t\tA");
  EXPECT_TRUE(absl::StartsWith(lines[2], "agreement\tA\t")) << lines[2];
  EXPECT_TRUE(absl::StartsWith(lines[3], "undecided\t\t")) << lines[3];
}

TEST(TsvViewTest, NoClaimOfTheSampleIsMissingOrThereTwice) {
  std::set<std::string> ids;
  const auto table = SampleTable();
  for (size_t i = 1; i < table.size(); ++i) {
    EXPECT_TRUE(ids.insert(table[i][9]).second) << table[i][9];
    EXPECT_FALSE(table[i][0].empty());
  }
  EXPECT_GT(ids.size(), 200);
}

}  // namespace
}  // namespace concord
