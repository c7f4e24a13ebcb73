// Logistic regression for a yes-or-no question by Newton's method.

#ifndef CONCORD_TOOLS_TRAIN_COMPARE_LOGISTIC_H_
#define CONCORD_TOOLS_TRAIN_COMPARE_LOGISTIC_H_

#include <vector>

#include "engine/compare/linear_model.h"
#include "tools/train_compare/example.h"

namespace concord {

struct LogisticOptions {
  // On half the square of each weight of a figure brought to variance 1.
  double penalty = 10.0;
  int steps = 12;
};

// Fits the weights; figures that never vary get none. The same examples in the
// same order give the same model, on every machine with IEEE doubles.
LinearModel FitLogistic(const std::vector<Example>& examples,
                        const LogisticOptions& options);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_COMPARE_LOGISTIC_H_
