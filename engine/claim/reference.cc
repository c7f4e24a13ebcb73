#include "engine/claim/reference.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"

namespace concord {
namespace {

bool MeansPerson(absl::string_view pronoun) {
  return pronoun == "he" || pronoun == "she";
}

bool Fits(absl::string_view pronoun, v1::EntityKind kind) {
  if (MeansPerson(pronoun)) return kind == v1::ENTITY_KIND_PERSON;
  return kind == v1::ENTITY_KIND_ORGANISATION;
}

}  // namespace

bool IsReferringPronoun(absl::string_view word) {
  return MeansPerson(word) || word == "it" || word == "they";
}

void References::BeginSentence() {
  if (!now_.empty()) before_ = std::move(now_);
  now_.clear();
}

void References::Note(const v1::Entity& entity, bool subject) {
  now_.push_back({entity.name(), entity.kind(), subject});
}

std::optional<std::string> References::Resolve(
    absl::string_view pronoun) const {
  if (!IsReferringPronoun(pronoun)) return std::nullopt;
  for (const auto* mentions : {&now_, &before_}) {
    for (const Mention& mention : *mentions) {
      if (mention.subject && Fits(pronoun, mention.kind)) return mention.name;
    }
  }
  std::optional<std::string> only;
  for (const auto* mentions : {&now_, &before_}) {
    for (const Mention& mention : *mentions) {
      if (!Fits(pronoun, mention.kind)) continue;
      if (only && *only != mention.name) return std::nullopt;
      only = mention.name;
    }
  }
  return only;
}

}  // namespace concord
