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

// How the weights are learned from the sentences.
struct Recipe {
  int tag_epochs = 10;
  int move_epochs = 12;
  int label_epochs = 8;
  // Parts of the division for JackknifeTags, and rounds for each.
  int folds = 4;
  int fold_epochs = 6;
  // Perceptrons, each with an order of sentences of its own, whose weights are
  // summed.
  int runs = 3;
  // By how much a tag or label must win, in units of one weight's step.
  int tag_margin = 48;
  int label_margin = 48;
  // So many words in a hundred are blanked for the tagger.
  int blank_percent = 8;
  // From this epoch on the parser follows its own moves, right or wrong, so
  // many times in a hundred.
  int explore_from_epoch = 1;
  int explore_percent = 90;
};

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

// Trains a tagger; `seed` sets the order of sentences.
std::vector<WeightRow> TrainTagger(absl::Span<const TrainingSentence> sentences,
                                   const Recipe& recipe, uint64_t seed);

// Sets each sentence's tags by a tagger trained on the other parts of a
// division.
void JackknifeTags(std::vector<TrainingSentence>& sentences,
                   const Recipe& recipe);

// Trains the moves, with a dynamic oracle and exploration (Goldberg and Nivre,
// "Training deterministic parsers with non-deterministic oracles", 2013).
std::vector<WeightRow> TrainMoves(absl::Span<const TrainingSentence> sentences,
                                  const Recipe& recipe, uint64_t seed);

// Trains the labels of right trees.
std::vector<WeightRow> TrainLabels(absl::Span<const TrainingSentence> sentences,
                                   const Recipe& recipe, uint64_t seed);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_TRAINERS_H_
