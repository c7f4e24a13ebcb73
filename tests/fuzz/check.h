// What a fuzz target calls when the code under test breaks its contract.

#ifndef CONCORD_TESTS_FUZZ_CHECK_H_
#define CONCORD_TESTS_FUZZ_CHECK_H_

#include <cstdio>
#include <cstdlib>

namespace concord {

// Ends the process where `holds` is false: a fuzzer takes that for a crash and
// keeps the input.
inline void Check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: broken contract: %s\n", what);
  std::abort();
}

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_CHECK_H_
