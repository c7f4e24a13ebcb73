// Any bytes, as a ninjs item.

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "tests/fuzz/intake_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  concord::CheckIntake(
      absl::string_view(reinterpret_cast<const char*>(data), size), "a.json");
  return 0;
}
