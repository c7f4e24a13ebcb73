#include "engine/ingest/mapped_text.h"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

bool IsClean(absl::string_view bytes) {
  return bytes.find('\0') == absl::string_view::npos &&
         simdjson::validate_utf8(bytes.data(), bytes.size());
}

// End of the run of well-formed characters other than NUL from bytes[pos] on.
size_t CleanRunEnd(absl::string_view bytes, size_t pos) {
  while (pos < bytes.size() && bytes[pos] != '\0') {
    const uint32_t length = Utf8SequenceLength(bytes, pos);
    if (length == 0) break;
    pos += length;
  }
  return pos;
}

}  // namespace

void MappedText::AppendSource(absl::string_view bytes, size_t source_begin) {
  if (IsClean(bytes)) return AppendSame(bytes, source_begin);
  for (size_t pos = 0; pos < bytes.size();) {
    const size_t end = CleanRunEnd(bytes, pos);
    AppendSame(bytes.substr(pos, end - pos), source_begin + pos);
    pos = end;
    if (pos == bytes.size()) break;
    AppendDecoded(kReplacement, source_begin + pos, 1);
    ++repaired_sequences_;
    ++pos;
  }
}

void MappedText::AppendSame(absl::string_view bytes, size_t source_begin) {
  AddSegment(bytes.size(), source_begin, bytes.size());
  text_.append(bytes.data(), bytes.size());
}

void MappedText::AppendDecoded(absl::string_view text, size_t source_begin,
                               size_t source_length) {
  AddSegment(text.size(), source_begin, source_length);
  text_.append(text.data(), text.size());
}

void MappedText::AppendSpace(char space, size_t source_begin,
                             size_t source_length) {
  AddSegment(1, source_begin, source_length);
  text_.push_back(space);
}

void MappedText::AddSegment(size_t text_length, size_t source_begin,
                            size_t source_length) {
  if (text_length == 0) return;
  if (!map_.empty() && text_length == source_length) {
    v1::SourceMapSegment& last = map_.back();
    if (last.text_length() == last.source_length() &&
        last.source_begin() + last.source_length() == source_begin) {
      last.set_text_length(last.text_length() +
                           static_cast<uint32_t>(text_length));
      last.set_source_length(last.text_length());
      return;
    }
  }
  v1::SourceMapSegment& segment = map_.emplace_back();
  segment.set_text_begin(static_cast<uint32_t>(text_.size()));
  segment.set_text_length(static_cast<uint32_t>(text_length));
  segment.set_source_begin(static_cast<uint32_t>(source_begin));
  segment.set_source_length(static_cast<uint32_t>(source_length));
}

std::string RepairedUtf8(absl::string_view bytes) {
  MappedText mapped;
  mapped.AppendSource(bytes, 0);
  return mapped.TakeText();
}

}  // namespace concord
