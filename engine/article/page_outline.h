// Which part of a page is the article.

#ifndef CONCORD_ENGINE_ARTICLE_PAGE_OUTLINE_H_
#define CONCORD_ENGINE_ARTICLE_PAGE_OUTLINE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/ingest/document.h"

namespace concord {

// The containers of a page, weighed. Copied by value as desired.
//
// As in Readability (Arc90, 2009), prose counts for the element that holds it
// and, less and less, for those around it; the heaviest element is the body.
// What elements are called is believed as far as their content allows.
class PageOutline {
 public:
  PageOutline() = default;

  // `prose` holds the words of prose directly in each container, and `titled`
  // is the one in which the page's title stands as a heading, or 0. Linear
  // time. REQUIRES: both have the same size, which is greater than `titled`.
  PageOutline(absl::Span<const Container> containers, std::vector<float> prose,
              uint32_t titled);

  // True inside the body and outside the furniture in it.
  bool IsInBody(uint32_t container) const {
    return container >= body_ && container < body_end_ &&
           !furniture_[container];
  }

  bool IsFurniture(uint32_t container) const { return furniture_[container]; }

 private:
  void FindFurniture(absl::Span<const Container> containers,
                     const std::vector<float>& prose, uint32_t titled);
  void FindBody(absl::Span<const Container> containers,
                std::vector<float> weights);

  std::vector<bool> furniture_;  // by container
  uint32_t body_ = 0;
  uint32_t body_end_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_PAGE_OUTLINE_H_
