#include "engine/lexicon/lemma.h"

#include <cstddef>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/lexicon/lexicon.h"

namespace concord {
namespace {

bool IsVowel(char c) { return absl::StrContains("aeiou", c); }

bool IsConsonant(char c) { return c >= 'a' && c <= 'z' && !IsVowel(c); }

// The character `from_end` places before the end, or 0.
char At(absl::string_view word, size_t from_end) {
  return from_end <= word.size() ? word[word.size() - from_end] : '\0';
}

bool HasVowel(absl::string_view stem) {
  return stem.find_first_of("aeiouy") != absl::string_view::npos;
}

int VowelGroups(absl::string_view stem) {
  int groups = 0;
  bool inside = false;
  for (const char c : stem) {
    const bool vowel = IsVowel(c) || c == 'y';
    groups += vowel && !inside;
    inside = vowel;
  }
  return groups;
}

// "stopp" -> "stop"; "fall", "pass" and "buzz" keep both letters.
bool EndsInDoubledConsonant(absl::string_view stem) {
  const char last = At(stem, 1);
  return IsConsonant(last) && last == At(stem, 2) &&
         !absl::StrContains("lsfz", last);
}

// Whether a stem cut before -ed or -ing has lost a mute e: "rais", "hop",
// "creat", "judg".
bool WantsMuteE(absl::string_view stem) {
  const char last = At(stem, 1);
  const char before = At(stem, 2);
  if (absl::StrContains("vcu", last)) return true;
  if (last == 'g') return absl::StrContains("drlna", before) && before != 'n';
  if (last == 's') return before != 's';
  if (last == 'z') return before != 'z';
  if (last == 'l')
    return IsConsonant(before) && !absl::StrContains("lrw", before);
  if (last == 't' && before == 'a') return !IsVowel(At(stem, 3));
  if (last == 'r' && before == 'i') return true;
  if (last == 'r' && before == 'u') return true;
  // One syllable of consonant, vowel, consonant: "mak", "hop", "not".
  return VowelGroups(stem) == 1 && IsConsonant(last) && IsVowel(before) &&
         !IsVowel(At(stem, 3)) && !absl::StrContains("wxy", last);
}

std::string WithoutEdOrIng(absl::string_view word, absl::string_view stem) {
  if (stem.size() < 2 || !HasVowel(stem)) return std::string(word);
  if (EndsInDoubledConsonant(stem))
    stem.remove_suffix(1);
  else if (WantsMuteE(stem))
    return absl::StrCat(stem, "e");
  return std::string(stem);
}

std::string WithoutEd(absl::string_view word) {
  if (absl::EndsWith(word, "ied") && word.size() > 4) {
    return absl::StrCat(word.substr(0, word.size() - 3), "y");
  }
  if (absl::EndsWith(word, "eed")) {
    return std::string(word.substr(0, word.size() - 1));
  }
  return WithoutEdOrIng(word, word.substr(0, word.size() - 2));
}

std::string WithoutS(absl::string_view word) {
  if (absl::EndsWith(word, "ies") && word.size() > 4) {
    return absl::StrCat(word.substr(0, word.size() - 3), "y");
  }
  for (const absl::string_view ending :
       {"sses", "shes", "ches", "xes", "zzes", "oes"}) {
    if (absl::EndsWith(word, ending)) {
      return std::string(word.substr(0, word.size() - 2));
    }
  }
  if (absl::StrContains("sui", At(word, 2))) return std::string(word);
  return std::string(word.substr(0, word.size() - 1));
}

}  // namespace

std::string LemmaByRule(absl::string_view word) {
  if (word.size() < 4) return std::string(word);
  if (absl::EndsWith(word, "s")) return WithoutS(word);
  if (absl::EndsWith(word, "ed")) return WithoutEd(word);
  if (absl::EndsWith(word, "ing")) {
    return WithoutEdOrIng(word, word.substr(0, word.size() - 3));
  }
  return std::string(word);
}

std::string Lemma(absl::string_view word) {
  const Lexicon& lexicon = Lexicon::English();
  const LexiconWord* known = lexicon.Find(word);
  const absl::string_view base = known ? lexicon.Base(*known) : "";
  return base.empty() ? LemmaByRule(word) : std::string(base);
}

}  // namespace concord
