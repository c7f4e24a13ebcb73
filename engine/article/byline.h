// Who wrote it, as a line says.

#ifndef CONCORD_ENGINE_ARTICLE_BYLINE_H_
#define CONCORD_ENGINE_ARTICLE_BYLINE_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

// A byline, as spans of the text it was found in.
struct Byline {
  ByteSpan author;      // without "By": "Marta Quist, shipping correspondent"
  bool agency = false;  // the author is a news agency
};

// The byline that is all of text[line]:
//   By Marta Quist, shipping correspondent      By AP      Reuters Staff
//   Ann Lee | Science Editor                    Staff Reporter
std::optional<Byline> ParseByline(absl::string_view text, ByteSpan line);

// True for two to four capitalised words and nothing else, as a name alone on
// its line.
bool IsPersonName(absl::string_view line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_BYLINE_H_
