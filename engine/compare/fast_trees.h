// Boosted trees laid out to be walked fast, with the same answers bit for bit.

#ifndef CONCORD_ENGINE_COMPARE_FAST_TREES_H_
#define CONCORD_ENGINE_COMPARE_FAST_TREES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/compare/boosted_trees.h"
#include "engine/compare/features.h"

namespace concord {

// Which leaf a walk ends in cannot be foreseen, and a wrong guess of the
// processor's costs more than the walk. So eight trees are walked side by side,
// all as many steps as the deepest of them takes, without a branch: a leaf
// leads to itself. Siblings are neighbours:
//
//   Node      threshold | feature | left     8 bytes; right is left + 1
//
// Safe for use from any number of threads once made.
class FastTrees {
 public:
  FastTrees() = default;
  // REQUIRES: no tree of `trees` has more than 65,535 nodes.
  explicit FastTrees(const BoostedTrees& trees);

  // BoostedTrees::Score. REQUIRES: no feature is NaN.
  float Score(const FeatureVector& features) const;

  size_t size() const { return trees_; }

 private:
  static constexpr size_t kLanes = 8;

  struct Node {
    float threshold = 0.0f;
    uint16_t feature = 0;
    uint16_t left = 0;  // counted from the root
  };

  struct Group {
    std::array<uint32_t, kLanes> roots = {};
    uint32_t depth = 0;
  };

  // Returns the depth of the tree.
  uint32_t AddTree(const BoostedTrees& trees, uint32_t root);
  void AddNode(const TreeNode& node, size_t self, size_t left);

  std::vector<Node> nodes_;
  std::vector<float> answers_;  // by node; 0 where it is no leaf
  std::vector<Group> groups_;
  size_t trees_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_FAST_TREES_H_
