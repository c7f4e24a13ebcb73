// Second thoughts about divergences, once all pairs are judged.

#ifndef CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_
#define CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_

#include "engine/reconcile/corpus.h"
#include "engine/reconcile/relation_table.h"

namespace concord {

// Turns a divergence of two claims into UNSURE where the rest of their articles
// speaks against it:
//
// - One of the two agrees with another claim of the other's article. Articles
//   seldom contradict themselves, so the other claim is about another matter.
// - One of the two diverges in the same way, and is more alike, with another
//   claim of the other's article. At most one of them can be about one matter;
//   the more alike is.
//
// Few and right is worth more to an editor than many.
void DemoteUnsoundDivergences(const Corpus& corpus, RelationTable& relations);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_
