// What participles, gerunds and bare verbs do to the clauses around them.

#ifndef CONCORD_ENGINE_CLAIM_NONFINITE_VERB_H_
#define CONCORD_ENGINE_CLAIM_NONFINITE_VERB_H_

#include <cstddef>

#include "engine/claim/clause_state.h"

namespace concord {

// Reads the verb at phrase p, which is not finite. Participles and gerunds open
// clauses after a comma, a noun, a conjunction, "by", or at the front;
// infinitives stay in the clause around them. REQUIRES: phrases before p are
// read; a clause is open.
void OnNonfiniteVerb(size_t p, ClauseState& state);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_NONFINITE_VERB_H_
