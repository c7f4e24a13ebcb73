// Datelines, bylines and credits of single lines, from tables of cases.

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/byline.h"
#include "engine/article/credit.h"
#include "engine/article/dateline.h"
#include "engine/article/line.h"
#include "engine/article/line_class.h"
#include "engine/base/span.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::vector<std::string> CasesOf(const std::string& name) {
  std::ifstream in(TestPath("data/article/" + name));
  std::vector<std::string> cases;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') cases.push_back(line);
  }
  return cases;
}

std::string OrDash(absl::string_view text) {
  return text.empty() ? "-" : std::string(text);
}

// A case begins with its line, so that a line with what is found in it, written
// as in the file, gives the case back.
ByteSpan LineOf(const std::string& line) {
  return {0, static_cast<uint32_t>(line.size())};
}

std::string WithDateline(const std::string& line,
                         const std::optional<Dateline>& dateline) {
  if (!dateline) return line;
  return absl::StrCat(line, " | ", OrDash(Slice(line, dateline->place)), " | ",
                      OrDash(Slice(line, dateline->agency)));
}

std::string FirstColumns(const std::string& row, int dropped) {
  std::string line = row;
  for (int i = 0; i < dropped; ++i) line = line.substr(0, line.rfind(" | "));
  return line;
}

TEST(DatelineTest, IsReadBeforeTheFirstSentence) {
  for (const std::string& row : CasesOf("datelines.txt")) {
    const bool expected = row.find(" | ") != row.npos;
    const std::string line = FirstColumns(row, expected ? 2 : 0);
    EXPECT_EQ(WithDateline(line, DatelineBefore(line, LineOf(line))), row);
  }
}

TEST(DatelineTest, IsReadWhereItHasALineToItself) {
  for (const std::string& row : CasesOf("datelines_alone.txt")) {
    const bool expected = row.find(" | ") != row.npos;
    const std::string line = FirstColumns(row, expected ? 2 : 0);
    EXPECT_EQ(WithDateline(line, DatelineAlone(line, LineOf(line))), row);
  }
}

TEST(DatelineTest, EndsWhereTheSentenceBegins) {
  const std::string text = "Before. TOKYO (Reuters) – Two men left.";
  const auto dateline =
      DatelineBefore(text, {8, static_cast<uint32_t>(text.size())});
  ASSERT_TRUE(dateline.has_value());
  EXPECT_EQ(text.substr(dateline->span.end), " Two men left.");
}

TEST(BylineTest, IsReadFromALine) {
  for (const std::string& row : CasesOf("bylines.txt")) {
    const bool expected =
        row.find("| person") != row.npos || row.find("| agency") != row.npos;
    std::string line = row;
    // The line stands twice, at its begin without "By".
    if (expected) {
      const std::string both = FirstColumns(row, 1);
      const size_t bars = std::count(both.begin(), both.end(), '|');
      line = FirstColumns(both, static_cast<int>((bars + 1) / 2));
    }
    const std::optional<Byline> byline = ParseByline(line, LineOf(line));
    std::string found = line;
    if (byline) {
      absl::StrAppend(&found, " | ", Slice(line, byline->author), " | ",
                      byline->agency ? "agency" : "person");
    }
    EXPECT_EQ(found, row);
  }
}

TEST(CreditTest, IsFoundAtTheEndOfALine) {
  for (const std::string& row : CasesOf("credits.txt")) {
    const size_t bar = row.find(" | ");
    std::string line = row.substr(0, bar);
    // Where the credit begins with a bar itself, the line holds it too.
    if (const size_t own = row.find(" | | "); own != row.npos) {
      line = row.substr(0, own);
    }
    const std::optional<ByteSpan> credit = TrailingCredit(line, LineOf(line));
    const std::string found =
        credit ? absl::StrCat(line, " | ", Slice(line, *credit)) : line;
    EXPECT_EQ(found, row);
  }
}

TEST(CreditTest, FindsTheAgencyThatSignsAReport) {
  for (const std::string line :
       {"They left. (Reuters)", "They left. - AFP", "“We left.” — AP"}) {
    EXPECT_TRUE(TrailingAgency(line, LineOf(line)).has_value()) << line;
  }
  for (const std::string line :
       {"They left (Reuters)", "They left. (Photo: AFP)", "They left.",
        "They left. (Getty Images)", "They left - AFP"}) {
    EXPECT_FALSE(TrailingAgency(line, LineOf(line)).has_value()) << line;
  }
}

// ClassifyLine asks each of these parsers only where a line bears a sign of it.
// No line may lose by that.
TEST(LineClassTest, AsksEveryParserThatWouldFindSomething) {
  for (const std::string file :
       {"bylines.txt", "credits.txt", "datelines_alone.txt"}) {
    for (const std::string& row : CasesOf(file)) {
      for (const absl::string_view line : absl::StrSplit(row, " | ")) {
        const ByteSpan span = {0, static_cast<uint32_t>(line.size())};
        const bool told = ParseByline(line, span) ||
                          DatelineAlone(line, span) ||
                          TrailingCredit(line, span);
        EXPECT_EQ(ClassifyLine(line, LineAt(line, span)).kind !=
                      v1::SECTION_KIND_UNSPECIFIED,
                  told)
            << line;
      }
    }
  }
}

}  // namespace
}  // namespace concord
