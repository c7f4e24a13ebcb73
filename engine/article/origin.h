// Where an article's text comes from, as its sections and the drop say.

#ifndef CONCORD_ENGINE_ARTICLE_ORIGIN_H_
#define CONCORD_ENGINE_ARTICLE_ORIGIN_H_

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"

namespace concord {

// Sets article.origin from datelines, bylines, notices and source lines, and
// from `author` and `agency`, the drop's own fields. Where several agencies are
// named, the dateline's counts, then the byline's, then the drop's. A picture
// credit is no origin.
//
// REQUIRES: article.text and article.sections are set.
void ReadOrigin(absl::string_view author, absl::string_view agency,
                v1::Article& article);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_ORIGIN_H_
