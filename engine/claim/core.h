// What is left of a claim without what is told beside its predicate.
//
// Example: "The board approved a quay in Ghent near the mill, with two votes
// against." has the cores "The board approved a quay", "The board approved a
// quay in Ghent" and "The board approved a quay in Ghent near the mill". What
// tells when or how much is not left out alone.

#ifndef CONCORD_ENGINE_CLAIM_CORE_H_
#define CONCORD_ENGINE_CLAIM_CORE_H_

#include <vector>

#include "engine/claim/clauses.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// The cores of a clause whose claim has `pieces`: each is a beginning of them,
// in order, apart. Shorter ones come first; none is as long as the claim.
// Linear in the tokens.
std::vector<std::vector<TokenRange>> CoresOf(
    const SentenceView& sentence, const Clause& clause,
    const std::vector<TokenRange>& pieces);

// How much of the tokens of either both have: 1 where they are the same, 0
// where they have none in common. REQUIRES: both in order, apart.
double Overlap(const std::vector<TokenRange>& a,
               const std::vector<TokenRange>& b);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CORE_H_
