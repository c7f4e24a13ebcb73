// Keeps the links between articles: which are about one event, which share long
// passages. What FindEventPairs and FindCopies find among all live articles, a
// drop at a time.
//
// Both meet through keys whose lists are capped to the items of least rank, so
// a new article may push an old one out of a list, and one that goes may let an
// old one in. The pairs after an update are those of the whole all the same:
// only articles that came, went, or were pushed out of or let into a list can
// have other pairs than before, and those are looked at again.

#ifndef CONCORD_ENGINE_STORE_ARTICLE_LINKS_H_
#define CONCORD_ENGINE_STORE_ARTICLE_LINKS_H_

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/types/span.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"
#include "engine/store/workspace.h"

namespace concord {

// The live articles before and after a drop.
struct IndexChange {
  const DerivedIndex& before;
  const DerivedIndex& after;
  absl::Span<const RowId> added;    // in `after` only
  absl::Span<const RowId> removed;  // in `before` only
};

// Brings the pairs of one kind up to date in the record and adds to `touched`
// the live articles whose pairs are others than before, the added ones among
// them.
absl::Status UpdatePairs(PairKind kind, const IndexChange& change,
                         Workspace& work, absl::flat_hash_set<RowId>& touched);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_ARTICLE_LINKS_H_
