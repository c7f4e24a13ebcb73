// What an editor's pen did between two claims: how much stands untouched, and
// how heavy the words are that do not.

#ifndef CONCORD_ENGINE_COMPARE_EDIT_FEATURES_H_
#define CONCORD_ENGINE_COMPARE_EDIT_FEATURES_H_

#include "engine/compare/features.h"

namespace concord {

// Sets the figures of runs, closed-class words and words without a partner.
// Linear in the words.
void MeasureEdits(const PreparedClaim& a, const PreparedClaim& b,
                  const Alignment& alignment, FeatureVector& f);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_EDIT_FEATURES_H_
