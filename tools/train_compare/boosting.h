// Gradient boosting of decision trees for a yes-or-no question, with logistic
// loss and second-order steps (Chen and Guestrin, "XGBoost", 2016).

#ifndef CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_
#define CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_

#include <cstdint>
#include <vector>

#include "engine/compare/boosted_trees.h"
#include "tools/train_compare/example.h"

namespace concord {

// Every tree sees every example and may ask about every figure: with a few
// thousand pairs, chance in either costs more than it smooths.
struct BoostingOptions {
  int trees = 150;
  int leaves = 10;
  double rate = 0.07;       // of each tree's answer that is kept
  double penalty = 5.0;     // on the square of a leaf's value
  int least_examples = 20;  // in a leaf
};

// Grows the trees. The same examples in the same order give the same trees, on
// every machine with IEEE doubles.
BoostedTrees Boost(const std::vector<Example>& examples,
                   const BoostingOptions& options);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_COMPARE_BOOSTING_H_
