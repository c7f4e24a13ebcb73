// Where the tests' files stand.

#ifndef CONCORD_TESTS_TEST_PATH_H_
#define CONCORD_TESTS_TEST_PATH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// The path of tests/`name`: TestPath("data/sample"), TestPath("data/" + x).
//
// A function and not a macro, so that one object alone holds the folder of the
// checkout: a compiler's cache then serves the tests of every checkout.
std::string TestPath(absl::string_view name);

}  // namespace concord

#endif  // CONCORD_TESTS_TEST_PATH_H_
