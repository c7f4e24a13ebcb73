// Which of the lines above a body is its headline.

#ifndef CONCORD_ENGINE_ARTICLE_HEADLINE_H_
#define CONCORD_ENGINE_ARTICLE_HEADLINE_H_

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// Index of the candidate that heads `body`: the first that shares words with
// the body's begin, as headlines do and mottos, menus and names of papers do
// not; else the first of four words or more; else the only one. Linear time.
std::optional<size_t> ChooseHeadline(
    absl::Span<const absl::string_view> candidates, absl::string_view body);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_HEADLINE_H_
