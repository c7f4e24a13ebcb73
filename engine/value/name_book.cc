#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
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

// Whoever had an office is called by it still.
std::string PlainTitle(absl::string_view title) {
  std::string plain = absl::AsciiStrToLower(title);
  for (const absl::string_view first : {"the ", "former "}) {
    if (absl::StartsWith(plain, first)) plain.erase(0, first.size());
  }
  return plain;
}

// Notes `name` under `key`; an empty name where another is noted there.
void NoteOnce(const std::string& key, const std::string& name,
              absl::flat_hash_map<std::string, std::string>& names) {
  const auto [it, fresh] = names.try_emplace(key, name);
  if (!fresh && it->second != name) it->second.clear();
}

}  // namespace

void NameBook::Add(const v1::Entity& entity) {
  const std::string& name = entity.name();
  if (!absl::StrContains(name, ' ')) return;  // no longer than its head
  for (const std::string& key : {entity.head(), Acronym(name)}) {
    if (!key.empty() && key != name) NoteOnce(key, name, full_);
  }
  if (entity.title().empty()) return;
  NoteOnce(PlainTitle(entity.title()), name, titled_);
}

std::string NameBook::FullName(absl::string_view name) const {
  const auto it = full_.find(name);
  if (it == full_.end() || it->second.empty()) return std::string(name);
  return it->second;
}

std::optional<std::string> NameBook::Titled(
    absl::string_view description) const {
  if (!absl::StartsWithIgnoreCase(description, "the ")) return std::nullopt;
  const auto it = titled_.find(PlainTitle(description));
  if (it == titled_.end() || it->second.empty()) return std::nullopt;
  return it->second;
}

}  // namespace concord
