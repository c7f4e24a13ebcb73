#include "engine/claim/speaker.h"

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/claim/analysis.h"
#include "engine/claim/reference.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/value/name.h"

namespace concord {
namespace {

// The name is in `source` and no possessor: not the "Yoon" of "Yoon's office".
bool StandsFor(const v1::Entity& entity, ByteSpan source,
               absl::string_view text) {
  const ByteSpan span{entity.span().begin_byte(), entity.span().end_byte()};
  const absl::string_view rest = text.substr(span.end);
  return source.Contains(span) && !absl::StartsWith(rest, "'s") &&
         !absl::StartsWith(rest, "’s");
}

}  // namespace

std::string SpeakerName(TokenRange source, const SentenceAnalysis& sentence,
                        const NameBook& names, const References& references) {
  const SentenceView& view = *sentence.view;
  if (source.size() == 1) {
    if (auto name = references.Resolve(view.word(source.begin))) return *name;
  }
  const ByteSpan bytes = view.Bytes(source);
  for (const v1::Entity& entity : sentence.names) {
    if (!StandsFor(entity, bytes, view.text())) continue;
    const bool all = entity.span().begin_byte() == bytes.begin &&
                     entity.span().end_byte() == bytes.end;
    if (all || entity.kind() == v1::ENTITY_KIND_PERSON) {
      return names.FullName(entity.name());
    }
  }
  const absl::string_view words = Slice(view.text(), bytes);
  return names.Titled(words).value_or(std::string(words));
}

std::optional<std::string> SourceMeantBy(absl::string_view pronoun,
                                         TokenRange source,
                                         const SentenceAnalysis& sentence,
                                         const NameBook& names) {
  if (source.empty()) return std::nullopt;
  const SentenceView& view = *sentence.view;
  const ByteSpan bytes = view.Bytes(source);
  const bool person = pronoun == "he" || pronoun == "she";
  for (const v1::Entity& entity : sentence.names) {
    if (!StandsFor(entity, bytes, view.text())) continue;
    if (person && entity.kind() == v1::ENTITY_KIND_PERSON) {
      return names.FullName(entity.name());
    }
    if (pronoun == "it" && entity.kind() == v1::ENTITY_KIND_ORGANISATION) {
      return std::string(Slice(view.text(), bytes));
    }
  }
  return std::nullopt;
}

}  // namespace concord
