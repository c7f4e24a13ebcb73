// Who a source is: its words, or the name they lead to.

#ifndef CONCORD_ENGINE_CLAIM_SPEAKER_H_
#define CONCORD_ENGINE_CLAIM_SPEAKER_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/claim/analysis.h"
#include "engine/claim/reference.h"
#include "engine/claim/token_range.h"
#include "engine/value/name.h"

namespace concord {

// The full name of the person, or of the one body, that `source` names; else
// its words: "Mara Holt" for "Holt", "she" or "the senator" where the article
// calls her one, "Holt's office" for itself.
// REQUIRES: source is not empty and lies in the sentence.
std::string SpeakerName(TokenRange source, const SentenceAnalysis& sentence,
                        const NameBook& names, const References& references);

// `source` by name, where `pronoun` in what it says can only mean it: "she" of
// "Holt said she was tired", "it" of "the navy said it had fired"; else
// nullopt.
std::optional<std::string> SourceMeantBy(absl::string_view pronoun,
                                         TokenRange source,
                                         const SentenceAnalysis& sentence,
                                         const NameBook& names);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_SPEAKER_H_
