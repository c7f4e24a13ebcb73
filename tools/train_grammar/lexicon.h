// What the model is to know of word forms: sure tags and ambiguity
// classes.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "engine/grammar/model.h"
#include "engine/grammar/word.h"
#include "tools/train_grammar/treebank.h"
#include "tools/train_grammar/word_list.h"

namespace concord {

class TrainingLexicon {
 public:
  // Counts the forms of `sentences`, and notes what a word list says of those
  // and of others.
  TrainingLexicon(absl::Span<const GoldSentence> sentences,
                  absl::Span<const ListedForm> listed);

  // As GrammarModel::Find.
  LexiconEntry Find(uint32_t form) const;
  std::vector<LexiconEntry> FindAll(absl::Span<const Word> words) const;

  // All entries: the treebank's forms, then the list's, each the most frequent
  // first.
  const std::vector<LexiconEntry>& entries() const { return entries_; }

 private:
  LexiconEntry& Entry(uint32_t form);
  void AddCounted(absl::Span<const GoldSentence> sentences,
                  absl::Span<const ListedForm> listed);
  void AddListed(absl::Span<const ListedForm> listed);

  std::vector<LexiconEntry> entries_;
  absl::flat_hash_map<uint32_t, size_t> by_form_;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_LEXICON_H_
