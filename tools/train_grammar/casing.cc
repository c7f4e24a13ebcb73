#include "tools/train_grammar/casing.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/types/span.h"

namespace concord {
namespace {

// One sentence in this many gets a copy in each casing.
constexpr size_t kHeadlineOneIn = 10;
constexpr size_t kUpperOneIn = 40;
constexpr size_t kLowerOneIn = 40;

}  // namespace

GoldSentence AsHeadline(GoldSentence sentence) {
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    const ByteSpan span = sentence.tokens[i].span;
    const bool starts = i == 0 || sentence.tokens[i].space_before;
    if (starts && (i == 0 || span.size() > 3)) {
      char& first = sentence.text[span.begin];
      first = absl::ascii_toupper(first);
    }
  }
  return sentence;
}

GoldSentence AsUpper(GoldSentence sentence) {
  absl::AsciiStrToUpper(&sentence.text);
  return sentence;
}

GoldSentence AsLower(GoldSentence sentence) {
  absl::AsciiStrToLower(&sentence.text);
  return sentence;
}

std::vector<GoldSentence> CasingCopies(
    absl::Span<const GoldSentence> sentences) {
  std::vector<GoldSentence> copies;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (i % kHeadlineOneIn == 3) copies.push_back(AsHeadline(sentences[i]));
    if (i % kUpperOneIn == 17) copies.push_back(AsUpper(sentences[i]));
    if (i % kLowerOneIn == 31) copies.push_back(AsLower(sentences[i]));
  }
  return copies;
}

}  // namespace concord
