// What a page says of itself: in its head, in JSON-LD, in its <time> elements.

#ifndef CONCORD_ENGINE_INGEST_HTML_HEAD_H_
#define CONCORD_ENGINE_INGEST_HTML_HEAD_H_

#include <string>

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"
#include "engine/ingest/json_ld.h"

namespace concord {

// Collects title, outlet, author, address, dates and language from the
// tags it is shown. Of several sources of a field the better one wins (og:title
// over <title>; see lexicon/tables/page_fields.tsv), of equal ones the first. A
// date that no form of dates fits is passed over.
class HtmlHead {
 public:
  // A <meta>, <link> or <html> with these attributes.
  void ReadMeta(absl::string_view attributes);
  void ReadLink(absl::string_view attributes);
  void ReadRoot(absl::string_view attributes);

  // A <time>, and whether an <article> or <main> holds it: a page tells the
  // times of other articles too.
  void ReadTime(absl::string_view attributes, bool in_article);

  // The content of the first <title>.
  void ReadTitle(absl::string_view raw);

  // A <script> with these attributes and this content.
  void ReadScript(absl::string_view attributes, absl::string_view content);

  // Writes what was found to the document's metadata.
  void MoveTo(Document& document);

 private:
  // A value and how good its source is; 0 is none.
  struct Field {
    std::string value;
    int rank = 0;
    void Offer(absl::string_view raw, int offered);
    void OfferDate(absl::string_view raw, int offered);
    void OfferName(absl::string_view raw, int offered);
  };

  void OfferAs(absl::string_view field, absl::string_view raw, int rank);

  Field title_, outlet_, author_, uri_, published_, modified_, language_;
  JsonLdReader json_ld_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_HEAD_H_
