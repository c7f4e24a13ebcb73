#include "engine/value/headline.h"

#include <cstddef>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"
#include "engine/value/words.h"

namespace concord {
namespace {

// A word this frequent, in bits of the lexicon, is no name by itself at
// the begin of a sentence; one of kPlainBits is none in a headline.
constexpr int kCommonBits = 15, kPlainBits = 14, kRareBits = 99;
// Short words are set small even in headlines that set capitals.
constexpr size_t kShortWord = 3;
// A headline has at least so many longer words.
constexpr size_t kFewestWords = 4;

int BitsOf(const std::string& base) {
  const int bits = Lexicon::English().Bits(base);
  return bits == 0 ? kRareBits : bits;
}

bool IsFunctionWord(absl::string_view lower) {
  return WordTable::Named("function_words").Contains(lower);
}

}  // namespace

Headline IsHeadline(const Words& words) {
  size_t counted = 0, all_caps = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words.Is(i, TokenKind::kWord) || words[i].size() <= kShortWord ||
        IsFunctionWord(words[i])) {
      continue;
    }
    if (!words.token(i).capital) return Headline::kNone;
    ++counted;
    all_caps += words.token(i).all_caps;
  }
  if (counted < kFewestWords) return Headline::kNone;
  return all_caps == counted ? Headline::kCapitals : Headline::kTitle;
}

bool IsCommonWord(absl::string_view lower) {
  if (IsFunctionWord(lower) || BitsOf(Lemma(lower)) <= kCommonBits) return true;
  return absl::ConsumeSuffix(&lower, "ly") &&  // "Hopefully"
         Lexicon::English().HasMeaning(lower);
}

bool IsPlainEnglish(absl::string_view lower) {
  if (IsFunctionWord(lower)) return true;
  if (WordTable::Named("given_names").Contains(lower)) return false;
  const std::string base = Lemma(lower);
  if (WordTable::Named("verbs").Contains(base)) return true;
  if (WordTable::Named("role_nouns").Contains(base)) return true;
  return BitsOf(base) <= kPlainBits && Lexicon::English().HasMeaning(base);
}

bool IsCommonPlural(absl::string_view lower) {
  if (!absl::EndsWith(lower, "s") || absl::EndsWith(lower, "ss")) return false;
  const std::string base = Lemma(lower);
  return base != lower && BitsOf(base) <= kCommonBits &&
         Lexicon::English().HasMeaning(base);
}

}  // namespace concord
