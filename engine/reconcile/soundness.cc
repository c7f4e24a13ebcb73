#include "engine/reconcile/soundness.h"

#include <cstddef>
#include <cstdint>
#include <utility>
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

  // Why a pair is unsound; unspecified where it is not.
  v1::ReasonCode DoubtAbout(size_t position) const {
    const ClaimPair pair = pairs_[position].pair;
    if (wordings_.ShareArticle(pair.a, pair.b)) {
      return v1::REASON_CODE_SAME_ARTICLE;
    }
    const v1::ReasonCode doubt = DoubtFor(position, pair.a, pair.b);
    return doubt != v1::REASON_CODE_UNSPECIFIED
               ? doubt
               : DoubtFor(position, pair.b, pair.a);
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

  v1::ReasonCode DoubtFor(size_t position, uint32_t claim,
                          uint32_t other) const {
    for (uint32_t article : wordings_.ArticlesOf(other)) {
      const uint64_t key = Key(claim, article);
      if (agrees_.contains(key)) return v1::REASON_CODE_OTHER_SCOPE;
      if (closest_.at(key) != position) {
        return v1::REASON_CODE_OTHER_SCOPE;
      }
    }
    return v1::REASON_CODE_UNSPECIFIED;
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
  std::vector<std::pair<size_t, v1::ReasonCode>> unsound;
  for (size_t i = 0; i < relations.pairs().size(); ++i) {
    if (relations.pairs()[i].verdict.relation != Comparison::RELATION_DIVERGE) {
      continue;
    }
    const v1::ReasonCode doubt = partners.DoubtAbout(i);
    if (doubt != v1::REASON_CODE_UNSPECIFIED) unsound.emplace_back(i, doubt);
  }
  for (const auto& [i, doubt] : unsound) {
    relations.Overrule(i, Comparison::RELATION_UNSURE, doubt);
  }
}

}  // namespace concord
