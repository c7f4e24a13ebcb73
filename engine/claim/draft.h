// Clauses to drafts of claims: which clauses claim something, and which tokens
// each claim needs.

#ifndef CONCORD_ENGINE_CLAIM_DRAFT_H_
#define CONCORD_ENGINE_CLAIM_DRAFT_H_

#include <vector>

#include "absl/types/span.h"
#include "engine/claim/attribution.h"
#include "engine/claim/clauses.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// A claim in tokens of its sentence.
struct Draft {
  int clause = kNoClause;
  TokenRange subject;              // without a title, which is a claim itself
  TokenRange span;                 // its own clause, contiguous
  std::vector<TokenRange> pieces;  // all it needs, in order, apart
  int parent = -1;                 // draft whose detail it is; -1: a main claim
};

// The drafts of a sentence, in the order in which they begin. A clause that
// reports what another clause says makes a detail of that claim where it tells
// more than a name and "said"; a command makes none.
std::vector<Draft> DraftClaims(const SentenceView& sentence,
                               absl::Span<const Clause> clauses,
                               absl::Span<const Report> reports);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_DRAFT_H_
