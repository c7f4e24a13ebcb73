#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "engine/value/name.h"

namespace concord {
namespace {

// The first letters of the capitalised words: "WTO".
std::string Acronym(absl::string_view name) {
  std::string letters;
  for (absl::string_view word : absl::StrSplit(name, ' ')) {
    if (!word.empty() && absl::ascii_isupper(word[0])) {
      letters.push_back(word[0]);
    }
  }
  return letters.size() >= 2 ? letters : "";
}

}  // namespace

void NameBook::Add(const v1::Entity& entity) {
  const std::string& name = entity.name();
  if (!absl::StrContains(name, ' ')) return;  // no longer than its head
  for (const std::string& key : {entity.head(), Acronym(name)}) {
    if (key.empty() || key == name) continue;
    const auto [it, fresh] = full_.try_emplace(key, name);
    if (!fresh && it->second != name) it->second.clear();
  }
}

std::string NameBook::FullName(absl::string_view name) const {
  const auto it = full_.find(name);
  if (it == full_.end() || it->second.empty()) return std::string(name);
  return it->second;
}

}  // namespace concord
