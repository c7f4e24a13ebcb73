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

}  // namespace

bool IsReferringPronoun(absl::string_view word) {
  return MeansPerson(word) || word == "it" || word == "they";
}

void References::BeginSentence() {
  if (!now_.empty()) before_ = std::move(now_);
  now_.clear();
}

void References::Note(const v1::Entity& entity, bool subject) {
  if (entity.kind() != v1::ENTITY_KIND_PERSON) return;
  now_.push_back({entity.name(), subject});
}

std::optional<std::string> References::Resolve(
    absl::string_view pronoun) const {
  if (!MeansPerson(pronoun)) return std::nullopt;
  std::optional<std::string> only;
  bool several = false;
  for (const auto* mentions : {&now_, &before_}) {
    for (const Mention& mention : *mentions) {
      if (mention.subject) return mention.name;
      several |= only.has_value() && *only != mention.name;
      only = mention.name;
    }
  }
  return several ? std::nullopt : only;
}

}  // namespace concord
