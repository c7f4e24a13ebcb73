#include "engine/value/counted_noun.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// Words between a number and the noun it counts: "12 armed young men".
constexpr size_t kMaxModifiers = 4;

bool IsPlural(absl::string_view word) {
  return (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss") &&
          !absl::EndsWith(word, "us") && !absl::EndsWith(word, "is")) ||
         word == "people" || absl::EndsWith(word, "men") ||
         word == "children" || word == "police" || word == "feet" ||
         word == "mice" || word == "teeth";
}

// "a third voted", "two came".
bool IsOnlyVerb(absl::string_view word) {
  static const WordTable& verbs = WordTable::Named("verbs");
  if (absl::EndsWith(word, "ed")) return true;
  const std::string base = Lemma(word);
  const WordTable::Row* row = verbs.Find(base);
  return row != nullptr && ((*row)[1] == "verb" || base != word);
}

// Determiners that may stand between a number and its noun.
bool IsModifier(const Words& words, size_t i) {
  for (absl::string_view word :
       {"more", "other", "further", "most", "such", "less", "fewer"}) {
    if (words[i] == word) return true;
  }
  return false;
}

}  // namespace

std::string CountedNoun(const Words& words, size_t at) {
  const size_t limit = std::min(at + kMaxModifiers, words.size());
  size_t i = at;
  for (; i < limit && (IsPlainWord(words, i) || IsModifier(words, i)); ++i) {
    const bool in_name = words.IsCapital(i) && words.IsCapital(i + 1);
    if (IsPlural(words[i]) && !IsModifier(words, i) && !in_name) {
      return std::string(words[i]);
    }
  }
  const bool noun =
      IsPlainWord(words, at) && !words.IsCapital(at) && !IsOnlyVerb(words[at]);
  return noun ? std::string(words[at]) : "";
}

std::string RankedNoun(const Words& words, size_t at) {
  return IsPlainWord(words, at) && !words.IsCapital(at) ? std::string(words[at])
                                                        : "";
}

bool IsPlainWord(const Words& words, size_t i) {
  static const WordTable& closed = WordTable::Named("function_words");
  return words.Is(i, TokenKind::kWord) && words[i][0] != '\'' &&
         !closed.Contains(words[i]);
}

}  // namespace concord
