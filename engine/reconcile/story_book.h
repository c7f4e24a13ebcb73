// The stories of a run, by article.

#ifndef CONCORD_ENGINE_RECONCILE_STORY_BOOK_H_
#define CONCORD_ENGINE_RECONCILE_STORY_BOOK_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/story.h"

namespace concord {

// Read-only once made.
class StoryBook {
 public:
  StoryBook(uint32_t articles, std::vector<ArticleSet> stories)
      : stories_(std::move(stories)), stories_of_(articles) {
    for (uint32_t s = 0; s < stories_.size(); ++s) {
      for (uint32_t article : stories_[s]) stories_of_[article].push_back(s);
    }
  }

  absl::Span<const ArticleSet> stories() const { return stories_; }

  // The stories of an article, ascending; empty where it stands alone.
  absl::Span<const uint32_t> StoriesOf(uint32_t article) const {
    return stories_of_[article];
  }

  // True where two articles have a story in common, or are one.
  bool SameEvent(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    for (uint32_t x : stories_of_[a]) {
      for (uint32_t y : stories_of_[b]) {
        if (x == y) return true;
      }
    }
    return false;
  }

 private:
  std::vector<ArticleSet> stories_;
  std::vector<std::vector<uint32_t>> stories_of_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_STORY_BOOK_H_
