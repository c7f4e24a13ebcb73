// What the small words and marks between clauses do: "who", "that", "because",
// "and", commas, stops and brackets.

#ifndef CONCORD_ENGINE_CLAIM_CLAUSE_MARK_H_
#define CONCORD_ENGINE_CLAIM_CLAUSE_MARK_H_

#include <cstddef>

#include "engine/claim/clause_state.h"

namespace concord {

// Reads phrase p, which is no verb: opens or closes the clauses that it marks.
// REQUIRES: phrases before p are read; a clause is open.
void OnClauseMark(size_t p, ClauseState& state);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAUSE_MARK_H_
