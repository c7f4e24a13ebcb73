#include "bench/compare/claim_pairs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "bench/bench_file.h"
#include "bench/drop_claims.h"
#include "bench/pipeline/news_drop.h"
#include "bench/workload.h"
#include "engine/claim/from_text.h"
#include "engine/compare/compare.h"

namespace concord {
namespace {

constexpr size_t kClaims = 4000;
constexpr size_t kMostPairs = 100'000;
// A claim is paired with those up to so many places behind it: an event of
// news_drop.h has about as many.
constexpr size_t kWindow = 64;

DropClaims ClaimsOfTexts(const std::vector<std::string>& texts) {
  DropClaims drop;
  for (const std::string& text : texts) {
    drop.claims.push_back(ClaimOfText(text));
  }
  return drop;
}

// By claim, the text of its article; its own where there are no articles.
std::vector<absl::string_view> ArticleTexts(const DropClaims& drop) {
  std::map<absl::string_view, absl::string_view> texts;
  for (const v1::Article& article : drop.articles) {
    texts[article.article_id()] = article.text();
  }
  std::vector<absl::string_view> by_claim;
  for (const v1::Claim& claim : drop.claims) {
    by_claim.push_back(texts.empty() ? absl::string_view(claim.text())
                                     : texts[claim.article_id()]);
  }
  return by_claim;
}

// Many copies of few, so that near claims are often alike.
std::vector<std::string> GeneratedTexts() {
  std::vector<std::string> texts;
  for (uint64_t seed = 1; texts.size() < kClaims; ++seed) {
    WorkloadOptions options = ShortClaims(kWindow);
    options.copy_share = 0.9;
    options.seed = seed;
    for (std::string& text : GenerateTexts(options)) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

std::vector<std::string> GivenTexts() {
  std::vector<std::string> texts;
  const char* const path = std::getenv("CONCORD_BENCH_SENTENCES");
  if (path == nullptr) return texts;
  std::ifstream file(path);
  for (std::string line; texts.size() < kClaims && std::getline(file, line);) {
    texts.push_back(line);
  }
  return texts;
}

DropClaims MakeClaims(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kWords:
      return ClaimsOfTexts(GeneratedTexts());
    case ClaimKind::kNews:
      return ClaimsOf(BenchFile("news.jsonl", MakeNewsDrop(120, 1)).path());
    case ClaimKind::kSentences:
      return ClaimsOfTexts(GivenTexts());
  }
  return {};
}

ClaimPairs* MakePairs(ClaimKind kind) {
  auto* made = new ClaimPairs;
  made->drop = MakeClaims(kind);
  made->articles = ArticleTexts(made->drop);
  for (size_t i = 0; i < made->articles.size(); ++i) {
    made->prepared.push_back(Prepare(made->drop.claims[i], made->articles[i]));
  }
  const auto n = static_cast<uint32_t>(made->prepared.size());
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t end = std::min<uint32_t>(n, i + kWindow);
    for (uint32_t j = i + 1; j < end && made->near.size() < kMostPairs; ++j) {
      made->near.emplace_back(i, j);
      if (MayRelate(made->prepared[i], made->prepared[j])) {
        made->related.emplace_back(i, j);
      }
    }
  }
  return made;
}

}  // namespace

const ClaimPairs& PairsOf(ClaimKind kind) {
  static const ClaimPairs* made[3] = {};
  const ClaimPairs*& pairs = made[static_cast<size_t>(kind)];
  if (pairs == nullptr) pairs = MakePairs(kind);
  return *pairs;
}

}  // namespace concord
