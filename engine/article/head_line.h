// Lines that say several things of an article at once.

#ifndef CONCORD_ENGINE_ARTICLE_HEAD_LINE_H_
#define CONCORD_ENGINE_ARTICLE_HEAD_LINE_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line.h"
#include "engine/base/span.h"

namespace concord {

// A part of a line and what it is.
struct LinePiece {
  ByteSpan span;
  v1::SectionKind kind = v1::SECTION_KIND_UNSPECIFIED;
};

// The pieces of "By Ann Lee · 15 March 2023, 18:30": an author, a time and
// perhaps buttons, between bars or dots. Empty where the line is no such thing.
std::vector<LinePiece> SplitHeadLine(absl::string_view text, const Line& line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_HEAD_LINE_H_
