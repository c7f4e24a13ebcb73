// What an element's names say of its content.

#ifndef CONCORD_ENGINE_INGEST_MARKUP_HINT_H_
#define CONCORD_ENGINE_INGEST_MARKUP_HINT_H_

#include "absl/strings/string_view.h"

namespace concord {

// Whether a start tag's class, id, role and itemprop name page furniture,
// comments, a caption, or an article's body; several may hold.
struct MarkupHint {
  bool furniture = false;
  bool comments = false;
  bool caption = false;
  bool article = false;
};

// The hint of a start tag with these attributes. "article-body" and its like
// outweigh furniture named beside them. Linear in the attributes.
MarkupHint ReadMarkupHint(absl::string_view attributes);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_MARKUP_HINT_H_
