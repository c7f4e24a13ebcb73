#include "tools/train_grammar/framing.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace concord {
namespace {

// One sentence in this many gets a copy in each frame.
constexpr size_t kNoMarkOneIn = 12;
constexpr size_t kQuotedOneIn = 16;
constexpr size_t kOpenedOneIn = 40;
constexpr size_t kClosedOneIn = 40;

int32_t RootOf(const ParsedSentence& tree) {
  const auto root = std::find(tree.heads.begin(), tree.heads.end(), kRootHead);
  return static_cast<int32_t>(root - tree.heads.begin());
}

bool HasQuote(const GoldSentence& sentence) {
  const std::vector<Tag>& tags = sentence.gold.tags;
  return std::any_of(tags.begin(), tags.end(), [](Tag tag) {
    return tag == Tag::kOpenQuote || tag == Tag::kCloseQuote;
  });
}

}  // namespace

GoldSentence WithoutFinalMark(GoldSentence sentence) {
  ParsedSentence& gold = sentence.gold;
  const auto last = static_cast<int32_t>(gold.tags.size()) - 1;
  const bool bare = last < 1 || gold.tags[last] != Tag::kPeriod ||
                    gold.heads[last] == kRootHead ||
                    std::count(gold.heads.begin(), gold.heads.end(), last) > 0;
  if (bare) return sentence;
  sentence.text.resize(sentence.tokens[last - 1].span.end);
  sentence.tokens.pop_back();
  gold.tags.pop_back();
  gold.heads.pop_back();
  gold.labels.pop_back();
  return sentence;
}

GoldSentence WithOpeningQuote(GoldSentence sentence) {
  sentence.text.insert(0, 1, '"');
  for (Token& token : sentence.tokens) {
    ++token.span.begin;
    ++token.span.end;
  }
  sentence.tokens.front().space_before = false;
  Token quote;
  quote.span.end = 1;
  quote.space_before = true;
  sentence.tokens.insert(sentence.tokens.begin(), quote);
  ParsedSentence& gold = sentence.gold;
  for (int32_t& head : gold.heads) head += head != kRootHead;
  gold.heads.insert(gold.heads.begin(), RootOf(gold) + 1);
  gold.tags.insert(gold.tags.begin(), Tag::kOpenQuote);
  gold.labels.insert(gold.labels.begin(), Label::kPunct);
  return sentence;
}

GoldSentence WithClosingQuote(GoldSentence sentence) {
  Token quote;
  quote.span.begin = static_cast<uint32_t>(sentence.text.size());
  quote.span.end = quote.span.begin + 1;
  sentence.text.push_back('"');
  sentence.tokens.push_back(quote);
  ParsedSentence& gold = sentence.gold;
  gold.heads.push_back(RootOf(gold));
  gold.tags.push_back(Tag::kCloseQuote);
  gold.labels.push_back(Label::kPunct);
  return sentence;
}

std::vector<GoldSentence> FramingCopies(
    absl::Span<const GoldSentence> sentences) {
  std::vector<GoldSentence> copies;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const GoldSentence& s = sentences[i];
    if (i % kNoMarkOneIn == 5) copies.push_back(WithoutFinalMark(s));
    if (HasQuote(s)) continue;
    if (i % kQuotedOneIn == 7) {
      copies.push_back(WithClosingQuote(WithOpeningQuote(s)));
    }
    if (i % kOpenedOneIn == 11) copies.push_back(WithOpeningQuote(s));
    if (i % kClosedOneIn == 23) copies.push_back(WithClosingQuote(s));
  }
  return copies;
}

}  // namespace concord
