#include "engine/compare/group.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "concord/v1/claim.pb.h"
#include "engine/compare/alignment.h"
#include "engine/compare/features.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

// How alike two items must be, and two groups on average. Chosen by hand on the
// development questions, so that figures on those are optimistic.
constexpr float kAlike = 0.28f;
// What the contexts weigh beside the texts.
constexpr float kContextShare = 0.25f;
// Items looked at for one word, where not every pair is compared.
constexpr size_t kMaxPostings = 64;
// Members of a group.
constexpr size_t kMaxGroup = 1024;

using Pair = std::pair<uint32_t, uint32_t>;

// An item with its texts looked up.
struct Prepared {
  v1::Claim text_claim, context_claim;
  PreparedClaim text, context;
};

// Share of the words' weight that two texts have in common, the shorter one's
// share and both together alike.
float Likeness(const PreparedClaim& a, const PreparedClaim& b) {
  static thread_local Alignment alignment;
  const bool swap = b.weight < a.weight;
  const PreparedClaim& x = swap ? b : a;
  const PreparedClaim& y = swap ? a : b;
  Align(x, y, alignment);
  const FeatureVector features = MeasurePair(x, y, alignment);
  return 0.5f * (features[kCoverShort] + features[kDice]);
}

float Likeness(const Prepared& a, const Prepared& b) {
  const float text = Likeness(a.text, b.text);
  if (a.context.words.empty() || b.context.words.empty()) return text;
  return (1 - kContextShare) * text +
         kContextShare * Likeness(a.context, b.context);
}

class Grouper {
 public:
  explicit Grouper(absl::Span<const GroupItem> items) : items_(items.size()) {
    for (size_t i = 0; i < items.size(); ++i) {
      Prepared& item = items_[i];
      item.text_claim.set_text(items[i].text);
      item.context_claim.set_text(items[i].context);
      item.text = Prepare(item.text_claim);
      item.context = Prepare(item.context_claim);
    }
    SortOrder(items);
  }

  std::vector<std::vector<uint32_t>> Run() {
    ScorePairs();
    group_.resize(items_.size());
    members_.resize(items_.size());
    for (uint32_t i = 0; i < items_.size(); ++i) {
      group_[i] = i;
      members_[i] = {i};
    }
    for (const auto& [likeness, pair] : ranked_) TryJoin(pair);
    std::vector<std::vector<uint32_t>> groups;
    for (std::vector<uint32_t>& group : members_) {
      if (group.empty()) continue;
      std::sort(group.begin(), group.end());
      groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end());
    return groups;
  }

 private:
  // Ranks items by their words, so that ties do not go by input order.
  void SortOrder(absl::Span<const GroupItem> items) {
    std::vector<uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return std::tie(items[a].text, items[a].context) <
             std::tie(items[b].text, items[b].context);
    });
    rank_.resize(items.size());
    for (uint32_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
  }

  void ScorePairs() {
    for (const Pair& pair : Candidates()) {
      const float likeness = Likeness(items_[pair.first], items_[pair.second]);
      if (likeness < kAlike) continue;
      likeness_[pair] = likeness;
      ranked_.emplace_back(likeness, pair);
    }
    std::sort(ranked_.begin(), ranked_.end(),
              [&](const auto& x, const auto& y) {
                return std::make_tuple(-x.first, RankOf(x.second)) <
                       std::make_tuple(-y.first, RankOf(y.second));
              });
  }

  Pair RankOf(const Pair& pair) const {
    return std::minmax(rank_[pair.first], rank_[pair.second]);
  }

  std::vector<Pair> Candidates() const {
    const auto count = static_cast<uint32_t>(items_.size());
    std::vector<Pair> pairs;
    if (count <= kAllPairs) {
      for (uint32_t i = 0; i < count; ++i) {
        for (uint32_t j = i + 1; j < count; ++j) pairs.emplace_back(i, j);
      }
      return pairs;
    }
    std::map<uint64_t, std::vector<uint32_t>> by_word;
    for (uint32_t i = 0; i < count; ++i) {
      for (uint64_t word : items_[i].text.concepts) by_word[word].push_back(i);
    }
    for (auto& [word, list] : by_word) AddPairs(list, pairs);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  // Pairs among the items of one word, those of the least rank where there are
  // too many.
  void AddPairs(std::vector<uint32_t>& list, std::vector<Pair>& pairs) const {
    if (list.size() > kMaxPostings) {
      std::sort(list.begin(), list.end(),
                [&](uint32_t a, uint32_t b) { return rank_[a] < rank_[b]; });
      list.resize(kMaxPostings);
      std::sort(list.begin(), list.end());
    }
    for (size_t i = 0; i < list.size(); ++i) {
      for (size_t j = i + 1; j < list.size(); ++j) {
        pairs.emplace_back(list[i], list[j]);
      }
    }
  }

  // Joins the groups of the pair where they are alike on average; a pair that
  // was not compared, or is not alike, counts as nothing in common.
  void TryJoin(const Pair& pair) {
    const uint32_t into = std::min(group_[pair.first], group_[pair.second]);
    const uint32_t from = std::max(group_[pair.first], group_[pair.second]);
    std::vector<uint32_t>& a = members_[into];
    std::vector<uint32_t>& b = members_[from];
    if (into == from || a.size() + b.size() > kMaxGroup) return;
    float sum = 0.0f;
    for (uint32_t i : a) {
      for (uint32_t j : b) {
        const auto it = likeness_.find(std::minmax(i, j));
        if (it != likeness_.end()) sum += it->second;
      }
    }
    if (sum < kAlike * static_cast<float>(a.size() * b.size())) return;
    for (uint32_t j : b) group_[j] = into;
    a.insert(a.end(), b.begin(), b.end());
    b.clear();
  }

  std::vector<Prepared> items_;
  std::vector<uint32_t> rank_;
  absl::flat_hash_map<Pair, float> likeness_;
  std::vector<std::pair<float, Pair>> ranked_;
  std::vector<uint32_t> group_;                 // of each item
  std::vector<std::vector<uint32_t>> members_;  // of each group
};

}  // namespace

std::vector<std::vector<uint32_t>> GroupTexts(
    absl::Span<const GroupItem> items) {
  return Grouper(items).Run();
}

}  // namespace concord
