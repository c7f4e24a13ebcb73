#include "engine/compare/model.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/compare/features.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

constexpr Feature kBent[kBentCount] = {kCoverShort, kCoverLong, kDice,
                                       kBigramDice, kLengthRatio};
constexpr Feature kSigns[kSignCount] = {
    kNamesReplaced,    kNumbersReplaced,    kTimesReplaced,     kOpposites,
    kAntonymsReplaced, kSiblingsReplaced,   kUnrelatedReplaced, kMixedReplaced,
    kNegationParity,   kModalsUnshared,     kInversions,        kWordsOnlyShort,
    kInsertedShort,    kQuantifiersUnshared};
// Below this share in common the products vanish.
constexpr float kAlike = 0.5f;

struct Weights {
  float same_bias = 0.0f, conflict_bias = 0.0f;
  ModelInput same{}, conflict{};
};

float Column(const WordTable::Row& row, size_t column) {
  float value = 0.0f;
  (void)absl::SimpleAtof(row[column], &value);
  return value;
}

// An input that the table does not have weighs nothing.
Weights LoadWeights() {
  const WordTable& table = WordTable::Named("compare_weights");
  Weights weights;
  if (const WordTable::Row* row = table.Find("bias")) {
    weights.same_bias = Column(*row, 1);
    weights.conflict_bias = Column(*row, 2);
  }
  for (size_t i = 0; i < kInputCount; ++i) {
    const WordTable::Row* row = table.Find(InputName(i));
    if (row == nullptr) continue;
    weights.same[i] = Column(*row, 1);
    weights.conflict[i] = Column(*row, 2);
  }
  return weights;
}

}  // namespace

ModelInput InputOf(const FeatureVector& features) {
  ModelInput input{};
  for (size_t i = 0; i < kFeatureCount; ++i) {
    input[i] = std::min(features[i], kGreatestCount);
  }
  size_t next = kFeatureCount;
  for (Feature feature : kBent) {
    input[next++] = features[feature] * features[feature];
  }
  const float alike = std::max(features[kDice] - kAlike, 0.0f) / kAlike;
  for (Feature feature : kSigns) {
    input[next++] = std::min(features[feature], 1.0f) * alike;
  }
  return input;
}

absl::string_view InputName(size_t input) {
  static const auto& names = *[] {
    auto* all = new std::vector<std::string>;
    for (absl::string_view name : kFeatureNames) all->emplace_back(name);
    for (Feature feature : kBent) {
      all->push_back(absl::StrCat(kFeatureNames[feature], "_squared"));
    }
    for (Feature feature : kSigns) {
      all->push_back(absl::StrCat(kFeatureNames[feature], "_alike"));
    }
    return all;
  }();
  return names[input];
}

PairScore ScorePair(const FeatureVector& features) {
  static const Weights& weights = *new Weights(LoadWeights());
  const ModelInput input = InputOf(features);
  PairScore score = {weights.same_bias, weights.conflict_bias};
  for (size_t i = 0; i < kInputCount; ++i) {
    score.same += weights.same[i] * input[i];
    score.conflict += weights.conflict[i] * input[i];
  }
  return score;
}

}  // namespace concord
