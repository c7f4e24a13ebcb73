// The self-contained wording of a claim: its subject restored, its clause made
// a sentence of its own.
//
// Example: of "the jeweler, born in Houston, ..." the participle becomes "The
// jeweler was born in Houston".

#ifndef CONCORD_ENGINE_CLAIM_WORDING_H_
#define CONCORD_ENGINE_CLAIM_WORDING_H_

#include <string>

#include "absl/strings/string_view.h"
#include "engine/claim/clauses.h"
#include "engine/claim/draft.h"
#include "engine/claim/sentence_view.h"

namespace concord {

// The wording of a draft. `subject` stands in place of the clause's subject
// where it is not empty: the name behind a pronoun.
std::string WordClaim(const SentenceView& sentence, const Clause& clause,
                      const Draft& draft, absl::string_view subject);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_WORDING_H_
