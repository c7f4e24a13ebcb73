// Compares claims with the cases of tests/data/claim; its README.md gives the
// format.

#include <dirent.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/claim/claim_text.h"
#include "tests/test_path.h"

namespace concord {
namespace {

struct Case {
  std::string file;
  std::string name;
  std::string text;
  std::vector<std::string> claims;
};

// So that a failure names the case.
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.file << ": " << c.name;
}

std::vector<std::string> CaseFiles() {
  std::vector<std::string> files;
  DIR* folder = opendir(TestPath("data/claim").c_str());
  while (const dirent* entry = folder ? readdir(folder) : nullptr) {
    const std::string name = entry->d_name;
    if (absl::EndsWith(name, ".txt")) files.push_back(name);
  }
  if (folder != nullptr) closedir(folder);
  std::sort(files.begin(), files.end());
  return files;
}

void ReadFile(const std::string& name, std::vector<Case>& cases) {
  std::ifstream in(TestPath("data/claim/" + name));
  std::string line;
  while (std::getline(in, line)) {
    absl::string_view rest = line;
    if (absl::ConsumePrefix(&rest, "## ")) {
      cases.push_back({name, std::string(rest), "", {}});
    } else if (absl::ConsumePrefix(&rest, "> ")) {
      std::string& text = cases.back().text;
      absl::StrAppend(&text, text.empty() ? "" : "\n\n", rest);
    } else if (absl::ConsumePrefix(&rest, "- ")) {
      cases.back().claims.push_back(std::string(rest));
    }
  }
}

std::vector<Case> AllCases() {
  std::vector<Case> cases;
  for (const std::string& file : CaseFiles()) ReadFile(file, cases);
  return cases;
}

class GoldenClaims : public testing::TestWithParam<Case> {};

TEST_P(GoldenClaims, AreAsWritten) {
  const Case& c = GetParam();
  EXPECT_THAT(DescribeClaims(c.text), testing::ElementsAreArray(c.claims))
      << c.file << ": " << c.name << "\n> " << c.text << "\n- "
      << absl::StrJoin(DescribeClaims(c.text), "\n- ");
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenClaims, testing::ValuesIn(AllCases()));

TEST(GoldenClaimsTest, CoverMoreThanAFewCases) {
  EXPECT_GE(AllCases().size(), 120u);
}

}  // namespace
}  // namespace concord
