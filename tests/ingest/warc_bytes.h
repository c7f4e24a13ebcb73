// Records of WARC files, for tests and benchmarks.

#ifndef CONCORD_TESTS_INGEST_WARC_BYTES_H_
#define CONCORD_TESTS_INGEST_WARC_BYTES_H_

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

// A record whose block is `block`. `more` holds further headers, with their
// line breaks.
inline std::string WarcRecord(absl::string_view type, absl::string_view uri,
                              absl::string_view block,
                              absl::string_view more = "") {
  return absl::StrCat(
      "WARC/1.1\r\nWARC-Type: ", type, "\r\nWARC-Target-URI: ", uri,
      "\r\nWARC-Record-ID: <urn:test:", type, ":", uri,
      ">\r\nWARC-Date: 2026-03-04T09:30:00Z\r\n", more,
      "Content-Length: ", block.size(), "\r\n\r\n", block, "\r\n\r\n");
}

// A server's answer.
inline std::string HttpAnswer(absl::string_view body,
                              absl::string_view headers = "",
                              absl::string_view status = "200 OK",
                              absl::string_view type = "text/html") {
  return absl::StrCat("HTTP/1.1 ", status, "\r\nContent-Type: ", type, "\r\n",
                      headers, "\r\n", body);
}

// A page as a response.
inline std::string WarcPage(absl::string_view uri, absl::string_view page) {
  return WarcRecord("response", uri, HttpAnswer(page));
}

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_WARC_BYTES_H_
