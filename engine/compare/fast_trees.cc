#include "engine/compare/fast_trees.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace concord {

FastTrees::FastTrees(const BoostedTrees& trees) : trees_(trees.roots.size()) {
  // What fills the last group up: a leaf that adds nothing.
  BoostedTrees nothing;
  nothing.nodes.emplace_back();
  for (size_t i = 0; i < trees_; i += kLanes) {
    Group& group = groups_.emplace_back();
    for (size_t lane = 0; lane < kLanes; ++lane) {
      group.roots[lane] = static_cast<uint32_t>(nodes_.size());
      const uint32_t depth = i + lane < trees_
                                 ? AddTree(trees, trees.roots[i + lane])
                                 : AddTree(nothing, 0);
      group.depth = std::max(group.depth, depth);
    }
  }
}

uint32_t FastTrees::AddTree(const BoostedTrees& trees, uint32_t root) {
  // By level, with the level of each.
  std::vector<std::pair<uint32_t, uint32_t>> order = {{root, 0}};
  for (size_t i = 0; i < order.size(); ++i) {
    const auto [at, level] = order[i];
    const TreeNode& node = trees.nodes[at];
    AddNode(node, i, order.size());
    if (node.feature == kFeatureCount) continue;
    order.emplace_back(node.left, level + 1);
    order.emplace_back(node.right, level + 1);
  }
  return order.back().second;
}

void FastTrees::AddNode(const TreeNode& node, size_t self, size_t left) {
  if (node.feature == kFeatureCount) {
    nodes_.push_back({std::numeric_limits<float>::infinity(), 0,
                      static_cast<uint16_t>(self)});
    answers_.push_back(node.threshold);
  } else {
    nodes_.push_back({node.threshold, static_cast<uint16_t>(node.feature),
                      static_cast<uint16_t>(left)});
    answers_.push_back(0.0f);
  }
}

float FastTrees::Score(const FeatureVector& features) const {
  float score = 0.0f;
  for (const Group& group : groups_) {
    std::array<uint32_t, kLanes> at = group.roots;
    for (uint32_t level = 0; level < group.depth; ++level) {
      for (size_t lane = 0; lane < kLanes; ++lane) {
        const Node node = nodes_[at[lane]];
        const bool right = features[node.feature] > node.threshold;
        at[lane] = group.roots[lane] + node.left + (right ? 1 : 0);
      }
    }
    for (const uint32_t leaf : at) score += answers_[leaf];
  }
  return score;
}

}  // namespace concord
