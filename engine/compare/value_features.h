// What the values of two claims say of each other: counts and times that can
// or cannot both hold, and what a denial takes in.

#ifndef CONCORD_ENGINE_COMPARE_VALUE_FEATURES_H_
#define CONCORD_ENGINE_COMPARE_VALUE_FEATURES_H_

#include "engine/compare/features.h"

namespace concord {

// Sets the figures of counts, times, denials and of words left over that
// WordNet knows as antonyms or as two kinds of one thing.
void MeasureValues(const PreparedClaim& a, const PreparedClaim& b,
                   const Alignment& alignment, FeatureVector& f);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_VALUE_FEATURES_H_
