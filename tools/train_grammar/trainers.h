// The three models: tags, moves, labels.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_TRAINERS_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_TRAINERS_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/tag.h"
#include "tools/train_grammar/lexicon.h"
#include "tools/train_grammar/perceptron.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

// A sentence ready for training.
struct TrainingSentence {
  const GoldSentence* source = nullptr;
  std::vector<Word> words;
  std::vector<LexiconEntry> entries;
  // As a tagger that has not seen the sentence tags it: what the parser will
  // meet in life.
  std::vector<Tag> tags;
};

std::vector<TrainingSentence> PrepareSentences(
    absl::Span<const GoldSentence> sentences, const TrainingLexicon& lexicon);

// Trains a tagger for `epochs` rounds; `seed` sets the order of sentences.
std::vector<WeightRow> TrainTagger(
    absl::Span<const TrainingSentence* const> sentences, int epochs,
    uint64_t seed);

// Sets each sentence's tags by a tagger trained on the other parts of a
// division into `folds`.
void JackknifeTags(std::vector<TrainingSentence>& sentences, int folds,
                   int epochs);

// Trains the moves, with a dynamic oracle and exploration (Goldberg and Nivre,
// "Training deterministic parsers with non-deterministic oracles", 2013).
std::vector<WeightRow> TrainMoves(absl::Span<const TrainingSentence> sentences,
                                  int epochs, uint64_t seed);

// Trains the labels of right trees.
std::vector<WeightRow> TrainLabels(absl::Span<const TrainingSentence> sentences,
                                   int epochs, uint64_t seed);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_TRAINERS_H_
