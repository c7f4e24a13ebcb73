// Disjoint sets (union-find): items that belong together, directly or not.

#ifndef CONCORD_ENGINE_RECONCILE_DISJOINT_SETS_H_
#define CONCORD_ENGINE_RECONCILE_DISJOINT_SETS_H_

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace concord {

// Items 0 to n - 1, each in a set of its own until joined. A set is named by
// its smallest item, so names do not depend on the order of joins.
class DisjointSets {
 public:
  explicit DisjointSets(uint32_t n) : parent_(n) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }

  // The smallest item of the set of `item`.
  uint32_t Root(uint32_t item) {
    while (parent_[item] != item) {
      parent_[item] = parent_[parent_[item]];  // halve the path
      item = parent_[item];
    }
    return item;
  }

  // Makes the sets of `a` and `b` one. True where they were two.
  bool Join(uint32_t a, uint32_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_DISJOINT_SETS_H_
