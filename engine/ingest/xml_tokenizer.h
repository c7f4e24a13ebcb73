// XML as a stream of tokens, as it is met in life: what is wrong with it stops
// nothing.
//
// No declaration is read: a document type with its entities is passed over, so
// that nothing expands and nothing is fetched.
//
// Example:
//   XmlTokenizer tokens(in, limits.max_record_bytes);
//   XmlToken token;
//   while (*tokens.Next(token)) Use(token);

#ifndef CONCORD_ENGINE_INGEST_XML_TOKENIZER_H_
#define CONCORD_ENGINE_INGEST_XML_TOKENIZER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"

namespace concord {

enum class XmlTokenKind : uint8_t {
  kStartTag,
  kEndTag,
  kText,   // up to the next tag; references are not decoded
  kCdata,  // what a CDATA section holds
};

// Views are valid until the next token.
struct XmlToken {
  XmlTokenKind kind = XmlTokenKind::kText;
  absl::string_view bytes;       // all of a tag, or the text
  absl::string_view name;        // of a tag, with its prefix: "dc:date"
  absl::string_view attributes;  // of a start tag, as they stand
  bool is_empty = false;         // "<br/>"
  uint64_t begin = 0;            // offset of its first byte
};

// Reads forward, in time linear in the bytes and memory of one token. Comments,
// processing instructions and declarations are passed over. A '<' that begins
// no tag is text; a tag ends at the next '<' if it does not end before.
//
// Not safe for use from two threads at once.
class XmlTokenizer {
 public:
  // `in` must outlive this.
  XmlTokenizer(ByteSource& in, size_t max_token_bytes)
      : in_(in), max_token_bytes_(max_token_bytes) {}

  // False at the end. OUT_OF_RANGE where a token is longer than the limit; what
  // `in` says.
  absl::StatusOr<bool> Next(XmlToken& token);

  // Offset of the next token.
  uint64_t offset() const { return base_ + pos_; }

  // What the XML declaration says: "iso-8859-1"; empty where it says nothing.
  const std::string& encoding() const { return encoding_; }

 private:
  static constexpr size_t kEnd = absl::string_view::npos;

  // Reads more into the window; false at the end.
  absl::StatusOr<bool> Grow();
  // Where `needle` stands in the window at `from` or later, or kEnd.
  absl::StatusOr<size_t> Find(absl::string_view needle, size_t from);
  // Whether the next token begins with `prefix`.
  absl::StatusOr<bool> At(absl::string_view prefix);
  // Goes behind the next `needle` after `skip` bytes, or to the end.
  absl::Status SkipTo(absl::string_view needle, size_t skip);
  absl::Status SkipInstruction();
  absl::Status SkipDeclaration();
  absl::Status ReadCdata(XmlToken& token);
  absl::Status ReadText(XmlToken& token);
  absl::Status ReadTag(XmlToken& token);
  // Where the tag at pos_ ends: behind its '>', at the next '<', or at the end.
  absl::StatusOr<size_t> TagEnd();

  absl::string_view Window(size_t begin, size_t end) const {
    return absl::string_view(window_).substr(begin, end - begin);
  }

  ByteSource& in_;
  const size_t max_token_bytes_;
  std::string window_;
  size_t pos_ = 0;     // of the next token in the window
  uint64_t base_ = 0;  // offset of the window
  std::string encoding_;
};

// The value of an attribute in a start tag's attributes, its references
// decoded; empty where it has none. O(attributes).
std::string XmlAttribute(absl::string_view attributes, absl::string_view name);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_XML_TOKENIZER_H_
