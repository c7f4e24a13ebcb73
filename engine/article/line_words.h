// The words of a line in a form that can be compared with tables.

#ifndef CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_
#define CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"

namespace concord {

// A word, in lower case (ASCII), with a straight apostrophe.
struct LineWord {
  std::string text;
  ByteSpan span;        // in the line
  bool quoted = false;  // between double quotation marks
};

// The words of `line`: runs of letters, digits and inner apostrophes. Hyphens
// and all other marks part words; "©" is one. Linear time.
std::vector<LineWord> WordsOf(absl::string_view line);

// True where both have the same words, whatever their marks and case.
bool SameWords(absl::string_view a, absl::string_view b);

// True where the word consists of digits.
bool IsNumber(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_
