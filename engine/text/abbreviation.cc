#include "engine/text/abbreviation.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

using Classes = absl::flat_hash_map<absl::string_view, AbbreviationClass>;

// The table, by the form in which a word is an abbreviation.
struct Abbreviations {
  Classes any;      // in any case
  Classes capital;  // only with a capital letter; these go first
};

AbbreviationClass ClassNamed(absl::string_view name) {
  if (name == "title") return AbbreviationClass::kTitle;
  if (name == "never") return AbbreviationClass::kNever;
  if (name == "number") return AbbreviationClass::kNumber;
  if (name == "unit") return AbbreviationClass::kUnit;
  if (name == "clock") return AbbreviationClass::kClock;
  if (name == "end") return AbbreviationClass::kEnd;
  if (name == "mark") return AbbreviationClass::kMark;
  return AbbreviationClass::kMaybe;
}

const Abbreviations& TheAbbreviations() {
  static const auto& abbreviations = *[] {
    auto* made = new Abbreviations;
    for (const auto& row : WordTable::Named("abbreviations").rows()) {
      Classes& classes = row[2] == "capital" ? made->capital : made->any;
      classes.emplace(row[0], ClassNamed(row[1]));
    }
    return made;
  }();
  return abbreviations;
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
  if (word.empty()) return AbbreviationClass::kNone;
  const Abbreviations& abbreviations = TheAbbreviations();
  const std::string key = absl::AsciiStrToLower(word);
  if (absl::ascii_isupper(word.front())) {
    const auto it = abbreviations.capital.find(key);
    if (it != abbreviations.capital.end()) return it->second;
  }
  const auto it = abbreviations.any.find(key);
  if (it != abbreviations.any.end()) return it->second;
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
