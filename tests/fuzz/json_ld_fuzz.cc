// Any bytes as a script of JSON-LD.

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/ingest/json_ld.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static concord::JsonLdReader& reader = *new concord::JsonLdReader;
  reader.Read(absl::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
