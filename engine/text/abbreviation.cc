#include "engine/text/abbreviation.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

struct Entry {
  AbbreviationClass abbreviation_class = AbbreviationClass::kNone;
  bool capital_only = false;
};

using Entries = absl::flat_hash_map<absl::string_view, Entry>;

AbbreviationClass ClassNamed(absl::string_view name) {
  if (name == "title") return AbbreviationClass::kTitle;
  if (name == "never") return AbbreviationClass::kNever;
  if (name == "number") return AbbreviationClass::kNumber;
  if (name == "unit") return AbbreviationClass::kUnit;
  if (name == "clock") return AbbreviationClass::kClock;
  if (name == "mark") return AbbreviationClass::kMark;
  return AbbreviationClass::kMaybe;
}

const Entries& AbbreviationEntries() {
  static const auto& entries = *[] {
    auto* made = new Entries;
    for (const auto& row : WordTable::Named("abbreviations").rows()) {
      made->emplace(row[0], Entry{ClassNamed(row[1]), row[2] == "capital"});
    }
    return made;
  }();
  return entries;
}

// "U.S", "W.H.O": single letters parted by dots.
bool IsDottedLetters(absl::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !absl::ascii_isalpha(word[i]) : word[i] != '.') {
      return false;
    }
  }
  return true;
}

}  // namespace

AbbreviationClass FindAbbreviation(absl::string_view word) {
  const Entries& entries = AbbreviationEntries();
  const auto it = entries.find(absl::AsciiStrToLower(word));
  if (it != entries.end() &&
      (!it->second.capital_only || absl::ascii_isupper(word.front()))) {
    return it->second.abbreviation_class;
  }
  return IsDottedLetters(word) ? AbbreviationClass::kMaybe
                               : AbbreviationClass::kNone;
}

bool IsSentenceStarter(absl::string_view word) {
  static const WordTable& starters = WordTable::Named("sentence_starters");
  return starters.Contains(absl::AsciiStrToLower(word));
}

bool FollowsClock(absl::string_view word) {
  static const WordTable& calendar = WordTable::Named("calendar");
  static const WordTable& zones = WordTable::Named("timezones");
  const std::string key = absl::AsciiStrToLower(word);
  return calendar.Contains(key) || zones.Contains(key);
}

}  // namespace concord
