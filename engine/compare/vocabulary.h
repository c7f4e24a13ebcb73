// What the comparison knows of a word: its base form, how much it tells, what
// can stand for it and what is its opposite.

#ifndef CONCORD_ENGINE_COMPARE_VOCABULARY_H_
#define CONCORD_ENGINE_COMPARE_VOCABULARY_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/lexicon/lexicon.h"

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

// A sorted list of numbers, and a bit for each that most often tells at a
// glance that two lists share none (Bloom, 1970). Lists live as long as the
// process.
class NumberSet {
 public:
  NumberSet() = default;
  explicit NumberSet(absl::Span<const uint16_t> sorted);

  bool empty() const { return numbers_.empty(); }
  bool Meets(const NumberSet& o) const {
    return (bits_ & o.bits_) != 0 && ShareNumber(numbers_, o.numbers_);
  }

 private:
  static bool ShareNumber(absl::Span<const uint16_t> a,
                          absl::Span<const uint16_t> b);

  absl::Span<const uint16_t> numbers_;
  uint64_t bits_ = 0;
};

// One base form. Meanings are numbers that two words can share.
struct WordFacts {
  WordClass word_class = WordClass::kContent;
  // Bits of surprise: about 6 for the commonest words, kRareBits for rare ones.
  float bits = 0.0f;
  // The word that stands for its derivations: one for "decide" and "decision".
  // nullptr where the word has no family.
  const LexiconWord* family = nullptr;
  NumberSet senses;    // synsets the word names (WordNet)
  NumberSet broader;   // what those are kinds of
  NumberSet antonyms;  // what antonyms of the word name
  NumberSet sides;     // sides of opposites.tsv it stands on
  NumberSet opposed;   // the sides over against those
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
