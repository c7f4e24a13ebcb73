// What the comparison knows of a word: its base form, how much it tells, what
// can stand for it and what is its opposite.

#ifndef CONCORD_ENGINE_COMPARE_VOCABULARY_H_
#define CONCORD_ENGINE_COMPARE_VOCABULARY_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// The classes of lexicon/tables/function_words.tsv, and content words.
enum class WordClass : uint8_t {
  kContent,
  kArticle,
  kPronoun,
  kWh,
  kConjunction,
  kPreposition,
  kAuxiliary,
  kModal,
  kQuantifier,
  kAdverb,
};

// One base form. Meanings are numbers that two words can share; each list is
// sorted.
struct WordFacts {
  WordClass word_class = WordClass::kContent;
  // Bits of surprise: about 6 for the commonest words, kRareBits for rare ones.
  float bits = 0.0f;
  // Hash of the word that stands for its derivations: equal for "decide" and
  // "decision". 0 where the word has no family.
  uint64_t family = 0;
  std::vector<uint32_t> senses;    // synsets the word names (WordNet)
  std::vector<uint32_t> broader;   // what those are kinds of
  std::vector<uint32_t> antonyms;  // what antonyms of the word name
  std::vector<uint32_t> sides;     // sides of opposites.tsv it stands on
  std::vector<uint32_t> opposed;   // the sides over against those
};

// The weight of a word in no table.
inline constexpr float kRareBits = 18.0f;

// Facts of a word with its base form.
struct WordEntry {
  uint64_t lemma = 0;  // hash of the base form
  const WordFacts* facts = nullptr;
};

// Looks up `word`, in lower case. The facts live as long as the process. Safe
// for use from any number of threads.
WordEntry LookUpWord(absl::string_view word);

// How two words relate in meaning, strongest first.
enum class WordRelation : uint8_t {
  kSame,      // one base form
  kFamily,    // "decide", "decision"
  kSameSide,  // one side of one class of opposites.tsv
  kSynonym,   // a shared synset
  kBroader,   // one names a kind of the other
  kSibling,   // two kinds of one thing: "cat", "dog"
  kUnrelated,
};

WordRelation Relate(const WordEntry& a, const WordEntry& b);

// Whether two words stand on two sides of one class of opposites.tsv.
bool AreOpposites(const WordEntry& a, const WordEntry& b);

// Whether WordNet gives one as the antonym of the other or of a synonym.
bool AreAntonyms(const WordEntry& a, const WordEntry& b);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_VOCABULARY_H_
