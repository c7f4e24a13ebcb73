// Which words of one claim stand for which of another, and which were put in
// another's place.

#ifndef CONCORD_ENGINE_COMPARE_ALIGNMENT_H_
#define CONCORD_ENGINE_COMPARE_ALIGNMENT_H_

#include <cstdint>

#include "engine/compare/prepared_claim.h"

namespace concord {

inline constexpr int16_t kUnaligned = -1;

// One side of an alignment, by position in PreparedClaim.words.
struct AlignedSide {
  int16_t partner[kMaxPreparedWords];   // word that means the same, or
                                        // kUnaligned
  int16_t replaced[kMaxPreparedWords];  // for an unaligned word: the unaligned
                                        // word in its place, or kUnaligned
  WordRelation relation[kMaxPreparedWords];  // to the partner
};

// Made by Align. Large: keep one a thread and use it again.
struct Alignment {
  AlignedSide a;
  AlignedSide b;
};

// Aligns content words by lemma, then by meaning and spelling, nearest
// positions first; then closed-class words between the same neighbours; then
// pairs what is left over between the same neighbours. Symmetric in a and b.
// Time is linear in the words but for those without an equal, which are tried
// pair by pair.
void Align(const PreparedClaim& a, const PreparedClaim& b,
           Alignment& alignment);

// How much of a word's weight its partner covers, 0..1.
float Coverage(WordRelation relation);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_ALIGNMENT_H_
