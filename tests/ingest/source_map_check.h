// What must hold of every document, whatever it was read from.

#ifndef CONCORD_TESTS_INGEST_SOURCE_MAP_CHECK_H_
#define CONCORD_TESTS_INGEST_SOURCE_MAP_CHECK_H_

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/utf8.h"
#include "engine/ingest/document.h"
#include "gtest/gtest.h"

namespace concord {

inline void ExpectValidUtf8WithoutNul(absl::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    ASSERT_NE(text[pos], '\0');
    const uint32_t length = Utf8SequenceLength(text, pos);
    ASSERT_GT(length, 0u);
    pos += length;
  }
}

// The bytes as a page shows them: any white space is a space.
inline std::string Spaced(absl::string_view bytes) {
  std::string spaced(bytes);
  for (char& c : spaced) {
    if (absl::ascii_isspace(c)) c = ' ';
  }
  return spaced;
}

// The map covers the text in order, leads forward through the source, and
// segments of equal length hold equal bytes (in HTML, but for white space).
inline void ExpectMapLeadsBack(const Document& document,
                               absl::string_view source) {
  size_t text_end = 0, source_end = 0;
  const absl::string_view text = document.text;
  for (const v1::SourceMapSegment& segment : document.source_map) {
    ASSERT_EQ(segment.text_begin(), text_end);
    ASSERT_GT(segment.text_length(), 0u);
    ASSERT_GE(segment.source_begin(), source_end);
    text_end += segment.text_length();
    source_end = segment.source_begin() + segment.source_length();
    ASSERT_LE(source_end, source.size());
    if (segment.text_length() != segment.source_length()) continue;
    ASSERT_EQ(
        Spaced(text.substr(segment.text_begin(), segment.text_length())),
        Spaced(source.substr(segment.source_begin(), segment.source_length())));
  }
  ASSERT_EQ(text_end, text.size());
}

// Blocks are in order, do not overlap, begin and end in words, and lie in
// containers that nest.
inline void ExpectBlocksInOrder(const Document& document) {
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    ASSERT_GE(block.span.begin, end);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LT(block.container, document.containers.size());
    ASSERT_GE(block.link_density, 0.0f);
    ASSERT_LE(block.link_density, 1.0f);
    end = block.span.end;
  }
  ASSERT_LE(end, document.text.size());
  for (size_t c = 0; c < document.containers.size(); ++c) {
    const Container& container = document.containers[c];
    const Container& parent = document.containers[container.parent];
    ASSERT_TRUE(c == 0 || container.parent < c);
    ASSERT_GT(container.end, c);
    ASSERT_LE(container.end, parent.end);
  }
}

}  // namespace concord

#endif  // CONCORD_TESTS_INGEST_SOURCE_MAP_CHECK_H_
