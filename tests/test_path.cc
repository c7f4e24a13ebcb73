#include "tests/test_path.h"

#include "absl/strings/str_cat.h"

namespace concord {

std::string TestPath(absl::string_view name) {
  return absl::StrCat(CONCORD_TESTS, "/", name);
}

}  // namespace concord
