// Any bytes, as the body of a server's answer. The first byte chooses the
// codings.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "engine/base/limits.h"
#include "engine/ingest/header_block.h"
#include "engine/ingest/http_payload.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  static constexpr const char* kCodings[] = {
      "", "gzip", "deflate", "br", "zstd", "identity", "compress"};
  concord::HeaderBlock headers;
  if (data[0] & 1) headers.AddLine("Transfer-Encoding: chunked");
  headers.AddLine(std::string("Content-Encoding: ") +
                  kCodings[(data[0] >> 1) % std::size(kCodings)]);
  concord::Limits limits;
  limits.max_record_bytes = 1 << 20;
  const std::string body(reinterpret_cast<const char*>(data + 1), size - 1);
  const concord::HttpPayload payload =
      concord::DecodeHttpBody(body, headers, limits);
  concord::Check(payload.bytes.size() <= limits.max_record_bytes,
                 "a payload keeps to its limit");
  return 0;
}
