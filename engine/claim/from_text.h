// A ready-made claim, as a caller gives it, to one Claim.

#ifndef CONCORD_ENGINE_CLAIM_FROM_TEXT_H_
#define CONCORD_ENGINE_CLAIM_FROM_TEXT_H_

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// All of `text` as one claim, however many clauses it has: its values, names
// and, of its main clause, polarity, modality and predicate. Where the text
// says who said it, that is the attribution, and the main clause is that of
// what was said. Spans point into `text`; ids are left empty, for the caller
// has its own. Never fails: text without a verb is a claim without a predicate,
// and of text longer than Limits::max_sentence_bytes only the front is read.
//
// Safe for use from any number of threads.
//
// REQUIRES: text is valid UTF-8 of less than 4 GiB.
v1::Claim ClaimOfText(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_FROM_TEXT_H_
