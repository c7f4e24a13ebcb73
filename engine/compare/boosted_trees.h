// A sum of small decision trees: Friedman, "Greedy function approximation: a
// gradient boosting machine" (2001). Trained by tools/train_compare.

#ifndef CONCORD_ENGINE_COMPARE_BOOSTED_TREES_H_
#define CONCORD_ENGINE_COMPARE_BOOSTED_TREES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/compare/features.h"

namespace concord {

// One node: a question about one feature, or an answer.
struct TreeNode {
  // Goes left where the feature is at most the threshold. A leaf has feature
  // kFeatureCount, and its value here.
  float threshold = 0.0f;
  uint32_t feature = kFeatureCount;
  uint32_t left = 0;   // index into BoostedTrees.nodes; greater than the
  uint32_t right = 0;  // node's own, so that a walk ends
};

// Safe for use from any number of threads once made.
struct BoostedTrees {
  std::vector<TreeNode> nodes;
  std::vector<uint32_t> roots;

  // Log-odds of the positive answer: the sum of the trees' answers.
  float Score(const FeatureVector& features) const;
};

// Renders trees as lines of text, and reads them back:
//   tree
//   dice 0.53 1 4        (feature, threshold, offsets of left and right)
//   leaf -0.71
// Lines that begin with '#' are comments. Reading refuses unknown features and
// nodes that do not lie ahead.
std::string RenderTrees(const BoostedTrees& trees);
absl::StatusOr<BoostedTrees> ParseTrees(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_BOOSTED_TREES_H_
