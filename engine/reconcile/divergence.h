// Diverging pairs to records with sides.

#ifndef CONCORD_ENGINE_RECONCILE_DIVERGENCE_H_
#define CONCORD_ENGINE_RECONCILE_DIVERGENCE_H_

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/reconcile/agreement.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"

namespace concord {

// The divergences among `pairs`, sorted by id.
//
// Claims that agree stand on one side: `agreements` says which do. Sides every
// two of which diverge in the same way make one record, so that three outlets
// with three death tolls are one finding and not three. Two sides differ in one
// way, that of their two claims most alike. Pairs that look like a
// conflict and are none (their verdict has a type but is not DIVERGE) make
// records marked `apparent`, pair by pair.
//
// Of an agreement that one article says in its own voice and another only
// attributes, the voices are a divergence of type ATTRIBUTION and low severity:
// a side for the own voice, one for the others. Details are not looked at by
// themselves.
//
// Severity is high only for a number, a date, a negation or a role, both sides
// asserted, neither damaged, in articles about one event; medium for those
// types elsewhere; low for all others.
std::vector<v1::Divergence> BuildDivergences(
    const Corpus& corpus, absl::Span<const JudgedPair> pairs,
    absl::Span<const ClaimSet> agreements,
    absl::FunctionRef<bool(ClaimPair)> same_event);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_DIVERGENCE_H_
