// The table of pairs, tests/data/compare/pairs.tsv. Answers are those of the
// taxonomy, not the engine's: a line that the engine gets wrong is marked
// FAILS, and must lose its mark when it no longer does.
//
//   CONCORD_UPDATE_GOLDEN=1 build/tests/compare/compare_test
//
// sets the marks and their count anew: look at the difference.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/claim/from_text.h"
#include "engine/compare/compare.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

const std::string& TablePath() {
  static const std::string* const path =
      new std::string(TestPath("data/compare/pairs.tsv"));
  return *path;
}

constexpr absl::string_view kMark = "FAILS ";
constexpr absl::string_view kCount = "# Known failures: ";

// A line of the table; a comment where `expected` is empty.
struct Row {
  std::string line;
  std::string expected;  // "AGREE", "DIVERGE NUMERIC"
  std::string a;
  std::string b;
  bool marked = false;

  bool is_pair() const { return !expected.empty(); }
};

Row ParseRow(const std::string& line) {
  Row row;
  row.line = line;
  const std::vector<std::string> columns = absl::StrSplit(line, '\t');
  if (columns.size() != 3) return row;
  absl::string_view expected = columns[0];
  row.marked = absl::ConsumePrefix(&expected, kMark);
  row.expected = std::string(expected);
  row.a = columns[1];
  row.b = columns[2];
  return row;
}

std::vector<Row> ReadTable() {
  std::ifstream table(TablePath());
  std::vector<Row> rows;
  for (std::string line; std::getline(table, line);) {
    rows.push_back(ParseRow(line));
  }
  return rows;
}

std::string Show(const Verdict& verdict) {
  std::string out = v1::Comparison::Relation_Name(verdict.relation).substr(9);
  if (!verdict.types.empty()) {
    absl::StrAppend(&out, " ",
                    v1::DivergenceType_Name(verdict.types.front()).substr(16));
  }
  return out;
}

Verdict Judged(const std::string& x, const std::string& y) {
  const v1::Claim a = ClaimOfText(x);
  const v1::Claim b = ClaimOfText(y);
  return Compare(Prepare(a), Prepare(b), {.same_event = true});
}

int CountMarked(const std::vector<Row>& rows) {
  return static_cast<int>(std::count_if(
      rows.begin(), rows.end(), [](const Row& row) { return row.marked; }));
}

void UpdateMarks(std::vector<Row> rows) {
  for (Row& row : rows) {
    if (!row.is_pair()) continue;
    row.marked = Show(Judged(row.a, row.b)) != row.expected;
    row.line = absl::StrCat(row.marked ? kMark : "", row.expected, "\t", row.a,
                            "\t", row.b);
  }
  std::ofstream table(TablePath());
  for (const Row& row : rows) {
    const bool count = absl::StartsWith(row.line, kCount);
    table << (count ? absl::StrCat(kCount, CountMarked(rows)) : row.line)
          << "\n";
  }
}

TEST(PairsTest, AreJudgedAsTheTableSays) {
  if (std::getenv("CONCORD_UPDATE_GOLDEN") != nullptr) UpdateMarks(ReadTable());
  for (const Row& row : ReadTable()) {
    if (!row.is_pair() || row.marked) continue;
    const Verdict verdict = Judged(row.a, row.b);
    EXPECT_EQ(Show(verdict), row.expected)
        << row.line << "\n  same " << verdict.same << " conflict "
        << verdict.conflict;
  }
}

TEST(PairsTest, KnownFailuresLoseTheirMarkWhenTheyNoLongerFail) {
  for (const Row& row : ReadTable()) {
    if (row.marked) {
      EXPECT_NE(Show(Judged(row.a, row.b)), row.expected) << row.line;
    }
  }
}

TEST(PairsTest, KnownFailuresAreCounted) {
  const std::vector<Row> rows = ReadTable();
  const auto count = std::find_if(rows.begin(), rows.end(), [](const Row& r) {
    return absl::StartsWith(r.line, kCount);
  });
  ASSERT_NE(count, rows.end());
  EXPECT_EQ(absl::StripPrefix(count->line, kCount),
            absl::StrCat(CountMarked(rows)));
}

TEST(PairsTest, AreManyAndNoneTwice) {
  std::set<std::string> pairs;
  for (const Row& row : ReadTable()) {
    const bool comment = row.line.empty() || row.line[0] == '#';
    EXPECT_NE(comment, row.is_pair()) << row.line;
    if (!row.is_pair()) continue;
    EXPECT_TRUE(pairs.insert(absl::StrCat(row.a, "\t", row.b)).second)
        << row.line;
  }
  EXPECT_GE(pairs.size(), 300u);
}

// The order of the two claims is no part of the answer.
TEST(PairsTest, AreJudgedTheSameFromEitherSide) {
  for (const Row& row : ReadTable()) {
    if (!row.is_pair()) continue;
    EXPECT_EQ(Show(Judged(row.a, row.b)), Show(Judged(row.b, row.a)))
        << row.line;
  }
}

}  // namespace
}  // namespace concord
