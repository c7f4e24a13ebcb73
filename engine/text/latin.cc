#include "engine/text/latin.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

constexpr char32_t kFirst = 0xC0;
constexpr char32_t kLast = 0x17F;

// Base letters from U+00C0 on, both cases alike; "" where there is no letter.
constexpr std::array<const char*, kLast - kFirst + 1> kBaseLetters = {
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",
    "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y",
    "th", "ss",
    // U+00E0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",
    "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y",
    "th", "y",
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d",
    "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g",
    "g", "g",
    // U+0120
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l",
    "l", "l",
    // U+0140
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o",
    "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s",
    "s", "s",
    // U+0160
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z",
    "z", "s"};

const char* BaseLetters(char32_t code) {
  return code < kFirst || code > kLast ? "" : kBaseLetters[code - kFirst];
}

}  // namespace

std::string PlainLowerCase(absl::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const uint32_t length = Utf8SequenceLength(text, pos);
    if (length <= 1) {
      plain += absl::ascii_tolower(static_cast<unsigned char>(text[pos++]));
      continue;
    }
    const char* base = BaseLetters(DecodeRune(text, pos).code);
    if (*base != '\0') {
      plain += base;
    } else {
      plain.append(text.data() + pos, length);
    }
    pos += length;
  }
  return plain;
}

}  // namespace concord
