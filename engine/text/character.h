// Characters by class, for the tokenizer and the sentence splitter.
//
// English text with the names of the world in it needs a dozen classes; they
// are read from one table for ASCII and from ranges beyond it.

#ifndef CONCORD_ENGINE_TEXT_CHARACTER_H_
#define CONCORD_ENGINE_TEXT_CHARACTER_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

enum class CharClass : uint8_t {
  kSpace,       // white space, zero-width space and byte order mark included
  kUpper,       // an upper-case letter
  kLower,       // a lower-case letter
  kLetter,      // a letter of a script without case
  kMark,        // a combining mark: belongs to the letter before it
  kDigit,       // 0 to 9
  kStop,        // may end a sentence: . ! ? … and their wide forms
  kApostrophe,  // ' and ’: apostrophe or quotation mark
  kQuote,       // ": opens or closes
  kOpenQuote,   // “ ‘ « and their kin
  kCloseQuote,  // ” » and their kin
  kOpen,        // an opening bracket
  kClose,       // a closing bracket
  kDash,        // - – —
  kPunct,       // other punctuation
  kSymbol,      // anything else: $ % € • and control characters
};

// A character of a text.
struct Char {
  char32_t code = 0;
  uint32_t length = 0;  // in bytes; 0 past the end of the text
  CharClass char_class = CharClass::kSpace;

  bool Is(CharClass c) const { return length > 0 && char_class == c; }
  bool IsSpace() const { return Is(CharClass::kSpace); }
  bool IsUpper() const { return Is(CharClass::kUpper); }
  bool IsLower() const { return Is(CharClass::kLower); }
  bool IsDigit() const { return Is(CharClass::kDigit); }
  bool IsLetter() const {
    return IsUpper() || IsLower() || Is(CharClass::kLetter);
  }
};

// The classes of the ASCII characters, by code.
extern const std::array<CharClass, 128> kAsciiClasses;

// The class of a character.
CharClass ClassOf(char32_t code);

// The character that begins at text[pos], which is beyond ASCII.
Char WideCharAt(absl::string_view text, size_t pos);

// The character at text[pos], or one of length 0 where pos is the text's end.
// REQUIRES: text is valid UTF-8 and pos a character boundary of it.
inline Char CharAt(absl::string_view text, size_t pos) {
  if (pos >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte >= 0x80) return WideCharAt(text, pos);
  return {byte, 1, kAsciiClasses[byte]};
}

// The character that ends before text[pos], or one of length 0 where pos is 0.
// REQUIRES: as for CharAt.
Char CharBefore(absl::string_view text, size_t pos);

// The first position in [pos, end] that is no white space, or `end`.
size_t SkipSpace(absl::string_view text, size_t pos, size_t end);

// The least position in [begin, pos] with only white space behind it up to
// `pos`.
size_t TrimSpace(absl::string_view text, size_t begin, size_t pos);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_CHARACTER_H_
