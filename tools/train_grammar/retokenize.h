// Trees over the treebank's tokens as trees over the engine's own.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_RETOKENIZE_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_RETOKENIZE_H_

#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

// The sentence with the tokens of Tokenize. Where one of them is several of the
// treebank's ("three-year" for "three", "-", "year"), the one whose head lies
// outside gives tag, head and label. nullopt where the engine splits what the
// treebank keeps whole, for then nobody has said what is right.
std::optional<GoldSentence> Retokenize(const GoldSentence& sentence);

// Those sentences that can be retokenized.
std::vector<GoldSentence> RetokenizeAll(
    absl::Span<const GoldSentence> sentences);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_RETOKENIZE_H_
