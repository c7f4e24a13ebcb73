#include "tools/train_grammar/score.h"

#include <cstdio>

#include "absl/types/span.h"

namespace concord {
namespace {

void Count(const ParsedSentence& gold, const ParsedSentence& found, size_t i,
           GrammarScore& score) {
  const bool inner = gold.labels[i] != Label::kPunct;
  const bool head = gold.heads[i] == found.heads[i];
  const bool label = head && gold.labels[i] == found.labels[i];
  ++score.words;
  score.tags += gold.tags[i] == found.tags[i];
  score.heads += head;
  score.labels += label;
  score.inner_words += inner;
  score.inner_heads += inner && head;
  score.inner_labels += inner && label;
}

}  // namespace

GrammarScore ScoreSentences(absl::Span<const GoldSentence> sentences,
                            Parser& parser) {
  GrammarScore score;
  ParsedSentence found;
  for (const GoldSentence& s : sentences) {
    parser.Parse(s.text, s.tokens, found);
    for (size_t i = 0; i < s.tokens.size(); ++i) {
      Count(s.gold, found, i, score);
    }
  }
  return score;
}

void PrintScore(const char* what, const GrammarScore& s) {
  const double n = s.words, m = s.inner_words;
  std::printf(
      "%-22s words %d  tags %.4f  heads %.4f  labels %.4f  "
      "(without punctuation: heads %.4f  labels %.4f)\n",
      what, s.words, s.tags / n, s.heads / n, s.labels / n, s.inner_heads / m,
      s.inner_labels / m);
}

}  // namespace concord
