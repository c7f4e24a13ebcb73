// Whether a stop ends its sentence.

#ifndef CONCORD_ENGINE_TEXT_SENTENCE_END_H_
#define CONCORD_ENGINE_TEXT_SENTENCE_END_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace concord {

// The verdict on a stop.
struct StopVerdict {
  bool ends = false;  // a sentence ends at `end`
  size_t end = 0;     // past the stops and the marks that close after them
};

// Judges the stops that begin at text[pos], in the sentence that begins at
// text[begin]. Reads no further back than a long word, and forward only over
// the stops, the white space after them and a few words: so judging every stop
// of a text takes linear time.
//
// REQUIRES: a character of class kStop begins at text[pos].
StopVerdict JudgeStop(absl::string_view text, size_t begin, size_t pos);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_SENTENCE_END_H_
