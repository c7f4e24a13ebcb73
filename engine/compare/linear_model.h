// A weighted sum of a pair's figures: logistic regression. Trained by
// tools/train_compare. It errs elsewhere than trees do, which see steps where
// it sees slopes; together they err less than either.

#ifndef CONCORD_ENGINE_COMPARE_LINEAR_MODEL_H_
#define CONCORD_ENGINE_COMPARE_LINEAR_MODEL_H_

#include <array>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/compare/features.h"

namespace concord {

// What one figure adds. Beyond the ends of what was seen in training it adds
// what it does at that end.
struct LinearTerm {
  float weight = 0.0f;
  float low = 0.0f;
  float high = 0.0f;
};

// Safe for use from any number of threads once made.
struct LinearModel {
  float bias = 0.0f;
  std::array<LinearTerm, kFeatureCount> terms = {};

  // Log-odds of the positive answer.
  float Score(const FeatureVector& features) const;
};

// Renders a model as lines of text, and reads it back:
//   linear 1                    (the version of this format; first)
//   bias -0.31
//   dice 2.75 0 1               (feature, weight, low, high)
// Lines that begin with '#' are comments. A figure without a line adds
// nothing. Reading refuses other versions, unknown and repeated features.
std::string RenderLinear(const LinearModel& model);
absl::StatusOr<LinearModel> ParseLinear(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_LINEAR_MODEL_H_
