// What a page says of itself in its head.

#ifndef CONCORD_ENGINE_INGEST_HTML_HEAD_H_
#define CONCORD_ENGINE_INGEST_HTML_HEAD_H_

#include <string>

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"

namespace concord {

// Collects title, outlet, author, address, dates and language from the tags it
// is shown. Of several sources of a field the better one wins (og:title over
// <title>), of equal ones the first.
class HtmlHead {
 public:
  // A <meta>, <link>, <html> or <time> with these attributes.
  void ReadMeta(absl::string_view attributes);
  void ReadLink(absl::string_view attributes);
  void ReadRoot(absl::string_view attributes);
  void ReadTime(absl::string_view attributes);

  // The content of the first <title>.
  void ReadTitle(absl::string_view raw);

  // Writes what was found to the document's metadata.
  void MoveTo(Document& document);

 private:
  // A value and how good its source is; 0 is none.
  struct Field {
    std::string value;
    int rank = 0;
    void Offer(absl::string_view raw, int offered);
  };

  Field title_, outlet_, author_, uri_, published_, modified_, language_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_HEAD_H_
