#include "engine/article/page_outline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

// What of its children's weight a container has itself: so little less that a
// quarter of prose beside the best child outweighs it.
constexpr float kInherited = 0.8f;
// What the elements article and main are worth, and names like "article-body".
constexpr float kArticle = 1.2f;
constexpr float kBody = 2.0f;
// Share of the page's prose, comments left out, that furniture holds at most.
constexpr float kMostFurniture = 0.5f;
// Words of prose from which on an article element that has the title is the
// article, and its siblings are others.
constexpr float kLeastArticle = 25;

// The innermost article element with the title and prose in it; 0 where there
// is none. `inside` holds the words of each container and those inside it.
uint32_t TitledArticle(absl::Span<const Container> containers,
                       const std::vector<float>& inside, uint32_t titled) {
  while (titled > 0 && (containers[titled].hint != ContainerHint::kArticle ||
                        inside[titled] < kLeastArticle)) {
    titled = containers[titled].parent;
  }
  return titled;
}

}  // namespace

PageOutline::PageOutline(absl::Span<const Container> containers,
                         std::vector<float> prose, uint32_t titled) {
  FindFurniture(containers, prose, titled);
  for (size_t c = 0; c < containers.size(); ++c) {
    if (furniture_[c]) prose[c] = 0;
  }
  FindBody(containers, std::move(prose));
}

// Comments and other articles are always furniture. Other names are believed
// unless what is called furniture holds most of the page; and a body named so
// inside stands out. Beside the article that has the page's title, article
// elements are others.
void PageOutline::FindFurniture(absl::Span<const Container> containers,
                                const std::vector<float>& prose,
                                uint32_t titled) {
  std::vector<float> inside = prose;  // with the containers inside
  for (size_t c = containers.size(); --c > 0;) {
    inside[containers[c].parent] += inside[c];
  }
  const uint32_t article = TitledArticle(containers, inside, titled);
  const auto is_other_article = [&](uint32_t c) {
    return article > 0 && containers[c].hint == ContainerHint::kArticle &&
           (c >= containers[article].end || containers[c].end <= article);
  };
  std::vector<bool> never(containers.size());  // whatever it holds
  float rest = inside[0];
  for (uint32_t c = 1; c < containers.size(); ++c) {
    never[c] = never[containers[c].parent];
    if (never[c]) continue;
    never[c] =
        containers[c].hint == ContainerHint::kComments || is_other_article(c);
    if (never[c]) rest -= inside[c];
  }
  furniture_.resize(containers.size());
  for (size_t c = 1; c < containers.size(); ++c) {
    const ContainerHint hint = containers[c].hint;
    const bool named =
        hint == ContainerHint::kFurniture && inside[c] <= kMostFurniture * rest;
    const bool around =
        furniture_[containers[c].parent] && hint != ContainerHint::kBody;
    furniture_[c] = never[c] || named || around;
  }
}

void PageOutline::FindBody(absl::Span<const Container> containers,
                           std::vector<float> weights) {
  for (size_t c = containers.size(); c-- > 0;) {
    if (containers[c].hint == ContainerHint::kArticle) weights[c] *= kArticle;
    if (containers[c].hint == ContainerHint::kBody) weights[c] *= kBody;
    if (c > 0) weights[containers[c].parent] += kInherited * weights[c];
  }
  const auto best = std::max_element(weights.begin(), weights.end());
  body_ = static_cast<uint32_t>(best - weights.begin());
  body_end_ = containers[body_].end;
}

}  // namespace concord
