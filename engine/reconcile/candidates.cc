#include "engine/reconcile/candidates.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/base/parallel.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/posting_index.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story.h"

namespace concord {
namespace {

// Claims of one concept that are looked at in one story. An ordinary story
// never meets it.
constexpr uint32_t kMaxPostings = 256;

// Two concepts in common, or one where a claim has hardly more.
bool ShareEnough(const PreparedClaim& a, const PreparedClaim& b,
                 uint32_t shared) {
  const size_t least = std::min(a.concepts.size(), b.concepts.size());
  return shared >= 2 || least <= 2;
}

uint64_t HashOf(const v1::Claim& claim) {
  return XXH3_64bits(claim.claim_id().data(), claim.claim_id().size());
}

// The candidates among the claims of some articles, and how many postings were
// kept out.
struct Found {
  std::vector<ClaimPair> pairs;
  uint64_t capped = 0;
};

Found FindAmong(const Corpus& corpus, absl::Span<const PreparedClaim> claims,
                const ArticleSet& articles) {
  std::vector<uint32_t> members;
  for (uint32_t a : articles) {
    members.insert(members.end(), corpus.ClaimsOf(a).begin(),
                   corpus.ClaimsOf(a).end());
  }
  std::sort(members.begin(), members.end());
  PostingIndex index;
  for (uint32_t i = 0; i < members.size(); ++i) {
    const uint64_t hash = HashOf(corpus.claim(members[i]));
    for (uint64_t key : claims[members[i]].concepts) index.Add(key, i, hash);
  }
  index.Build(static_cast<uint32_t>(members.size()), kMaxPostings);
  Found found;
  found.capped = index.capped();
  for (uint32_t i = 0; i < members.size(); ++i) {
    index.ForPartners(i, [&](uint32_t j, uint32_t shared) {
      const ClaimPair pair = {members[i], members[j]};
      if (!ShareEnough(claims[pair.a], claims[pair.b], shared)) return;
      found.pairs.push_back(pair);
    });
  }
  return found;
}

// The stories, and each article that is in none by itself.
std::vector<ArticleSet> CoverArticles(uint32_t articles,
                                      absl::Span<const ArticleSet> stories) {
  std::vector<ArticleSet> cover(stories.begin(), stories.end());
  std::vector<bool> covered(articles, false);
  for (const ArticleSet& story : stories) {
    for (uint32_t a : story) covered[a] = true;
  }
  for (uint32_t a = 0; a < articles; ++a) {
    if (!covered[a]) cover.push_back({a});
  }
  return cover;
}

}  // namespace

std::vector<ClaimPair> FindCandidates(const Corpus& corpus,
                                      absl::Span<const PreparedClaim> claims,
                                      absl::Span<const ArticleSet> stories,
                                      int threads, uint64_t& capped_postings) {
  const std::vector<ArticleSet> cover =
      CoverArticles(corpus.articles(), stories);
  std::vector<Found> found(cover.size());
  ParallelFor(cover.size(), threads, [&](size_t i) {
    found[i] = FindAmong(corpus, claims, cover[i]);
  });
  std::vector<ClaimPair> pairs;
  for (const Found& f : found) {
    pairs.insert(pairs.end(), f.pairs.begin(), f.pairs.end());
    capped_postings += f.capped;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace concord
