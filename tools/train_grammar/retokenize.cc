#include "tools/train_grammar/retokenize.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace concord {
namespace {

// For each gold token the token that holds it, or nullopt where one is split.
std::optional<std::vector<int32_t>> Holders(const std::vector<Token>& gold,
                                            const std::vector<Token>& own) {
  std::vector<int32_t> holders;
  size_t at = 0;
  for (const Token& token : gold) {
    while (at < own.size() && own[at].span.end <= token.span.begin) ++at;
    if (at == own.size() || !own[at].span.Contains(token.span)) {
      return std::nullopt;
    }
    holders.push_back(static_cast<int32_t>(at));
  }
  return holders;
}

}  // namespace

std::optional<GoldSentence> Retokenize(const GoldSentence& sentence) {
  GoldSentence out;
  out.text = sentence.text;
  out.tokens = Tokenize(out.text);
  const auto holders = Holders(sentence.tokens, out.tokens);
  if (!holders.has_value()) return std::nullopt;
  const ParsedSentence& gold = sentence.gold;
  std::vector<bool> done(out.tokens.size(), false);
  out.gold.tags.resize(done.size());
  out.gold.heads.resize(done.size());
  out.gold.labels.resize(done.size());
  for (size_t i = 0; i < holders->size(); ++i) {
    const int32_t own = (*holders)[i];
    const int32_t head =
        gold.heads[i] == kRootHead ? kRootHead : (*holders)[gold.heads[i]];
    if (head == own || done[own]) continue;
    done[own] = true;
    out.gold.tags[own] = gold.tags[i];
    out.gold.heads[own] = head;
    out.gold.labels[own] = gold.labels[i];
  }
  return out;
}

std::vector<GoldSentence> RetokenizeAll(
    absl::Span<const GoldSentence> sentences) {
  std::vector<GoldSentence> out;
  for (const GoldSentence& sentence : sentences) {
    std::optional<GoldSentence> own = Retokenize(sentence);
    if (own.has_value()) out.push_back(*std::move(own));
  }
  return out;
}

}  // namespace concord
