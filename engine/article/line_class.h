// What a line is, as far as it can be told without its neighbours.

#ifndef CONCORD_ENGINE_ARTICLE_LINE_CLASS_H_
#define CONCORD_ENGINE_ARTICLE_LINE_CLASS_H_

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line.h"
#include "engine/base/span.h"

namespace concord {

// The verdict on a line. `kind` is unspecified where the line may be article:
// prose, a headline, a fragment.
struct LineClass {
  v1::SectionKind kind = v1::SECTION_KIND_UNSPECIFIED;
  absl::string_view rule;   // a literal
  bool opens_list = false;  // the heading of a list of other articles
  bool site_voice = false;  // weak: may be the site, speaking of itself
  ByteSpan credit{};        // of a caption: the credit it ends with
};

// Judges text[line.span] by its words and form. Linear in the line.
LineClass ClassifyLine(absl::string_view text, const Line& line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_LINE_CLASS_H_
