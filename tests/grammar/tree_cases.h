// The cases of tests/data/grammar/trees.txt.

#ifndef CONCORD_TESTS_GRAMMAR_TREE_CASES_H_
#define CONCORD_TESTS_GRAMMAR_TREE_CASES_H_

#include <ostream>
#include <string>
#include <vector>

namespace concord {

// A sentence and the lines that must be true of its parse, as written.
struct TreeCase {
  std::string phenomenon;  // the comment above it
  std::string sentence;
  std::vector<std::string> facts;
  // What is right and the parser does not get: lines marked "not yet: ".
  std::vector<std::string> not_yet;
};

std::vector<TreeCase> ReadTreeCases();

// For GoogleTest's messages.
void PrintTo(const TreeCase& c, std::ostream* out);

}  // namespace concord

#endif  // CONCORD_TESTS_GRAMMAR_TREE_CASES_H_
