// Decoding of UTF-8 that is known to be valid, and the test that it is.

#ifndef CONCORD_ENGINE_BASE_UTF8_H_
#define CONCORD_ENGINE_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

// U+FFFD, which stands for a byte sequence that was not UTF-8.
inline constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";

// A decoded character and its length in bytes.
struct Rune {
  char32_t code = 0;
  uint32_t length = 0;
};

// Length in bytes of the well-formed sequence at text[pos], 1 to 4; 0 where it
// is ill-formed: overlong, a surrogate, above U+10FFFF, or cut short (Unicode
// 15, table 3-7). REQUIRES: pos < text.size().
uint32_t Utf8SequenceLength(absl::string_view text, size_t pos);

// The character at text[pos]. REQUIRES: pos < text.size(), and a well-formed
// sequence begins there.
Rune DecodeRune(absl::string_view text, size_t pos);

// True for a byte that continues a character.
inline bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The greatest character boundary <= pos. REQUIRES: valid UTF-8.
size_t FloorCharBoundary(absl::string_view text, size_t pos);

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_UTF8_H_
