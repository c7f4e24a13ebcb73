#include "engine/reconcile/soundness.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/wording_book.h"

namespace concord {
namespace {

using v1::Comparison;

// A claim and an article that it is held against.
uint64_t Key(uint32_t claim, uint32_t article) {
  return uint64_t{claim} << 32 | article;
}

// What every claim has found in every other article.
class Partners {
 public:
  Partners(const WordingBook& wordings, const RelationTable& relations)
      : wordings_(wordings), pairs_(relations.pairs()) {
    for (size_t i = 0; i < pairs_.size(); ++i) {
      Note(i, pairs_[i].pair.a, pairs_[i].pair.b);
      Note(i, pairs_[i].pair.b, pairs_[i].pair.a);
    }
  }

  bool Sound(size_t position) const {
    const ClaimPair pair = pairs_[position].pair;
    return !wordings_.ShareArticle(pair.a, pair.b) &&
           SoundFor(position, pair.a, pair.b) &&
           SoundFor(position, pair.b, pair.a);
  }

 private:
  void Note(size_t position, uint32_t claim, uint32_t other) {
    for (uint32_t article : wordings_.ArticlesOf(other)) {
      Note(position, Key(claim, article));
    }
  }

  void Note(size_t position, uint64_t key) {
    switch (pairs_[position].verdict.relation) {
      case Comparison::RELATION_AGREE:
        agrees_.insert(key);
        break;
      case Comparison::RELATION_DIVERGE: {
        const auto [best, is_new] = closest_.emplace(key, position);
        if (!is_new && Closer(position, best->second)) best->second = position;
        break;
      }
      default:
        break;
    }
  }

  bool SoundFor(size_t position, uint32_t claim, uint32_t other) const {
    const absl::Span<const uint32_t> articles = wordings_.ArticlesOf(other);
    return std::all_of(articles.begin(), articles.end(), [&](uint32_t article) {
      const uint64_t key = Key(claim, article);
      return !agrees_.contains(key) && closest_.at(key) == position;
    });
  }

  bool Closer(size_t x, size_t y) const {
    const float of_x = pairs_[x].verdict.similarity;
    const float of_y = pairs_[y].verdict.similarity;
    return of_x != of_y ? of_x > of_y : pairs_[x].pair < pairs_[y].pair;
  }

  const WordingBook& wordings_;
  const std::vector<JudgedPair>& pairs_;
  absl::flat_hash_set<uint64_t> agrees_;
  // The most alike diverging pair of a claim with an article.
  absl::flat_hash_map<uint64_t, size_t> closest_;
};

}  // namespace

void DemoteUnsoundDivergences(const WordingBook& wordings,
                              RelationTable& relations) {
  const Partners partners(wordings, relations);
  std::vector<size_t> unsound;
  for (size_t i = 0; i < relations.pairs().size(); ++i) {
    if (relations.pairs()[i].verdict.relation == Comparison::RELATION_DIVERGE &&
        !partners.Sound(i)) {
      unsound.push_back(i);
    }
  }
  for (size_t i : unsound) {
    relations.Overrule(i, Comparison::RELATION_UNSURE);
  }
}

}  // namespace concord
