// The table of pairs, tests/data/compare/pairs.tsv.

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/claim/from_text.h"
#include "engine/compare/compare.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

// "AGREE", "DIVERGE NUMERIC".
std::string Show(const Verdict& verdict) {
  std::string out = v1::Comparison::Relation_Name(verdict.relation).substr(9);
  if (!verdict.types.empty()) {
    absl::StrAppend(&out, " ",
                    v1::DivergenceType_Name(verdict.types.front()).substr(16));
  }
  return out;
}

TEST(PairsTest, AreJudgedAsTheTableSays) {
  std::ifstream table(TestPath("data/compare/pairs.tsv"));
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> row = absl::StrSplit(line, '\t');
    ASSERT_EQ(row.size(), 3u) << line;
    const v1::Claim a = ClaimOfText(row[1]);
    const v1::Claim b = ClaimOfText(row[2]);
    const Verdict verdict =
        Compare(Prepare(a), Prepare(b), {.same_event = true});
    EXPECT_EQ(Show(verdict), row[0]) << line << "\n  same " << verdict.same
                                     << " conflict " << verdict.conflict;
    ++rows;
  }
  EXPECT_GE(rows, 25);
}

}  // namespace
}  // namespace concord
