// Which single line breaks end a sentence.

#ifndef CONCORD_ENGINE_TEXT_LINE_BREAK_H_
#define CONCORD_ENGINE_TEXT_LINE_BREAK_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace concord {

// Judges the line breaks of one text, which must be asked for in text order:
// what it learns of a block of lines serves all breaks of that block, so that
// all answers together take linear time. Not safe for use from two threads at
// once.
//
// Prose that was wrapped by hand goes on in the next line; a headline, an item
// of a list or a paragraph that has a line to itself does not. A line was
// wrapped where the next line's first word would not have fitted into the
// widest line of its block.
class LineBreaks {
 public:
  // `text` must outlive this.
  explicit LineBreaks(absl::string_view text) : text_(text) {}

  // True where the white space text[begin, end) between two words holds a break
  // that ends a sentence; a blank line always does.
  bool EndSentence(size_t begin, size_t end);

 private:
  // Lines between two blank lines.
  struct Block {
    size_t end = 0;
    size_t widest = 0;          // bytes of the widest line
    bool ends_in_stop = false;  // its last line ends as a sentence does
  };

  void ReadBlock(size_t pos);
  bool IsWrapped(size_t newline, size_t next) const;

  absl::string_view text_;
  Block block_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_LINE_BREAK_H_
