// What was learned of pairs of claims: two linear models over named figures.

#ifndef CONCORD_ENGINE_COMPARE_MODEL_H_
#define CONCORD_ENGINE_COMPARE_MODEL_H_

#include <array>
#include <cstddef>

#include "engine/compare/features.h"

namespace concord {

// The models' inputs: each feature, counts cut at kGreatestCount; the square of
// each share, so that a model can bend; and the product of each sign of a
// conflict with how alike the claims are, because a single word put in
// another's place means the more the less else differs.
inline constexpr float kGreatestCount = 3.0f;
inline constexpr size_t kBentCount = 5;
inline constexpr size_t kSignCount = 14;
inline constexpr size_t kInputCount = kFeatureCount + kBentCount + kSignCount;
using ModelInput = std::array<float, kInputCount>;
ModelInput InputOf(const FeatureVector& features);

// Names of the inputs, in order: the rows of compare_weights.tsv.
absl::string_view InputName(size_t input);

// Log-odds that the claims say the same, and that they conflict.
struct PairScore {
  float same = 0.0f;
  float conflict = 0.0f;
};

// Scores a pair by the weights of lexicon/tables/compare_weights.tsv, which
// tools/train_compare makes. Safe for use from any number of threads.
PairScore ScorePair(const FeatureVector& features);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_MODEL_H_
