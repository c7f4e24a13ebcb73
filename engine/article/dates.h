// When an article was published and changed.

#ifndef CONCORD_ENGINE_ARTICLE_DATES_H_
#define CONCORD_ENGINE_ARTICLE_DATES_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/ingest/document.h"

namespace concord {

// Sets article.published and article.modified from the drop's fields
// (TIME_BASIS_METADATA), else from the article's time stamps
// (TIME_BASIS_DATELINE), else from a date in its address (TIME_BASIS_ADDRESS),
// else from the day a crawler fetched it, a field of the drop too; leaves
// absent what none of them tells.
//
// REQUIRES: article.text and article.sections are set.
void ReadDates(const Document& document, v1::Article& article);

// The date in an address: ".../2014/04/25/...", ".../2014-04-25-...". A month
// or a year alone is no date of publication.
std::optional<v1::TimeInterval> DateInAddress(absl::string_view uri);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_DATES_H_
