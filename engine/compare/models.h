// The two trained models as part of the library: same.trees and conflict.trees
// of this folder, made by tools/train_compare.

#ifndef CONCORD_ENGINE_COMPARE_MODELS_H_
#define CONCORD_ENGINE_COMPARE_MODELS_H_

#include "engine/compare/boosted_trees.h"

namespace concord {

// Do the claims say the same?
const BoostedTrees& SameModel();

// Can the claims not hold together?
const BoostedTrees& ConflictModel();

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_MODELS_H_
