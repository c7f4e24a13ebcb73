#include "tests/grammar/hand_parse.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/text/token.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

void AddWord(absl::string_view word, std::vector<Token>& tokens,
             HandParse& out) {
  const std::vector<std::string> part = absl::StrSplit(word, '/');
  const std::optional<Tag> tag = TagFromName(part[1]);
  ASSERT_TRUE(tag) << word;
  Token token;
  if (!out.text.empty()) out.text += ' ';
  token.span.begin = static_cast<uint32_t>(out.text.size());
  out.text += part[0];
  token.span.end = static_cast<uint32_t>(out.text.size());
  token.space_before = true;
  tokens.push_back(token);
  out.parse.tags.push_back(*tag);
  if (part.size() < 4) return;
  int32_t head = 0;
  const std::optional<Label> label = LabelFromName(part[3]);
  ASSERT_TRUE(absl::SimpleAtoi(part[2], &head) && label) << word;
  out.parse.heads.push_back(head - 1);
  out.parse.labels.push_back(*label);
}

}  // namespace

HandParse ReadHandParse(absl::string_view words) {
  HandParse out;
  std::vector<Token> tokens;
  for (absl::string_view word : absl::StrSplit(words, ' ')) {
    AddWord(word, tokens, out);
  }
  DescribeWords(out.text, tokens, out.words);
  return out;
}

void ExpectProjectiveTree(const ParsedSentence& parse) {
  const auto n = static_cast<int32_t>(parse.heads.size());
  const auto is_below = [&](int32_t word, int32_t top) {
    for (int32_t steps = 0; word != kRootHead && steps <= n; ++steps) {
      if (word == top) return true;
      word = parse.heads[word];
    }
    return word == top;
  };
  for (int32_t word = 0; word < n; ++word) {
    EXPECT_TRUE(is_below(word, kRootHead)) << word << " goes round in a circle";
    const int32_t head = parse.heads[word];
    if (head == kRootHead) continue;
    for (int32_t i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
      EXPECT_TRUE(is_below(i, head))
          << i << " between " << head << " and its " << word;
    }
  }
}

}  // namespace concord
