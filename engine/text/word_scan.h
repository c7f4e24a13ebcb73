// Where words, numbers and addresses end.

#ifndef CONCORD_ENGINE_TEXT_WORD_SCAN_H_
#define CONCORD_ENGINE_TEXT_WORD_SCAN_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/text/character.h"

namespace concord {

// True for what words are made of: letters, digits, combining marks.
inline bool IsWordChar(const Char& c) {
  return c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark);
}

// The end of the word characters from text[pos], with hyphens, ampersands and
// apostrophes that stand between them: "Suk-yeol", "AT&T", "O'Brien".
size_t WordEnd(absl::string_view text, size_t pos);

// The end of the word text[begin, end) with the dots that belong to it, in
// "U.S.-led" or "Gov.": `end` where there are none. `number_before` tells a
// unit ("5 oz.") from a word.
size_t DottedWordEnd(absl::string_view text, size_t begin, size_t end,
                     bool number_before);

// The end of the address of a page or mailbox whose first word is
// text[begin, end): `end` where it is none.
size_t AddressEnd(absl::string_view text, size_t begin, size_t end);

// The end of the number whose first digit is text[pos], or `pos` where its
// letters make it a word: "3.6", "1910-45", "17:48", "18th", "2.6bn", but not
// "30-minute".
size_t NumberEnd(absl::string_view text, size_t pos);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_WORD_SCAN_H_
