#include "bench/workload.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

using Words = std::vector<uint32_t>;  // ranks of words

// The vocabulary has 2^kOctaves - 1 words.
constexpr uint32_t kOctaves = 16;

// A rank by Zipf's law, in integers: all octaves [2^j, 2^(j+1)) are as likely,
// and so are the ranks of one, which makes a rank r about 1/r as likely as the
// first.
uint32_t DrawWord(Random& random) {
  const uint32_t octave = static_cast<uint32_t>(random.Below(kOctaves));
  const uint32_t first = 1u << octave;
  return first + static_cast<uint32_t>(random.Below(first));
}

// A pronounceable word, another one for each rank, longer for rarer ones.
std::string Spell(uint32_t rank) {
  constexpr absl::string_view kConsonants = "bdfgklmnprstvz";
  constexpr absl::string_view kVowels = "aeiou";
  std::string word;
  for (uint32_t rest = rank; rest > 0;) {
    word += kConsonants[rest % kConsonants.size()];
    rest /= static_cast<uint32_t>(kConsonants.size());
    word += kVowels[rest % kVowels.size()];
    rest /= static_cast<uint32_t>(kVowels.size());
  }
  constexpr absl::string_view kEndings[] = {"n", "rs", "l"};
  return absl::StrCat(word, kEndings[rank % 3]);
}

Words DrawText(const WorkloadOptions& options, Random& random) {
  const uint32_t spread = options.max_words - options.min_words + 1;
  Words words(options.min_words + random.Below(spread));
  for (uint32_t& word : words) word = DrawWord(random);
  return words;
}

// Replaces, drops or inserts one word.
void Edit(Random& random, Words& words) {
  const auto at =
      words.begin() + static_cast<ptrdiff_t>(random.Below(words.size()));
  switch (random.Below(4)) {
    case 0:
      if (words.size() > 1) words.erase(at);
      break;
    case 1:
      words.insert(at, DrawWord(random));
      break;
    default:
      *at = DrawWord(random);
  }
}

std::string Write(const Words& words, Random& random) {
  std::string text;
  for (const uint32_t word : words) {
    if (!text.empty()) text += random.Below(12) == 0 ? ", " : " ";
    absl::StrAppend(&text, Spell(word));
  }
  text[0] = absl::ascii_toupper(text[0]);
  return text + ".";
}

}  // namespace

WorkloadOptions ShortClaims(size_t count) {
  WorkloadOptions options;
  options.count = count;
  return options;
}

WorkloadOptions LongDocuments(size_t count) {
  WorkloadOptions options;
  options.count = count;
  options.min_words = 400;
  options.max_words = 800;
  options.max_edits = 60;
  return options;
}

std::vector<std::string> GenerateTexts(const WorkloadOptions& options) {
  Random random(options.seed);
  std::vector<Words> forms(options.boilerplate_forms);
  for (Words& form : forms) form = DrawText(options, random);
  std::vector<Words> drawn;
  std::vector<std::string> texts;
  texts.reserve(options.count);
  while (texts.size() < options.count) {
    Words words;
    if (random.Chance(options.boilerplate_share)) {
      words = forms[random.Below(forms.size())];
      if (!random.Chance(options.verbatim_share)) {
        words[random.Below(words.size())] = DrawWord(random);
      }
    } else if (!drawn.empty() && random.Chance(options.copy_share)) {
      words = drawn[random.Below(drawn.size())];
      const uint64_t edits = 1 + random.Below(options.max_edits);
      for (uint64_t i = 0; i < edits; ++i) Edit(random, words);
      drawn.push_back(words);
    } else {
      words = DrawText(options, random);
      drawn.push_back(words);
    }
    texts.push_back(Write(words, random));
  }
  return texts;
}

std::vector<absl::string_view> ViewsOf(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace concord
