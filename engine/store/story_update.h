// Keeps the stories: what FindStories finds among all live articles, a drop at
// a time.

#ifndef CONCORD_ENGINE_STORE_STORY_UPDATE_H_
#define CONCORD_ENGINE_STORE_STORY_UPDATE_H_

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/types/span.h"
#include "engine/store/workspace.h"

namespace concord {

// Groups anew the articles that event pairs join with those of `touched`, in
// the record: articles that no chain of pairs joins have no story in common, so
// each such component is a world of its own. `removed` are articles that went.
//
// Adds to `changed` the live articles that are in a story that was not there
// before, or were in one that is no more.
absl::Status UpdateStories(const absl::flat_hash_set<RowId>& touched,
                           absl::Span<const RowId> removed, Workspace& work,
                           absl::flat_hash_set<RowId>& changed);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_STORY_UPDATE_H_
