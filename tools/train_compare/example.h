// What the trainers of this folder learn from.

#ifndef CONCORD_TOOLS_TRAIN_COMPARE_EXAMPLE_H_
#define CONCORD_TOOLS_TRAIN_COMPARE_EXAMPLE_H_

#include "engine/compare/features.h"

namespace concord {

// One labelled example.
struct Example {
  FeatureVector features = {};
  bool positive = false;
  double weight = 1.0;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_COMPARE_EXAMPLE_H_
