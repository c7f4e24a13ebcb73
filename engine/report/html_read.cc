// What was read, what was not, and where all of it went.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/outlet_matrix.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// One bar for all claims, and below it what its parts are.
void WriteShares(HtmlWriter& html, const RunRecords& run) {
  if (run.claims.empty()) return;
  constexpr size_t kWidth = 1000;
  html.Open("figure", {{"class", "shares"}});
  html.Open("svg", {{"viewBox", absl::StrCat("0 0 ", kWidth, " 14")},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}});
  size_t before = 0;
  const std::vector<Share> shares = SharesOf(run);
  for (const Share& share : shares) {
    const size_t left = kWidth * before / run.claims.size();
    before += share.count;
    const size_t right = kWidth * before / run.claims.size();
    html.Leaf("rect",
              {{"class", std::string(share.kind)},
               {"x", absl::StrCat(left)},
               {"y", "0"},
               {"width", absl::StrCat(right - left)},
               {"height", "14"}},
              "");
  }
  html.Close();
  html.Open("figcaption");
  for (const Share& share : shares) {
    if (share.count == 0) continue;
    html.Open("span", {{"class", absl::StrCat("key ", share.kind)}});
    html.Leaf("b", {}, Counted(share.count));
    html.Text(absl::StrCat(" ", share.words));
    html.Close();
  }
  html.Close();
  html.Close();
}

void WriteNotRead(HtmlWriter& html, const RunRecords& run) {
  constexpr size_t kMostOpen = 10;
  if (run.quarantines.empty()) {
    html.Leaf("p", {{"class", "note"}},
              "All of the drop was read as it stood.");
    return;
  }
  if (run.quarantines.size() <= kMostOpen) {
    html.Open("details", {{"class", "not-read"}, {"open", ""}});
  } else {
    html.Open("details", {{"class", "not-read"}});
  }
  html.Open("summary");
  html.Text("Not read, or not as it stood");
  html.Leaf("span", {{"class", "count"}}, Counted(run.quarantines.size()));
  html.Close();
  html.Open("ul");
  for (const v1::Quarantine& quarantine : run.quarantines) {
    html.Open("li");
    html.Leaf("bdi", {{"class", "path"}}, quarantine.source());
    html.Text(" ");
    html.Leaf("bdi", {}, quarantine.message());
    html.Close();
  }
  html.Close();
  html.Close();
}

}  // namespace

void WriteRead(HtmlWriter& html, const PageContext& page) {
  const RunRecords& run = page.run;
  html.Open("section", {{"id", "read"}, {"aria-label", "What was read"}});
  html.Leaf(
      "p", {{"class", "read"}},
      absl::StrCat("Read: ", Plural(run.articles.size(), "article", "articles"),
                   " of ", Plural(OutletsIn(run).size(), "outlet", "outlets"),
                   " on ", Plural(run.stories.size(), "event", "events"), ": ",
                   Plural(run.claims.size(), "claim", "claims"), "."));
  WriteShares(html, run);
  html.Open("ul");
  for (const v1::Dropped& cap : run.dropped) {
    html.Leaf(
        "li", {},
        absl::StrCat("Left out by ", cap.cap(), ": ", Counted(cap.count())));
  }
  html.Close();
  WriteNotRead(html, run);
  html.Close();
}

}  // namespace concord
