// Gzip data for tests and benchmarks.

#ifndef CONCORD_TESTS_INGEST_GZIP_BYTES_H_
#define CONCORD_TESTS_INGEST_GZIP_BYTES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// `content` as one member.
std::string Gzip(absl::string_view content);

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_GZIP_BYTES_H_
