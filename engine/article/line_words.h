// The words of a line in a form that can be compared with tables.

#ifndef CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_
#define CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"

namespace concord {

// A word, in lower case (ASCII), with a straight apostrophe.
struct LineWord {
  absl::string_view text;  // lives as long as the LineWords it is of
  ByteSpan span;           // in the line
  bool quoted = false;     // between double quotation marks
};

// The words of a line: runs of letters, digits and inner apostrophes. Hyphens
// and all other marks part words; "©" is one. Does not need the line once it is
// made, and may be moved: the words' texts stay where they are.
class LineWords {
 public:
  // Linear in the line.
  explicit LineWords(absl::string_view line);

  size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const LineWord& operator[](size_t i) const { return words_[i]; }
  const LineWord& back() const { return words_.back(); }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }
  operator absl::Span<const LineWord>() const { return words_; }

 private:
  std::unique_ptr<char[]> lower_;  // the words' texts, one after the other
  std::vector<LineWord> words_;
};

inline LineWords WordsOf(absl::string_view line) { return LineWords(line); }

// True where both have the same words, whatever their marks and case.
bool SameWords(absl::string_view a, absl::string_view b);

// True where the word consists of digits.
bool IsNumber(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_LINE_WORDS_H_
