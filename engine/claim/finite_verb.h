// What a finite verb does to the clauses around it.

#ifndef CONCORD_ENGINE_CLAIM_FINITE_VERB_H_
#define CONCORD_ENGINE_CLAIM_FINITE_VERB_H_

#include <cstddef>

#include "engine/claim/clause_state.h"

namespace concord {

// Reads the finite verb at phrase p: it is the verb of the clause that waits
// for one, or it opens a clause. Which one, its left side tells: a marker
// ("that"), a conjunction, another verb ("said he was"), a noun ("the man he
// met"), a comma. REQUIRES: phrases before p are read; a clause is open.
void OnFiniteVerb(size_t p, ClauseState& state);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_FINITE_VERB_H_
