// Drafts to claims: everything of concord.v1.Claim but its place in a list.

#ifndef CONCORD_ENGINE_CLAIM_BUILD_H_
#define CONCORD_ENGINE_CLAIM_BUILD_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/claim/analysis.h"
#include "engine/claim/reference.h"
#include "engine/claim/voice.h"
#include "engine/value/name.h"

namespace concord {

// What the article knows beyond the sentence at hand. All of it must outlive
// the builder.
struct ArticleContext {
  absl::Span<const SentenceAnalysis> sentences;
  const NameBook* names = nullptr;
  const References* references = nullptr;
  const Voices* voices = nullptr;
  size_t sentence = 0;  // index of the sentence at hand
};

// The claim of a draft, without ids and parent. Its fragments hold the draft's
// words; its text resolves what the article makes plain.
v1::Claim BuildClaim(const SentenceAnalysis& sentence, const Draft& draft,
                     const ArticleContext& context);

// The draft's words, lower case, parted by single spaces: what ids are made
// of.
std::string ClaimWords(const SentenceAnalysis& sentence, const Draft& draft);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_BUILD_H_
