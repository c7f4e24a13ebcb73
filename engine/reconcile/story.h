// Articles to stories: sets of which every two are about one event.

#ifndef CONCORD_ENGINE_RECONCILE_STORY_H_
#define CONCORD_ENGINE_RECONCILE_STORY_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/event_pairs.h"

namespace concord {

// A story's articles, by index, ascending; two at least.
using ArticleSet = std::vector<uint32_t>;

// The stories of articles 0 to `articles` - 1, given which pairs are about one
// event: cliques, grown from the most alike pair down until every article that
// has a partner is in a story. No chains: an article joins only where it is
// about one event with every member. It may join several. Sorted.
//
// Ties go to the smaller index, so that the result depends on nothing but the
// pairs as a set.
std::vector<ArticleSet> FindStories(uint32_t articles,
                                    absl::Span<const EventPair> pairs);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_STORY_H_
