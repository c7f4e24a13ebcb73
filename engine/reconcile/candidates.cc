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
#include "engine/reconcile/wording_book.h"

namespace concord {
namespace {

// Claims of one concept that are looked at in one story. An ordinary story
// never meets it.
constexpr uint32_t kMaxPostings = 256;

// What two claims must share, word for word, of the lighter one's weight.
// Within one article only repetition counts, and who repeats himself keeps more
// of his words.
constexpr float kLeastShared = 0.2f;
constexpr float kLeastRepeated = 0.5f;

uint64_t HashOf(const v1::Claim& claim) {
  return XXH3_64bits(claim.claim_id().data(), claim.claim_id().size());
}

// The weight of the words, by base form, that both claims have.
float SharedWeight(const PreparedClaim& a, const PreparedClaim& b) {
  float shared = 0.0f;
  for (size_t i = 0, j = 0; i < a.by_lemma.size() && j < b.by_lemma.size();) {
    const PreparedWord& x = a.words[a.by_lemma[i]];
    const PreparedWord& y = b.words[b.by_lemma[j]];
    if (x.entry.lemma == y.entry.lemma) {
      shared += std::min(x.weight, y.weight);
      ++i;
      ++j;
    } else if (x.entry.lemma < y.entry.lemma) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

// A claim's partner, and how strongly it calls for comparison.
struct Partner {
  uint32_t member = 0;
  float shared = 0.0f;  // of the weight of both, 0..1
  uint64_t hash = 0;    // decides among equals
};

bool CallsMore(const Partner& x, const Partner& y) {
  return x.shared != y.shared ? x.shared > y.shared : x.hash < y.hash;
}

// Finds the candidates among the claims of one story.
class StoryCandidates {
 public:
  StoryCandidates(const Corpus& corpus, const WordingBook& wordings,
                  absl::Span<const PreparedClaim> claims,
                  const ArticleSet& articles)
      : corpus_(corpus), claims_(claims) {
    for (uint32_t a : articles) {
      for (uint32_t c : corpus.ClaimsOf(a)) {
        members_.push_back(wordings.FirstOf(c));
      }
    }
    std::sort(members_.begin(), members_.end());
    members_.erase(std::unique(members_.begin(), members_.end()),
                   members_.end());
  }

  Candidates Find() {
    Index();
    Candidates found;
    found.capped_postings = index_.capped();
    uint64_t calling = 0;
    for (uint32_t i = 0; i < members_.size(); ++i) {
      std::vector<Partner> partners = PartnersOf(i);
      calling += partners.size();
      KeepStrongest(partners);
      for (const Partner& p : partners) {
        found.pairs.push_back(
            {members_[std::min(i, p.member)], members_[std::max(i, p.member)]});
      }
    }
    std::sort(found.pairs.begin(), found.pairs.end());
    found.pairs.erase(std::unique(found.pairs.begin(), found.pairs.end()),
                      found.pairs.end());
    found.capped_pairs = calling / 2 - found.pairs.size();
    return found;
  }

 private:
  void Index() {
    for (uint32_t i = 0; i < members_.size(); ++i) {
      hashes_.push_back(HashOf(corpus_.claim(members_[i])));
      for (uint64_t key : claims_[members_[i]].concepts) {
        index_.Add(key, i, hashes_.back());
      }
    }
    index_.Build(static_cast<uint32_t>(members_.size()), kMaxPostings);
  }

  // All that share enough with member i. Symmetric.
  std::vector<Partner> PartnersOf(uint32_t i) const {
    std::vector<Partner> partners;
    index_.ForNeighbours(i, [&](uint32_t j, uint32_t shared) {
      const PreparedClaim& a = claims_[members_[i]];
      const PreparedClaim& b = claims_[members_[j]];
      if (!ShareEnough(a, b, shared)) return;
      const float weight = SharedWeight(a, b);
      if (weight < LeastShared(i, j) * std::min(a.weight, b.weight)) return;
      partners.push_back({j, 2 * weight / (a.weight + b.weight), hashes_[j]});
    });
    return partners;
  }

  // Two concepts in common, or one where a claim has hardly more.
  static bool ShareEnough(const PreparedClaim& a, const PreparedClaim& b,
                          uint32_t shared) {
    return shared >= 2 || std::min(a.concepts.size(), b.concepts.size()) <= 2;
  }

  float LeastShared(uint32_t i, uint32_t j) const {
    return corpus_.ArticleOf(members_[i]) == corpus_.ArticleOf(members_[j])
               ? kLeastRepeated
               : kLeastShared;
  }

  static void KeepStrongest(std::vector<Partner>& partners) {
    if (partners.size() <= kMaxPartners) return;
    std::nth_element(partners.begin(), partners.begin() + kMaxPartners,
                     partners.end(), CallsMore);
    partners.resize(kMaxPartners);
  }

  const Corpus& corpus_;
  const absl::Span<const PreparedClaim> claims_;
  std::vector<uint32_t> members_;
  std::vector<uint64_t> hashes_;
  PostingIndex index_;
};

}  // namespace

Candidates FindCandidates(const Corpus& corpus, const WordingBook& wordings,
                          absl::Span<const PreparedClaim> claims,
                          absl::Span<const ArticleSet> stories, int threads) {
  std::vector<Candidates> found(stories.size());
  ParallelFor(stories.size(), threads, [&](size_t i) {
    found[i] = StoryCandidates(corpus, wordings, claims, stories[i]).Find();
  });
  Candidates all;
  for (const Candidates& f : found) {
    all.pairs.insert(all.pairs.end(), f.pairs.begin(), f.pairs.end());
    all.capped_postings += f.capped_postings;
    all.capped_pairs += f.capped_pairs;
  }
  std::sort(all.pairs.begin(), all.pairs.end());
  all.pairs.erase(std::unique(all.pairs.begin(), all.pairs.end()),
                  all.pairs.end());
  return all;
}

}  // namespace concord
