// Character references of HTML: "&amp;", "&#8217;", "&#x2019;".

#ifndef CONCORD_ENGINE_INGEST_HTML_ENTITY_H_
#define CONCORD_ENGINE_INGEST_HTML_ENTITY_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// A decoded reference and its length in the source; 0 where there was none.
struct HtmlEntity {
  std::string text;  // valid UTF-8, no NUL
  size_t length = 0;
};

// The reference that begins with the '&' at text[pos]. Numbers are read as the
// standard says (those of Windows-1252 where 128 to 159 are meant; U+FFFD for
// what is no character); of names, those of lexicon/tables/html_entities.tsv,
// the old ones also without their semicolon. O(1).
HtmlEntity DecodeEntity(absl::string_view text, size_t pos);

// `text` with all references decoded.
std::string DecodeEntities(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_ENTITY_H_
