// Sentences in the casing of headlines, so that a capital is not all a name is
// known by.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_CASING_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_CASING_H_

#include <vector>

#include "absl/types/span.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

// A copy in which each word but short ones begins with a capital.
GoldSentence AsHeadline(GoldSentence sentence);

// A copy in capitals, or in small letters. ASCII letters alone are changed, so
// that the tokens' spans hold.
GoldSentence AsUpper(GoldSentence sentence);
GoldSentence AsLower(GoldSentence sentence);

// Copies of some of the sentences in other casings: a fixed, small share.
std::vector<GoldSentence> CasingCopies(
    absl::Span<const GoldSentence> sentences);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_CASING_H_
