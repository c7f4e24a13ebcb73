#include "tools/train_compare/boosting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace concord {
namespace {

constexpr size_t kMostBins = 255;

// Upper ends of a feature's bins: quantiles of its distinct values.
std::vector<float> BinEnds(const std::vector<Example>& examples, size_t f) {
  std::vector<float> values;
  for (const Example& e : examples) values.push_back(e.features[f]);
  std::sort(values.begin(), values.end());
  std::vector<float> ends;
  for (size_t i = 0; i < kMostBins; ++i) {
    const float value = values[(values.size() - 1) * (i + 1) / kMostBins];
    if (ends.empty() || value > ends.back()) ends.push_back(value);
  }
  return ends;
}

struct Sums {
  double gradient = 0;
  double hessian = 0;
  int examples = 0;
  void Add(const Sums& o) {
    gradient += o.gradient;
    hessian += o.hessian;
    examples += o.examples;
  }
};

struct Split {
  double gain = 0;
  size_t feature = kFeatureCount;
  size_t bin = 0;  // the last one that goes left
};

struct Leaf {
  std::vector<uint32_t> rows;
  Sums sums;
  Split best;
  uint32_t node = 0;
};

class Booster {
 public:
  Booster(const std::vector<Example>& examples, const BoostingOptions& options)
      : examples_(examples),
        options_(options),
        scores_(examples.size(), 0.0),
        steps_(examples.size()) {
    for (size_t f = 0; f < kFeatureCount; ++f) {
      ends_[f] = BinEnds(examples, f);
      bins_[f].reserve(examples.size());
      for (const Example& e : examples) {
        const auto end =
            std::lower_bound(ends_[f].begin(), ends_[f].end(), e.features[f]);
        bins_[f].push_back(static_cast<uint8_t>(end - ends_[f].begin()));
      }
    }
  }

  BoostedTrees Run() {
    for (int i = 0; i < options_.trees; ++i) {
      SetSteps();
      GrowTree();
    }
    return std::move(trees_);
  }

 private:
  // First and second derivative of the loss at each example.
  void SetSteps() {
    for (size_t i = 0; i < examples_.size(); ++i) {
      const Example& e = examples_[i];
      const double p = 1.0 / (1.0 + std::exp(-scores_[i]));
      steps_[i] = {e.weight * (p - (e.positive ? 1.0 : 0.0)),
                   e.weight * p * (1.0 - p), 1};
    }
  }

  void GrowTree() {
    std::vector<Leaf> leaves(1);
    leaves[0].rows.resize(examples_.size());
    std::iota(leaves[0].rows.begin(), leaves[0].rows.end(), 0u);
    trees_.roots.push_back(NewNode());
    leaves[0].node = trees_.roots.back();
    Settle(leaves[0]);
    while (static_cast<int>(leaves.size()) < options_.leaves) {
      auto best = std::max_element(leaves.begin(), leaves.end(),
                                   [](const Leaf& a, const Leaf& b) {
                                     return a.best.gain < b.best.gain;
                                   });
      if (best->best.gain <= 0) break;
      leaves.push_back(Divide(*best));
    }
    AddTreeToScores();
  }

  uint32_t NewNode() {
    trees_.nodes.emplace_back();
    return static_cast<uint32_t>(trees_.nodes.size() - 1);
  }

  // Sets a leaf's sums, its answer and its best split.
  void Settle(Leaf& leaf) {
    leaf.sums = {};
    for (const uint32_t row : leaf.rows) leaf.sums.Add(steps_[row]);
    TreeNode& node = trees_.nodes[leaf.node];
    node.feature = kFeatureCount;
    node.threshold = static_cast<float>(-options_.rate * leaf.sums.gradient /
                                        (leaf.sums.hessian + options_.penalty));
    leaf.best = {};
    for (size_t f = 0; f < kFeatureCount; ++f) TrySplits(leaf, f);
  }

  double Worth(const Sums& s) const {
    return s.gradient * s.gradient / (s.hessian + options_.penalty);
  }

  void TrySplits(Leaf& leaf, size_t f) {
    std::array<Sums, kMostBins + 1> histogram = {};
    for (const uint32_t row : leaf.rows) {
      histogram[bins_[f][row]].Add(steps_[row]);
    }
    Sums left;
    for (size_t bin = 0; bin + 1 < ends_[f].size(); ++bin) {
      left.Add(histogram[bin]);
      const Sums right = {leaf.sums.gradient - left.gradient,
                          leaf.sums.hessian - left.hessian,
                          leaf.sums.examples - left.examples};
      if (std::min(left.examples, right.examples) < options_.least_examples) {
        continue;
      }
      const double gain = Worth(left) + Worth(right) - Worth(leaf.sums);
      if (gain > leaf.best.gain + 1e-9) leaf.best = {gain, f, bin};
    }
  }

  // Splits a leaf, which becomes its own left half. Returns the right half.
  Leaf Divide(Leaf& leaf) {
    const Split split = leaf.best;
    const uint32_t left = NewNode();
    const uint32_t right = NewNode();
    trees_.nodes[leaf.node] = {.threshold = ends_[split.feature][split.bin],
                               .feature = static_cast<uint32_t>(split.feature),
                               .left = left,
                               .right = right};
    Leaf other;
    std::vector<uint32_t> kept;
    for (const uint32_t row : leaf.rows) {
      (bins_[split.feature][row] <= split.bin ? kept : other.rows)
          .push_back(row);
    }
    leaf.rows = std::move(kept);
    leaf.node = left;
    other.node = right;
    Settle(leaf);
    Settle(other);
    return other;
  }

  void AddTreeToScores() {
    for (size_t i = 0; i < examples_.size(); ++i) {
      const TreeNode* node = &trees_.nodes[trees_.roots.back()];
      while (node->feature != kFeatureCount) {
        const bool left =
            examples_[i].features[node->feature] <= node->threshold;
        node = &trees_.nodes[left ? node->left : node->right];
      }
      scores_[i] += node->threshold;
    }
  }

  const std::vector<Example>& examples_;
  const BoostingOptions& options_;
  std::vector<double> scores_;
  std::vector<Sums> steps_;
  std::array<std::vector<float>, kFeatureCount> ends_;
  std::array<std::vector<uint8_t>, kFeatureCount> bins_;
  BoostedTrees trees_;
};

}  // namespace

BoostedTrees Boost(const std::vector<Example>& examples,
                   const BoostingOptions& options) {
  return Booster(examples, options).Run();
}

}  // namespace concord
