// What a web server's answer holds, its codings undone.

#ifndef CONCORD_ENGINE_INGEST_HTTP_PAYLOAD_H_
#define CONCORD_ENGINE_INGEST_HTTP_PAYLOAD_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/base/limits.h"
#include "engine/ingest/header_block.h"

namespace concord {

struct HttpPayload {
  std::string bytes;
  // DATA_LOSS where `bytes` break off; with any other error they are no use.
  absl::Status status;
};

// Undoes the transfer coding "chunked" and one content coding: gzip, deflate
// (with zlib's wrapping or bare), br or zstd. A coding that `body` does not
// show was undone by the crawler, and is passed over. UNIMPLEMENTED where the
// coding is another one; what UnpackReader says of `limits`; OUT_OF_RANGE where
// the payload is longer than max_record_bytes.
HttpPayload DecodeHttpBody(std::string body, const HeaderBlock& headers,
                           const Limits& limits);

// The status of "HTTP/1.1 200 OK", 200; 0 where it is no such line.
int HttpStatusOf(absl::string_view line);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTTP_PAYLOAD_H_
