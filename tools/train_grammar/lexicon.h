// What the model is to know of word forms: sure tags, ambiguity classes,
// clusters.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "engine/grammar/model.h"
#include "engine/grammar/word.h"
#include "tools/train_grammar/treebank.h"

namespace concord {

class TrainingLexicon {
 public:
  // Counts the forms of `sentences`.
  explicit TrainingLexicon(absl::Span<const GoldSentence> sentences);

  // As GrammarModel::Find.
  LexiconEntry Find(uint32_t form) const;
  std::vector<LexiconEntry> FindAll(absl::Span<const Word> words) const;

  // All entries, the most frequent form first.
  const std::vector<LexiconEntry>& entries() const { return entries_; }

 private:
  std::vector<LexiconEntry> entries_;
  absl::flat_hash_map<uint32_t, size_t> by_form_;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_
