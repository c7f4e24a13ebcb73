// Packed data for tests and benchmarks.

#ifndef CONCORD_TESTS_INGEST_PACKED_BYTES_H_
#define CONCORD_TESTS_INGEST_PACKED_BYTES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// `content` as one member of gzip data.
std::string Gzip(absl::string_view content);

// As deflate data, in zlib's wrapping and bare.
std::string Zlib(absl::string_view content);
std::string RawDeflate(absl::string_view content);

// As one frame of Zstandard data with a checksum, whose window has 2^window_log
// bytes; 0 lets the library choose.
std::string Zstd(absl::string_view content, int window_log = 0);

// As Brotli data.
std::string Brotli(absl::string_view content);

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_PACKED_BYTES_H_
