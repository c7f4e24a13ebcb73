// The trained models as part of the library: the .trees and .linear files of
// this folder, made by tools/train_compare.

#ifndef CONCORD_ENGINE_COMPARE_MODELS_H_
#define CONCORD_ENGINE_COMPARE_MODELS_H_

#include "engine/compare/fast_trees.h"
#include "engine/compare/linear_model.h"

namespace concord {

// Answers one question about a pair: trees and a linear model, averaged.
struct PairModel {
  FastTrees trees;
  LinearModel linear;
  float linear_share = 0.0f;  // 0..1, of the average

  // Log-odds of a yes.
  float Score(const FeatureVector& features) const {
    return (1.0f - linear_share) * trees.Score(features) +
           linear_share * linear.Score(features);
  }
};

// Do the claims say the same?
const PairModel& SameModel();

// Can the claims not hold together?
const PairModel& ConflictModel();

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_MODELS_H_
