// Whether a parse is a tree.

#ifndef CONCORD_TESTS_FUZZ_TREE_CHECK_H_
#define CONCORD_TESTS_FUZZ_TREE_CHECK_H_

#include <cstddef>
#include <cstdint>

#include "engine/grammar/grammar.h"
#include "tests/fuzz/check.h"

namespace concord {

// Checks the invariant of ParsedSentence for `n` tokens.
inline void CheckTree(const ParsedSentence& parse, size_t n) {
  Check(parse.tags.size() == n && parse.heads.size() == n &&
            parse.labels.size() == n,
        "a parse has one of each for every token");
  size_t roots = 0;
  for (size_t i = 0; i < n; ++i) {
    roots += parse.heads[i] == kRootHead;
    auto at = static_cast<int32_t>(i);
    for (size_t steps = 0; at != kRootHead; ++steps) {
      Check(steps <= n, "heads do not go round in a circle");
      Check(at >= 0 && static_cast<size_t>(at) < n, "a head is a token");
      at = parse.heads[at];
    }
  }
  Check(roots == (n == 0 ? 0 : 1), "a tree has one root");
}

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_TREE_CHECK_H_
