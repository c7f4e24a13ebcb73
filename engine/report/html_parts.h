// The parts of the report's page. For html_view.cc; others use HtmlView.

#ifndef CONCORD_ENGINE_REPORT_HTML_PARTS_H_
#define CONCORD_ENGINE_REPORT_HTML_PARTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/report/html_writer.h"
#include "engine/report/marked_words.h"
#include "engine/report/run_records.h"

namespace concord {

// Where a record stands in the page: "d3", "a0", "u5", "c17", "t2" for the
// fourth divergence, first agreement, ... article (text). Ids of a stream that
// nobody verified could be anything; these cannot.
std::string Anchor(char kind, size_t index);

// Records and where they stand in the page.
struct PageContext {
  explicit PageContext(const RunRecords& records);

  const RunRecords& run;
  std::vector<std::string> set_of_claim;  // anchor, by claim; "" for none
  std::vector<size_t> story_of;           // by article; kNone for none

  bool has_stories() const { return run.stories.size() > 1; }
  size_t StoryOf(const std::vector<size_t>& claims) const;
};

// A section with its heading and count; Close ends it. No note where "".
void OpenPart(HtmlWriter& html, HtmlAttribute id, absl::string_view title,
              size_t count, absl::string_view note);

// "s3", by which the page's script knows a story; "" where there is one only.
std::string StoryKey(const PageContext& page, size_t story);

// What belongs to one story, under its name, to be unfolded; CloseEvent ends
// it. Where the run has one story only, nothing.
void OpenEvent(HtmlWriter& html, const PageContext& page, size_t story,
               size_t count);
void CloseEvent(HtmlWriter& html, const PageContext& page);

// Claims as quotations: each wording once, with all who print it, their times
// and voices, and links to the places in their articles. Those of one side of
// a divergence: the words that `other_words` lacks are marked, and below what
// the article does not print so stands the passage.
void WriteClaims(HtmlWriter& html, const PageContext& page,
                 const std::vector<size_t>& claims);
void WriteSide(HtmlWriter& html, const PageContext& page,
               const std::vector<size_t>& claims, const WordSet& other_words);

// The parts, in the order in which people read them.
void WriteRead(HtmlWriter& html, const PageContext& page);
void WriteDivergences(HtmlWriter& html, const PageContext& page, bool apparent);
void WriteChanged(HtmlWriter& html, const PageContext& page);
void WriteAgreements(HtmlWriter& html, const PageContext& page,
                     bool one_origin);
void WriteUniques(HtmlWriter& html, const PageContext& page);
void WriteUnsure(HtmlWriter& html, const PageContext& page);
void WriteTimeline(HtmlWriter& html, const PageContext& page);
void WriteOutlets(HtmlWriter& html, const PageContext& page);
void WriteArticles(HtmlWriter& html, const PageContext& page);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_HTML_PARTS_H_
