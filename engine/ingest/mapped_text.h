// Text that knows where each of its bytes came from.
//
// Example:
//   MappedText mapped;
//   mapped.AppendSource("caf\xE9", 0);          // "caf" and U+FFFD
//   mapped.AppendDecoded("&", 4, 5);            // from "&amp;"
//   Document document = {.text = std::move(mapped).text(), ...};

#ifndef CONCORD_ENGINE_INGEST_MAPPED_TEXT_H_
#define CONCORD_ENGINE_INGEST_MAPPED_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"

namespace concord {

// Builds Document.text and Document.source_map together, so that the map
// covers the text by construction. Sources are appended in source order.
class MappedText {
 public:
  // Appends bytes that stand in the source at `source_begin`, as they are.
  // Each byte that is NUL or no part of well-formed UTF-8 is replaced by U+FFFD
  // and counted. (One for each byte, not for each ill-formed sequence, keeps
  // "equal lengths map byte for byte" true: some of those have three bytes.)
  void AppendSource(absl::string_view bytes, size_t source_begin);

  // Appends text that stands for source bytes which read otherwise: a decoded
  // entity, a line break for a tag. REQUIRES: `text` is valid UTF-8, and its
  // length is not `source_length`.
  void AppendDecoded(absl::string_view text, size_t source_begin,
                     size_t source_length);

  // Appends one white space character for a run of white space or of tags. A
  // run of one byte maps to itself, although it may read otherwise.
  void AppendSpace(char space, size_t source_begin, size_t source_length);

  const std::string& text() const { return text_; }
  uint32_t repaired_sequences() const { return repaired_sequences_; }

  // Hand over what was built; the object is spent then.
  std::string TakeText() { return std::move(text_); }
  std::vector<v1::SourceMapSegment> TakeMap() { return std::move(map_); }

 private:
  void AppendSame(absl::string_view bytes, size_t source_begin);
  void AddSegment(size_t text_length, size_t source_begin,
                  size_t source_length);

  std::string text_;
  std::vector<v1::SourceMapSegment> map_;
  uint32_t repaired_sequences_ = 0;
};

// `bytes` as valid UTF-8 without NUL, by the same rule.
std::string RepairedUtf8(absl::string_view bytes);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_MAPPED_TEXT_H_
