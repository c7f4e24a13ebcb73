// What the dependency trees of two aligned claims say: whether who did what to
// whom is the same, and what fills a slot on one side only.

#ifndef CONCORD_ENGINE_COMPARE_TREE_FEATURES_H_
#define CONCORD_ENGINE_COMPARE_TREE_FEATURES_H_

#include "engine/compare/alignment.h"
#include "engine/compare/features.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// Sets the features from kArcsShort to kArcsBroken. REQUIRES: a weighs no more
// than b.
void MeasureTrees(const PreparedClaim& a, const PreparedClaim& b,
                  const Alignment& alignment, FeatureVector& f);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_TREE_FEATURES_H_
