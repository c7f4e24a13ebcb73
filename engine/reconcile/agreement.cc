#include "engine/reconcile/agreement.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/function_ref.h"
#include "absl/types/span.h"
#include "engine/reconcile/relation_table.h"

namespace concord {
namespace {

// Groups in the making. A claim without an entry is a group of its own.
class Groups {
 public:
  explicit Groups(absl::FunctionRef<bool(uint32_t, uint32_t)> agree)
      : agree_(agree) {}

  void TryJoin(ClaimPair pair) {
    uint32_t a = GroupOf(pair.a);
    uint32_t b = GroupOf(pair.b);
    if (a == b || !HoldTogether(members_[a], members_[b])) return;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (uint32_t claim : members_[b]) group_of_[claim] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(),
                       members_[b].end());
    members_[b].clear();
  }

  std::vector<ClaimSet> Take() && {
    std::vector<ClaimSet> groups;
    for (ClaimSet& members : members_) {
      if (members.size() < 2) continue;
      std::sort(members.begin(), members.end());
      groups.push_back(std::move(members));
    }
    std::sort(groups.begin(), groups.end());
    return groups;
  }

 private:
  uint32_t GroupOf(uint32_t claim) {
    const auto [entry, is_new] =
        group_of_.emplace(claim, static_cast<uint32_t>(members_.size()));
    if (is_new) members_.push_back({claim});
    return entry->second;
  }

  bool HoldTogether(const ClaimSet& a, const ClaimSet& b) const {
    if (a.size() + b.size() > kMaxGroup) return false;
    for (uint32_t x : a) {
      for (uint32_t y : b) {
        if (!agree_(x, y)) return false;
      }
    }
    return true;
  }

  absl::FunctionRef<bool(uint32_t, uint32_t)> agree_;
  absl::flat_hash_map<uint32_t, uint32_t> group_of_;
  std::vector<ClaimSet> members_;
};

std::vector<AgreeingPair> MostAlikeFirst(absl::Span<const AgreeingPair> pairs) {
  std::vector<AgreeingPair> sorted(pairs.begin(), pairs.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const AgreeingPair& x, const AgreeingPair& y) {
              return x.similarity != y.similarity ? x.similarity > y.similarity
                                                  : x.pair < y.pair;
            });
  return sorted;
}

}  // namespace

std::vector<ClaimSet> GroupAgreeing(
    absl::Span<const AgreeingPair> pairs,
    absl::FunctionRef<bool(uint32_t, uint32_t)> agree) {
  Groups groups(agree);
  for (const AgreeingPair& p : MostAlikeFirst(pairs)) groups.TryJoin(p.pair);
  return std::move(groups).Take();
}

}  // namespace concord
