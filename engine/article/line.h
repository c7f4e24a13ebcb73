// A text as lines, and what can be seen of a line without reading it.

#ifndef CONCORD_ENGINE_ARTICLE_LINE_H_
#define CONCORD_ENGINE_ARTICLE_LINE_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

// A line that is not blank, without the white space around it. Prose wrapped by
// hand is one line, whatever breaks stand in it.
struct Line {
  ByteSpan span;
  bool after_blank = false;   // a blank line or the text's begin precedes it
  bool before_blank = false;  // a blank line or the text's end follows it
  size_t words = 0;           // runs of anything but white space
  char32_t stop = 0;          // . ! ? … where it closes as a sentence does

  bool ends_in_stop() const { return stop != 0; }
};

// The lines of `text`, in order. Time and memory are linear in the text.
//
// REQUIRES: text is valid UTF-8 of less than 4 GiB.
std::vector<Line> SplitLines(absl::string_view text);

// The same, with each printed line by itself.
std::vector<Line> SplitPrintedLines(absl::string_view text);

// What the two above say of text[span], trimmed.
Line LineAt(absl::string_view text, ByteSpan span);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_LINE_H_
