// Which of a sentence's quantities, times and names belong to a claim.

#ifndef CONCORD_ENGINE_CLAIM_CLAIM_VALUES_H_
#define CONCORD_ENGINE_CLAIM_CLAIM_VALUES_H_

#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/clauses.h"
#include "engine/value/name.h"

namespace concord {

// Adds to `claim` the values that lie in one of `pieces`, runs of the article,
// names in their fullest form and with their roles in `clause`; nullptr where
// the claim has no verb.
void AddClaimValues(const SentenceAnalysis& sentence, const Clause* clause,
                    absl::Span<const ByteSpan> pieces, const NameBook& names,
                    v1::Claim& claim);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAIM_VALUES_H_
