#include "engine/value/family_name.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// The longest syllable of Korean or Chinese: "Hyeong", "Zhuang".
constexpr size_t kLongestSyllable = 6;

// One group of vowels in few letters: "Suk", "Yeol", "Loong".
bool IsSyllable(absl::string_view word) {
  size_t groups = 0;
  bool inside = false;
  for (const char c : word) {
    const bool vowel = absl::string_view("aeiouy").find(c) != word.npos;
    groups += vowel && !inside;
    inside = vowel;
  }
  return groups == 1 && word.size() <= kLongestSyllable;
}

// "Suk-yeol": the hyphen of a romanised given name, a small letter after it.
bool IsHyphenatedGivenName(absl::string_view surface) {
  const size_t hyphen = surface.find('-');
  return hyphen != surface.npos && hyphen + 1 < surface.size() &&
         absl::ascii_islower(static_cast<unsigned char>(surface[hyphen + 1]));
}

}  // namespace

bool FamilyNameFirst(const Words& words, size_t first, size_t end) {
  const size_t count = end - first;
  if (count < 2 || count > 3) return false;
  const absl::string_view last = words.Surface(end - 1, end);
  if (count == 2 && IsHyphenatedGivenName(last)) return true;
  static const WordTable& names = WordTable::Named("family_names");
  const WordTable::Row* row = names.Find(words[first]);
  if (row == nullptr || (*row)[2] != "first") return false;
  if (count == 3) {
    return IsSyllable(words[first + 1]) && IsSyllable(words[first + 2]) &&
           !IsNameParticle(words[first + 1]);
  }
  // "Xi Jinping", but not "Lee Marvin".
  return (*row)[3].empty();
}

bool IsNameParticle(absl::string_view word) {
  static constexpr absl::string_view kParticles[] = {
      "de",  "del", "della", "da",  "di",  "dos",  "du",  "van", "von",
      "der", "den", "ten",   "ter", "bin", "bint", "ibn", "al",  "el",
      "la",  "le",  "y",     "e",   "zu",  "af",   "av"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) !=
         std::end(kParticles);
}

}  // namespace concord
