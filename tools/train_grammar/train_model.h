// From a treebank and a word list to all parts of a model.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_TRAIN_MODEL_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_TRAIN_MODEL_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "tools/train_grammar/model_writer.h"
#include "tools/train_grammar/trainers.h"
#include "tools/train_grammar/treebank.h"
#include "tools/train_grammar/word_list.h"

namespace concord {

// Trains everything, on one thread. Equal arguments give equal parts, on every
// machine. Says on standard error how far it is.
ModelParts TrainModel(const std::vector<GoldSentence>& treebank,
                      const std::vector<ListedForm>& listed,
                      const Recipe& recipe);

// The treebank, then what else is made of it: sentences that the engine would
// tokenize in another way, so tokenized, and some in the casing of headlines or
// in a newspaper's marks.
std::vector<GoldSentence> WithCopies(std::vector<GoldSentence> gold);

// A hash of all that weights are learned from, as it is used: sentences with
// their tokens (and so how the engine cuts them), the listed forms, the recipe.
uint64_t DigestOfSources(absl::Span<const GoldSentence> sentences,
                         absl::Span<const ListedForm> listed,
                         const Recipe& recipe);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_TRAIN_MODEL_H_
