// Tables of cases as plain text: a case a line, columns parted by " | ", lines
// that begin with '#' are comments.

#ifndef CONCORD_TESTS_VALUE_CASE_FILE_H_
#define CONCORD_TESTS_VALUE_CASE_FILE_H_

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace concord {

inline std::vector<std::vector<std::string>> ReadCases(
    const std::string& name) {
  std::ifstream in(absl::StrCat(CONCORD_TEST_DATA, "/value/", name));
  std::vector<std::vector<std::string>> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    cases.push_back(absl::StrSplit(line, " | "));
  }
  return cases;
}

}  // namespace concord

#endif  // CONCORD_TESTS_VALUE_CASE_FILE_H_
