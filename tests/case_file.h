// Reads tables of test cases: plain text, one case a line.

#ifndef CONCORD_TESTS_CASE_FILE_H_
#define CONCORD_TESTS_CASE_FILE_H_

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "tests/test_path.h"

namespace concord {

// One line, its fields parted by " | ", and where it stands.
struct Case {
  std::vector<std::string> fields;
  std::string where;  // "file:line"
};

// The cases of tests/data/`path`. Empty lines and lines that begin with '#'
// are left out; "\n" in a case stands for a line break.
inline std::vector<Case> ReadCases(absl::string_view path) {
  std::vector<Case> cases;
  std::ifstream file(TestPath(absl::StrCat("data/", path)));
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Case c;
    c.fields =
        absl::StrSplit(absl::StrReplaceAll(line, {{"\\n", "\n"}}), " | ");
    c.where = absl::StrCat(path, ":", number);
    cases.push_back(std::move(c));
  }
  return cases;
}

}  // namespace concord

#endif  // CONCORD_TESTS_CASE_FILE_H_
