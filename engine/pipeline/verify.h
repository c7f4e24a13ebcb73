// Proves a record stream whole and true to itself.

#ifndef CONCORD_ENGINE_PIPELINE_VERIFY_H_
#define CONCORD_ENGINE_PIPELINE_VERIFY_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// What a stream holds, and what is wrong with it.
struct VerifyResult {
  // "articles 5, claims 120, ..." for people.
  std::string summary;
  // One line each, the first `kMaxProblems`; empty where the stream is whole.
  std::vector<std::string> problems;

  bool ok() const { return problems.empty(); }

  static constexpr size_t kMaxProblems = 100;
};

// Re-reads a whole stream, in any format, and checks:
//   - shape: header first, kinds in order, trailer last, counts and digest;
//   - ids: unique, sorted within their kind, article ids those of their text;
//   - references: every id named is a record of this stream;
//   - spans: every span slices its article on character boundaries, sections
//     are in order, fragments are in order, source maps cover the text;
//   - sets: one disposition a claim, which the sets bear out; an agreement
//     spans two articles; a side's value is the text of its span.
VerifyResult VerifyStream(absl::string_view bytes);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_VERIFY_H_
