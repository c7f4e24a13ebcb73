#include "engine/claim/from_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/claim/analysis.h"
#include "engine/claim/build.h"
#include "engine/claim/draft.h"
#include "engine/claim/quotation.h"
#include "engine/claim/reference.h"
#include "engine/claim/voice.h"
#include "engine/value/name.h"

namespace concord {
namespace {

// The draft of all of the text, with the first main claim's clause.
Draft WholeText(const SentenceAnalysis& sentence) {
  Draft draft;
  for (const Draft& candidate : sentence.drafts) {
    if (candidate.parent >= 0) continue;
    draft.clause = candidate.clause;
    break;
  }
  draft.span = sentence.view->all();
  draft.pieces = {draft.span};
  return draft;
}

v1::Claim ClaimOf(const SentenceAnalysis& sentence) {
  NameBook names;
  for (const v1::Entity& entity : sentence.names) names.Add(entity);
  const References references;
  const absl::Span<const SentenceAnalysis> sentences(&sentence, 1);
  const Voices voices = FollowQuotations(sentences);
  const ArticleContext context{sentences, &names, &references, &voices, 0};
  return BuildClaim(sentence, WholeText(sentence), context);
}

}  // namespace

v1::Claim ClaimOfText(absl::string_view text) {
  QuotationReader quotations;
  const size_t end = FloorCharBoundary(
      text, std::min(text.size(), Limits().max_sentence_bytes));
  const SentenceAnalysis sentence =
      Analyse(text, {0, static_cast<uint32_t>(end)},
              /*new_paragraph=*/true, quotations, std::nullopt);
  v1::Claim claim;
  if (sentence.view->size() > 0) claim = ClaimOf(sentence);
  claim.set_text(std::string(text));
  return claim;
}

}  // namespace concord
