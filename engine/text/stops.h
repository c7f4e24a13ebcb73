// The parts of a possible sentence end: the stops, what closes after them, the
// word before them and what follows.

#ifndef CONCORD_ENGINE_TEXT_STOPS_H_
#define CONCORD_ENGINE_TEXT_STOPS_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/text/character.h"

namespace concord {

// The stops at one place: ".", "?!", "...", ". . .".
struct Stops {
  size_t begin = 0;
  size_t end = 0;        // past the stops
  size_t close_end = 0;  // past what closes after them: quotation marks,
                         // brackets, footnote marks, an emoticon
  size_t dots = 0;       // "…" counts as three
  bool strong = false;   // has a question or exclamation mark
  bool spaced = false;   // the dots are parted by spaces
  bool quote = false;    // a quotation mark closes after them

  bool ellipsis() const { return !strong && dots > 1; }
};

// Reads the stops at text[pos], where a character of class kStop begins.
Stops ReadStops(absl::string_view text, size_t pos);

// What follows the white space after the stops.
struct Next {
  size_t pos = 0;          // of its first character
  bool bracket = false;    // an opening bracket stands before its first word
  bool opened = false;     // that or a quotation mark does
  Char first;              // the first character after those marks
  absl::string_view word;  // the word it begins, cut at kLongestWord
};

// Reads what begins at text[pos].
Next ReadNext(absl::string_view text, size_t pos);

// No word that a rule knows is longer, in bytes.
inline constexpr size_t kLongestWord = 24;

// The letters, digits and apostrophes at text[pos], cut at kLongestWord.
absl::string_view WordAt(absl::string_view text, size_t pos);

// The letters, digits, apostrophes and inner dots before text[end], down to
// text[begin]; empty where they are longer than kLongestWord.
absl::string_view WordBefore(absl::string_view text, size_t begin, size_t end);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_STOPS_H_
