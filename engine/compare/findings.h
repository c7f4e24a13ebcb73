// What a comparison can state: each finding is one rule that fired, with the
// words it saw on both sides.

#ifndef CONCORD_ENGINE_COMPARE_FINDINGS_H_
#define CONCORD_ENGINE_COMPARE_FINDINGS_H_

#include <vector>

#include "concord/v1/reconciliation.pb.h"
#include "engine/base/span.h"
#include "engine/compare/alignment.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// A rule that fired. Spans are of Claim.text; empty where the rule saw nothing
// on that side.
struct Finding {
  v1::ReasonCode code = v1::REASON_CODE_UNSPECIFIED;
  // In what way the claims differ; unspecified where the finding is none of a
  // difference.
  v1::DivergenceType type = v1::DIVERGENCE_TYPE_UNSPECIFIED;
  ByteSpan a;
  ByteSpan b;
  // The words fill one role of one predicate: "Marrow won", "Stone won".
  bool in_role = false;

  bool differs() const { return type != v1::DIVERGENCE_TYPE_UNSPECIFIED; }
};

// The findings on an aligned pair, differences first, the hardest first:
// numbers, times, polarity, predicates, names; then force; then what agrees.
std::vector<Finding> FindDifferences(const PreparedClaim& a,
                                     const PreparedClaim& b,
                                     const Alignment& alignment);

// Whether the two claims give the same two names exchanged roles: "A sued B",
// "B sued A", but not "A sued B", "B was sued by A".
bool RolesReversed(const PreparedClaim& a, const PreparedClaim& b,
                   const Alignment& alignment);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_FINDINGS_H_
