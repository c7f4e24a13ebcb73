// Noun phrases that describe a noun phrase: appositions and titles.

#ifndef CONCORD_ENGINE_CLAIM_DESCRIPTION_H_
#define CONCORD_ENGINE_CLAIM_DESCRIPTION_H_

#include <cstddef>
#include <optional>

#include "absl/types/span.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// Says of `subject` that it is `description`.
struct Description {
  TokenRange subject;
  TokenRange description;
};

// The apposition that the comma at phrases[p] opens, or nullopt where it opens
// none: "Chung, a lawmaker from Seoul,", "Jackson, 47,", "her sister, Liz". The
// description of a name is its noun phrase without what depends on it.
std::optional<Description> ApposedAt(const SentenceView& sentence,
                                     absl::Span<const Phrase> phrases,
                                     size_t p);

// The title or trade inside a noun phrase, before a name: "navy spokesman" of
// "navy spokesman Nirad Sinha"; or nullopt.
std::optional<Description> TitleIn(const SentenceView& sentence,
                                   const Phrase& phrase);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_DESCRIPTION_H_
