#include "engine/base/utf8.h"

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

unsigned char ByteAt(absl::string_view text, size_t pos) {
  return static_cast<unsigned char>(text[pos]);
}

bool ContinuesIn(absl::string_view text, size_t pos, unsigned char low,
                 unsigned char high) {
  return pos < text.size() && ByteAt(text, pos) >= low &&
         ByteAt(text, pos) <= high;
}

}  // namespace

uint32_t Utf8SequenceLength(absl::string_view text, size_t pos) {
  const unsigned char lead = ByteAt(text, pos);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  // Only the second byte's range depends on the lead byte.
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;   // overlong
  if (lead == 0xED) high = 0x9F;  // surrogates
  if (lead == 0xF0) low = 0x90;   // overlong
  if (lead == 0xF4) high = 0x8F;  // above U+10FFFF
  const uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (!ContinuesIn(text, pos + 1, low, high)) return 0;
  for (uint32_t i = 2; i < length; ++i) {
    if (!ContinuesIn(text, pos + i, 0x80, 0xBF)) return 0;
  }
  return length;
}

Rune DecodeRune(absl::string_view text, size_t pos) {
  const unsigned char lead = ByteAt(text, pos);
  if (lead < 0x80) return {lead, 1};
  const uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = lead & (0x7F >> length);
  for (uint32_t i = 1; i < length; ++i) {
    code = code << 6 | (ByteAt(text, pos + i) & 0x3F);
  }
  return {code, length};
}

size_t FloorCharBoundary(absl::string_view text, size_t pos) {
  if (pos >= text.size()) return text.size();
  while (pos > 0 && IsContinuationByte(text[pos])) --pos;
  return pos;
}

}  // namespace concord
