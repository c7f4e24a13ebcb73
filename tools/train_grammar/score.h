// How well a model tags and parses a treebank.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_SCORE_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_SCORE_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/grammar.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

// Counts of words; the last three leave punctuation aside.
struct GrammarScore {
  int words = 0;
  int tags = 0;    // with the right tag
  int heads = 0;   // with the right head
  int labels = 0;  // with the right head and label
  int inner_words = 0;
  int inner_heads = 0;
  int inner_labels = 0;
};

GrammarScore ScoreSentences(absl::Span<const GoldSentence> sentences,
                            Parser& parser);

// Prints one line; `what` says what was measured.
void PrintScore(const char* what, const GrammarScore& score);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_SCORE_H_
