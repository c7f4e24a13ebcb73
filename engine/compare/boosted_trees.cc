#include "engine/compare/boosted_trees.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace concord {
namespace {

// Reads one node whose index will be `index`; nullopt where the line is wrong.
std::optional<TreeNode> ParseNode(absl::string_view line, uint32_t index) {
  const std::vector<absl::string_view> parts = absl::StrSplit(line, ' ');
  TreeNode node;
  if (parts.size() == 2 && parts[0] == "leaf") {
    if (!absl::SimpleAtof(parts[1], &node.threshold)) return std::nullopt;
    return node;
  }
  if (parts.size() != 4) return std::nullopt;
  const std::optional<size_t> feature = FeatureNamed(parts[0]);
  if (!feature || !absl::SimpleAtof(parts[1], &node.threshold) ||
      !absl::SimpleAtoi(parts[2], &node.left) ||
      !absl::SimpleAtoi(parts[3], &node.right)) {
    return std::nullopt;
  }
  if (node.left == 0 || node.right == 0) return std::nullopt;
  node.feature = static_cast<uint32_t>(*feature);
  node.left += index;
  node.right += index;
  return node;
}

bool LiesAhead(const BoostedTrees& trees) {
  const size_t count = trees.nodes.size();
  return std::all_of(trees.nodes.begin(), trees.nodes.end(),
                     [count](const TreeNode& node) {
                       return node.left < count && node.right < count;
                     }) &&
         std::all_of(trees.roots.begin(), trees.roots.end(),
                     [count](uint32_t root) { return root < count; });
}

}  // namespace

float BoostedTrees::Score(const FeatureVector& features) const {
  float score = 0.0f;
  for (const uint32_t root : roots) {
    const TreeNode* node = &nodes[root];
    while (node->feature != kFeatureCount) {
      const bool left = features[node->feature] <= node->threshold;
      node = &nodes[left ? node->left : node->right];
    }
    score += node->threshold;
  }
  return score;
}

std::string RenderTrees(const BoostedTrees& trees) {
  std::string text;
  auto root = trees.roots.begin();
  for (uint32_t i = 0; i < trees.nodes.size(); ++i) {
    if (root != trees.roots.end() && *root == i) {
      absl::StrAppend(&text, "tree\n");
      ++root;
    }
    const TreeNode& node = trees.nodes[i];
    if (node.feature == kFeatureCount) {
      absl::StrAppendFormat(&text, "leaf %.4g\n", node.threshold);
    } else {
      absl::StrAppendFormat(&text, "%s %.6g %d %d\n",
                            kFeatureNames[node.feature], node.threshold,
                            node.left - i, node.right - i);
    }
  }
  return text;
}

absl::StatusOr<BoostedTrees> ParseTrees(absl::string_view text) {
  BoostedTrees trees;
  for (const absl::string_view line :
       absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    if (absl::StartsWith(line, "#")) continue;
    const uint32_t index = static_cast<uint32_t>(trees.nodes.size());
    if (line == "tree") {
      trees.roots.push_back(index);
      continue;
    }
    const std::optional<TreeNode> node = ParseNode(line, index);
    if (!node) {
      return absl::InvalidArgumentError(
          absl::StrCat("not a node of a decision tree: ", line));
    }
    trees.nodes.push_back(*node);
  }
  if (!LiesAhead(trees)) {
    return absl::InvalidArgumentError("a decision tree is cut short");
  }
  return trees;
}

}  // namespace concord
