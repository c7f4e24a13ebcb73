// Second thoughts about divergences, once all pairs are judged.

#ifndef CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_
#define CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_

#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/wording_book.h"

namespace concord {

// Turns a divergence of two claims into UNSURE where the rest of their articles
// speaks against it:
//
// - One of the two agrees with another claim of the other's article. Articles
//   seldom contradict themselves, so the other claim is about another matter.
// - One of the two diverges in the same way, and is more alike, with another
//   claim of the other's article. At most one of them can be about one matter;
//   the more alike is.
// - One article has both, in the same words.
//
// What holds of a claim holds of all in its words: each of their articles
// speaks.
//
// Few and right is worth more to an editor than many.
void DemoteUnsoundDivergences(const WordingBook& wordings,
                              RelationTable& relations);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_SOUNDNESS_H_
