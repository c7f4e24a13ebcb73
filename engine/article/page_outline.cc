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

}  // namespace

PageOutline::PageOutline(absl::Span<const Container> containers,
                         std::vector<float> prose) {
  FindFurniture(containers, prose);
  for (size_t c = 0; c < containers.size(); ++c) {
    if (furniture_[c]) prose[c] = 0;
  }
  FindBody(containers, std::move(prose));
}

// Comments are always furniture. Other names are believed unless what is called
// furniture holds most of the page; and a body named so inside stands out.
void PageOutline::FindFurniture(absl::Span<const Container> containers,
                                const std::vector<float>& prose) {
  std::vector<float> inside = prose;  // with the containers inside
  for (size_t c = containers.size(); --c > 0;) {
    inside[containers[c].parent] += inside[c];
  }
  std::vector<bool> comments(containers.size());
  float rest = inside[0];
  for (size_t c = 1; c < containers.size(); ++c) {
    comments[c] = comments[containers[c].parent];
    if (comments[c] || containers[c].hint != ContainerHint::kComments) continue;
    comments[c] = true;
    rest -= inside[c];
  }
  furniture_.resize(containers.size());
  for (size_t c = 1; c < containers.size(); ++c) {
    const ContainerHint hint = containers[c].hint;
    const bool named =
        hint == ContainerHint::kFurniture && inside[c] <= kMostFurniture * rest;
    const bool around =
        furniture_[containers[c].parent] && hint != ContainerHint::kBody;
    furniture_[c] = comments[c] || named || around;
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
