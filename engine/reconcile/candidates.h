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
#include "engine/reconcile/wording_book.h"

namespace concord {

// Pairs to judge, and what caps kept out.
struct Candidates {
  std::vector<ClaimPair> pairs;  // sorted, distinct
  // Claims that stand in the list of a concept too common in their story.
  uint64_t capped_postings = 0;
  // Pairs that share enough, but each of whose claims shares more with many
  // others.
  uint64_t capped_pairs = 0;
};

// How many partners a claim is judged with in one story: those with which it
// shares most, by weight. An ordinary story never meets it.
inline constexpr size_t kMaxPartners = 64;

// The pairs of wordings in a story, by their first claims, that share enough of
// their content to be compared. Near-linear: claims meet through the concepts
// they share, a concept's list is capped, and so are the partners of a claim.
//
// REQUIRES: claims are indexed as in `corpus`; the first of every wording in a
// story is prepared.
Candidates FindCandidates(const Corpus& corpus, const WordingBook& wordings,
                          absl::Span<const PreparedClaim> claims,
                          absl::Span<const ArticleSet> stories, int threads);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_CANDIDATES_H_
