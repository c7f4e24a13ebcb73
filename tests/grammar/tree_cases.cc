#include "tests/grammar/tree_cases.h"

#include <fstream>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tests/test_path.h"

namespace concord {
namespace {

constexpr absl::string_view kNotYet = "not yet: ";

}  // namespace

std::vector<TreeCase> ReadTreeCases() {
  std::ifstream file(TestPath("data/grammar/trees.txt"));
  std::vector<TreeCase> cases;
  TreeCase next;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty()) {
      if (!next.sentence.empty()) cases.push_back(std::move(next));
      next = TreeCase();
    } else if (line[0] == '#') {
      next.phenomenon = line.substr(1);
    } else if (next.sentence.empty()) {
      next.sentence = line;
    } else if (absl::StartsWith(line, kNotYet)) {
      next.not_yet.push_back(line.substr(kNotYet.size()));
    } else {
      next.facts.push_back(line);
    }
  }
  if (!next.sentence.empty()) cases.push_back(std::move(next));
  return cases;
}

void PrintTo(const TreeCase& c, std::ostream* out) {
  *out << c.phenomenon << ": " << c.sentence;
}

}  // namespace concord
