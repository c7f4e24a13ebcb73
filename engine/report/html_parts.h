// The parts of the report's page. For html_view.cc; others use HtmlView.

#ifndef CONCORD_ENGINE_REPORT_HTML_PARTS_H_
#define CONCORD_ENGINE_REPORT_HTML_PARTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/report/html_writer.h"
#include "engine/report/run_records.h"

namespace concord {

// Where a record stands in the page: "d3", "a0", "u5", "c17", "t2" for the
// fourth divergence, first agreement, ... article (text). Ids of a stream that
// nobody verified could be anything; these cannot.
std::string Anchor(char kind, size_t index);

// Records and, for each claim, the anchor of the set that holds it.
struct PageContext {
  explicit PageContext(const RunRecords& records);

  const RunRecords& run;
  std::vector<std::string> set_of_claim;  // by index of claim; "" for none

  // The article of a claim, or an empty one.
  const v1::Article& ArticleOf(const v1::Claim& claim) const;
};

// A section with its heading and count; Close ends it.
void OpenPart(HtmlWriter& html, HtmlAttribute id, absl::string_view title,
              size_t count, absl::string_view note);

// One claim as a marked quotation: its words, those in `other_words` plain and
// the rest marked; who says it where; a link to its place in the article.
using WordSet = std::vector<std::string>;
void WriteClaim(HtmlWriter& html, const PageContext& page,
                absl::string_view claim_id, const WordSet* other_words);

// The distinct words of `text`, lower case, sorted.
WordSet WordsIn(absl::string_view text);

void WriteDivergences(HtmlWriter& html, const PageContext& page, bool apparent);
void WriteAgreements(HtmlWriter& html, const PageContext& page);
void WriteUniques(HtmlWriter& html, const PageContext& page);
void WriteUnsure(HtmlWriter& html, const PageContext& page);
void WriteTimeline(HtmlWriter& html, const PageContext& page);
void WriteOutlets(HtmlWriter& html, const PageContext& page);
void WriteArticles(HtmlWriter& html, const PageContext& page);
void WriteNotRead(HtmlWriter& html, const PageContext& page);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_HTML_PARTS_H_
