#include "engine/compare/group.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/container/flat_hash_map.h"
#include "concord/v1/claim.pb.h"
#include "engine/compare/compare.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

// Average similarity at which two groups are one.
constexpr double kOneGroup = 0.28;
constexpr double kContextShare = 0.3;
// Items with more in conflict than this never meet in a group.
constexpr float kSureConflict = 0.8f;
constexpr double kNever = -1e9;
constexpr size_t kMostPostings = 1000;

// One item, prepared; owns the claims it is prepared from.
struct PreparedItem {
  v1::Claim text_claim;
  v1::Claim context_claim;
  PreparedClaim text;
  PreparedClaim context;
};

std::vector<PreparedItem> PrepareItems(absl::Span<const GroupItem> items,
                                       absl::Span<const uint32_t> order) {
  std::vector<PreparedItem> prepared(items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    const GroupItem& item = items[order[i]];
    PreparedItem& p = prepared[i];
    p.text_claim.set_text(item.text);
    p.context_claim.set_text(item.context);
    p.text = Prepare(p.text_claim);
    p.context = Prepare(p.context_claim);
  }
  return prepared;
}

double Similarity(const PreparedItem& a, const PreparedItem& b) {
  const CompareContext one_event = {.same_event = true};
  const Verdict text = Judge(a.text, b.text, one_event);
  if (text.relation == v1::Comparison::RELATION_DIVERGE &&
      text.conflict >= kSureConflict) {
    return kNever;
  }
  if (a.context.words.empty() || b.context.words.empty()) {
    return text.similarity;
  }
  const Verdict context = Judge(a.context, b.context, one_event);
  return (1.0 - kContextShare) * text.similarity +
         kContextShare * context.similarity;
}

// Pairs of items, a < b, that share a concept of their texts or contexts, or
// all of their words.
std::vector<std::pair<uint32_t, uint32_t>> Candidates(
    absl::Span<const PreparedItem> items) {
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> postings;
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (const auto* claim : {&items[i].text, &items[i].context}) {
      for (const uint64_t key : claim->concepts) postings[key].push_back(i);
      postings[claim->words_hash].push_back(i);
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (auto& [key, at] : postings) {
    at.erase(std::unique(at.begin(), at.end()), at.end());
    if (at.size() > kMostPostings) continue;
    for (size_t i = 0; i < at.size(); ++i) {
      for (size_t j = i + 1; j < at.size(); ++j) {
        pairs.emplace_back(at[i], at[j]);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

// Average-link clustering of a sparse graph. Sums of similarities add up when
// groups merge; a pair that is not there counts as 0.
class AverageLink {
 public:
  explicit AverageLink(size_t count)
      : sums_(count), members_(count), version_(count, 0) {
    for (uint32_t i = 0; i < count; ++i) members_[i] = {i};
  }

  void AddEdge(uint32_t a, uint32_t b, double similarity) {
    sums_[a][b] = similarity;
    sums_[b][a] = similarity;
    Offer(a, b);
  }

  std::vector<std::vector<uint32_t>> Run() {
    while (!offers_.empty()) {
      const Offered best = offers_.top();
      offers_.pop();
      if (version_[best.a] != best.version_a) continue;
      if (version_[best.b] != best.version_b) continue;
      Merge(best.a, best.b);
    }
    return std::move(members_);
  }

 private:
  // Two groups that may merge. The greatest average goes first, then the
  // smallest numbers.
  struct Offered {
    double average;
    uint32_t a, b;
    uint32_t version_a, version_b;
    bool operator<(const Offered& o) const {
      return std::tie(average, o.a, o.b) < std::tie(o.average, a, b);
    }
  };

  void Offer(uint32_t a, uint32_t b) {
    if (a > b) std::swap(a, b);
    const double pairs = static_cast<double>(members_[a].size()) *
                         static_cast<double>(members_[b].size());
    const double average = sums_[a][b] / pairs;
    if (average < kOneGroup) return;
    offers_.push({average, a, b, version_[a], version_[b]});
  }

  // Group b goes into a.
  void Merge(uint32_t a, uint32_t b) {
    ++version_[a];
    ++version_[b];
    members_[a].insert(members_[a].end(), members_[b].begin(),
                       members_[b].end());
    members_[b].clear();
    sums_[a].erase(b);
    for (const auto& [other, sum] : sums_[b]) {
      sums_[other].erase(b);
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other][a] += sum;
    }
    sums_[b].clear();
    for (const auto& [other, sum] : sums_[a]) Offer(a, other);
  }

  // Ordered, so that sums of doubles are added in one order.
  std::vector<absl::btree_map<uint32_t, double>> sums_;
  std::vector<std::vector<uint32_t>> members_;
  std::vector<uint32_t> version_;
  std::priority_queue<Offered> offers_;
};

// Items in an order that only their words decide.
std::vector<uint32_t> CanonicalOrder(absl::Span<const GroupItem> items) {
  std::vector<uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [items](uint32_t a, uint32_t b) {
    return std::tie(items[a].text, items[a].context, a) <
           std::tie(items[b].text, items[b].context, b);
  });
  return order;
}

}  // namespace

std::vector<std::vector<uint32_t>> GroupTexts(
    absl::Span<const GroupItem> items) {
  const std::vector<uint32_t> order = CanonicalOrder(items);
  const std::vector<PreparedItem> prepared = PrepareItems(items, order);
  AverageLink link(items.size());
  for (const auto& [a, b] : Candidates(prepared)) {
    link.AddEdge(a, b, Similarity(prepared[a], prepared[b]));
  }
  std::vector<std::vector<uint32_t>> groups;
  for (std::vector<uint32_t>& group : link.Run()) {
    if (group.empty()) continue;
    for (uint32_t& member : group) member = order[member];
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace concord
