// With what force a claim is put: polarity and modality, with the words that
// tell them.

#ifndef CONCORD_ENGINE_CLAIM_FORCE_H_
#define CONCORD_ENGINE_CLAIM_FORCE_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/claim/clauses.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

struct Force {
  v1::Polarity polarity = v1::POLARITY_POSITIVE;
  v1::Modality modality = v1::MODALITY_ASSERTED;
  std::optional<uint32_t> polarity_cue;  // a token
  std::optional<uint32_t> modality_cue;
};

// The force of a clause, read from its own tokens `pieces`: an even number of
// negations affirms; of several weakening words the one nearest to the front
// counts, but a condition or an open question before all.
Force ForceOf(const SentenceView& sentence, const Clause& clause,
              absl::Span<const TokenRange> pieces);

// What the verb that reports a claim adds: denied, hoped, expected; or nullopt.
std::optional<v1::Modality> ModalityOfVerb(absl::string_view base);

// True for "deny": its content is reported as false.
bool Denies(absl::string_view base);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_FORCE_H_
