// Gradient boosting of decision trees for a yes-or-no question, with logistic
// loss and second-order steps (Chen and Guestrin, "XGBoost", 2016).

#ifndef CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_
#define CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_

#include <cstdint>
#include <vector>

#include "engine/compare/boosted_trees.h"
#include "engine/compare/features.h"

namespace concord {

// One labelled example.
struct Example {
  FeatureVector features = {};
  bool positive = false;
  double weight = 1.0;
};

struct BoostingOptions {
  int trees = 150;
  int leaves = 10;
  double rate = 0.07;          // of each tree's answer that is kept
  double penalty = 5.0;        // on the square of a leaf's value
  double least_weight = 15.0;  // of the examples in a leaf, as hessian
  double row_share = 0.6;      // of the examples a tree is grown on
  double feature_share = 0.5;  // of the features a tree may ask about
  uint64_t seed = 1;
};

// Grows the trees. The same examples in the same order give the same trees, on
// every machine with IEEE doubles.
BoostedTrees Boost(const std::vector<Example>& examples,
                   const BoostingOptions& options);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_
