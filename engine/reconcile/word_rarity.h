// How much it tells that two texts share a word.

#ifndef CONCORD_ENGINE_RECONCILE_WORD_RARITY_H_
#define CONCORD_ENGINE_RECONCILE_WORD_RARITY_H_

#include "absl/strings/string_view.h"

namespace concord {

// The greatest rarity, in bits: of a word that the table of weights does not
// hold.
inline constexpr float kMaxRarity = 7.0f;

// Rarity of `lemma`, the base form of a word (see lexicon/lemma.h), in bits: 0
// for the few hundred commonest words, which say nothing about the matter, up
// to kMaxRarity. Grows with the logarithm of 1/frequency (Sparck Jones, "A
// statistical interpretation of term specificity", 1972). The frequencies come
// from a fixed table and not from the drop, so that a word weighs the same
// whatever else was read.
float WordRarity(absl::string_view lemma);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_WORD_RARITY_H_
