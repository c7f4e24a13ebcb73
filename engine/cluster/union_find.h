// Disjoint sets whose root is their smallest member.

#ifndef CONCORD_ENGINE_CLUSTER_UNION_FIND_H_
#define CONCORD_ENGINE_CLUSTER_UNION_FIND_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace concord {

// Path halving (van Leeuwen and van der Weide, 1977); union by the smaller
// number, so that the roots do not depend on the order of unions.
class UnionFind {
 public:
  explicit UnionFind(size_t n) : parent_(n) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }

  uint32_t Find(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void Unite(uint32_t a, uint32_t b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  // For each member its root; the sets are used up.
  std::vector<uint32_t> TakeRoots() {
    // A parent is smaller than its child, so it is done before it.
    for (uint32_t& parent : parent_) parent = parent_[parent];
    return std::move(parent_);
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_UNION_FIND_H_
