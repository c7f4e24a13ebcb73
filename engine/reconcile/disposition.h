// What became of each claim.

#ifndef CONCORD_ENGINE_RECONCILE_DISPOSITION_H_
#define CONCORD_ENGINE_RECONCILE_DISPOSITION_H_

#include <vector>

#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/reconcile/agreement.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/wording_book.h"

namespace concord {

// The disposition of every claim, by index; each gets exactly one, so that the
// sets partition the claims. The first that fits, in this order: DIVERGENCE,
// AGREEMENT, REPEATED, UNSURE, RELATED, then UNIQUE in a story and ALONE
// outside one.
//
// Of claims that say the same within one article, all but one are REPEATED: the
// one that is kept stands in a set, or else is the matter of its sentence
// rather than a detail, or else comes first.
//
// `pairs` are of the first claims of `wordings`, and what a first claim gets
// all in its words get. `diverging` are the claims that stand in a divergence
// that is not apparent, `in_story` says of every article whether it is in a
// story.
std::vector<v1::Disposition> Dispose(const Corpus& corpus,
                                     const WordingBook& wordings,
                                     absl::Span<const JudgedPair> pairs,
                                     absl::Span<const ClaimSet> agreements,
                                     absl::Span<const uint32_t> diverging,
                                     const std::vector<bool>& in_story);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_DISPOSITION_H_
