// Sentences as a newspaper sets them and a web treebank seldom does: without a
// full stop, as headlines and captions are, and in quotation marks, or in one
// of two where a quotation goes on over several sentences.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_FRAMING_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_FRAMING_H_

#include <vector>

#include "absl/types/span.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

// A copy without the mark that ends it, if it ends in one on which no other
// word hangs.
GoldSentence WithoutFinalMark(GoldSentence sentence);

// A copy with a quotation mark before it, after it.
GoldSentence WithOpeningQuote(GoldSentence sentence);
GoldSentence WithClosingQuote(GoldSentence sentence);

// Copies of some of the sentences in other frames: a fixed, small share.
std::vector<GoldSentence> FramingCopies(
    absl::Span<const GoldSentence> sentences);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_FRAMING_H_
