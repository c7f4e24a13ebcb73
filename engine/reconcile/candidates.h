// Which pairs of claims are worth judging.

#ifndef CONCORD_ENGINE_RECONCILE_CANDIDATES_H_
#define CONCORD_ENGINE_RECONCILE_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story.h"

namespace concord {

// The pairs of claims, of one article or of two articles of one story, that
// share enough of their content to be compared. Sorted, distinct. Near-linear:
// claims meet through the concepts they share, and a concept's list is capped
// (counted in `capped_postings`).
//
// REQUIRES: claims are indexed as in `corpus`.
std::vector<ClaimPair> FindCandidates(const Corpus& corpus,
                                      absl::Span<const PreparedClaim> claims,
                                      absl::Span<const ArticleSet> stories,
                                      int threads, uint64_t& capped_postings);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_CANDIDATES_H_
