// What a file is, told by its first bytes, with its name as a hint.

#ifndef CONCORD_ENGINE_INGEST_FORMAT_H_
#define CONCORD_ENGINE_INGEST_FORMAT_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

enum class Format : uint8_t {
  kText,
  kJsonLines,  // an object a line
  kJson,       // one object, over several lines
  kHtml,
  kFeed,        // RSS or Atom
  kWarc,        // what a crawler fetched
  kPacked,      // any of these, compressed
  kUnsupported  // known or seen to be none of these
};

// A format and, for kUnsupported, what it is instead, for people: "a PDF
// document".
struct FormatGuess {
  Format format = Format::kText;
  absl::string_view what;
};

// Tells the format of a file called `name` that begins with `head`.
//
// Content decides where it is plain (a signature, a doctype, a brace); the
// name decides between what content cannot tell apart, such as a text that
// begins with a brace.
FormatGuess TellFormat(absl::string_view name, absl::string_view head);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_FORMAT_H_
