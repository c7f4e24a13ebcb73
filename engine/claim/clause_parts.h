// Clauses inside clauses that have no verb of their own: titles, the things of
// a list, circumstances.

#ifndef CONCORD_ENGINE_CLAIM_CLAUSE_PARTS_H_
#define CONCORD_ENGINE_CLAIM_CLAUSE_PARTS_H_

#include <vector>

#include "engine/claim/clauses.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"

namespace concord {

// Adds kTitle, kItem and kCircumstance clauses, and the further appositions of
// a list, behind the clauses found. REQUIRES: those have their subjects and
// ranges.
void AddClauseParts(const SentenceView& sentence, const PhraseContext& phrases,
                    std::vector<Clause>& clauses);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAUSE_PARTS_H_
