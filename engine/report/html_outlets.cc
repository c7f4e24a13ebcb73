// Outlets against each other, and who was first.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/first_told.h"
#include "engine/report/html_parts.h"
#include "engine/report/outlet_matrix.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// Two bars, as long as what they count is of `most`; the numbers beside them.
void WriteCell(HtmlWriter& html, const OutletMatrix::Cell& cell, size_t most) {
  const auto bar = [&](absl::string_view kind, absl::string_view y,
                       size_t count) {
    if (count == 0) return;
    const size_t width = std::max<size_t>(2, 60 * count / most);
    html.Leaf("rect",
              {{"class", std::string(kind)},
               {"x", "0"},
               {"y", std::string(y)},
               {"width", absl::StrCat(width)},
               {"height", "5"}},
              "");
  };
  html.Open("svg", {{"viewBox", "0 0 60 13"},
                    {"width", "60"},
                    {"height", "13"},
                    {"aria-hidden", "true"}});
  bar("agreed", "0", cell.agreed);
  bar("differed", "7", cell.differed);
  html.Close();
  html.Leaf("span", {{"class", "agreed"}}, absl::StrCat(cell.agreed));
  html.Text(" ");
  html.Leaf("span", {{"class", "differed"}}, absl::StrCat(cell.differed));
}

void WriteRow(HtmlWriter& html, absl::string_view outlet,
              const OutletMatrix& matrix, size_t most) {
  html.Open("tr");
  html.Open("th", {{"scope", "row"}});
  html.Leaf("bdi", {}, outlet);
  html.Close();
  for (const absl::string_view column : matrix.outlets) {
    const auto it = matrix.cells.find({outlet, column});
    if (column == outlet) {
      html.Leaf("td", {{"class", "self"}}, "");
    } else if (it == matrix.cells.end()) {
      html.Leaf("td", {{"class", "nothing"}}, "–");
    } else {
      html.Open("td");
      WriteCell(html, it->second, most);
      html.Close();
    }
  }
  html.Close();
}

void WriteTime(HtmlWriter& html, const PageContext& page, size_t article,
               size_t firsts) {
  const v1::Article& at = page.run.articles[article];
  const std::string time = TimeOf(at.published());
  html.Open("li");
  html.Leaf("time", {}, time.empty() ? "time unknown" : time);
  html.Leaf("a",
            {{"class", "outlet"},
             {"dir", "auto"},
             {"href", "#" + Anchor('t', article)}},
            OutletOf(at));
  html.Text(" ");
  html.Leaf("bdi", {{"class", "title"}}, at.title());
  if (!at.superseded_by().empty()) {
    html.Text(" ");
    html.Leaf("span", {{"class", "change"}}, "revised later");
  }
  if (firsts > 0) {
    html.Text(" ");
    html.Leaf("span", {{"class", "firsts"}},
              absl::StrCat("first with ",
                           Plural(firsts, "agreed fact", "agreed facts")));
  }
  html.Close();
}

}  // namespace

void WriteOutlets(HtmlWriter& html, const PageContext& page) {
  const OutletMatrix matrix = CountOutletMatrix(page.run);
  size_t most = 1;
  for (const auto& [pair, cell] : matrix.cells) {
    most = std::max({most, cell.agreed, cell.differed});
  }
  std::string note =
      "Between every two outlets: matters they agree on above, matters they "
      "differ on below.";
  if (matrix.left_out > 0) {
    absl::StrAppend(&note, " The ", matrix.outlets.size(),
                    " with most articles are shown, ", matrix.left_out,
                    " more are not.");
  }
  OpenPart(html, {"id", "outlets"}, "Who agrees with whom",
           matrix.outlets.size() + matrix.left_out, note);
  html.Open("div", {{"class", "scroll"}, {"tabindex", "0"}});
  html.Open("table", {{"class", "matrix"}});
  html.Open("tr");
  html.Leaf("td", {}, "");
  for (const absl::string_view outlet : matrix.outlets) {
    html.Open("th", {{"scope", "col"}});
    html.Leaf("bdi", {}, outlet);
    html.Close();
  }
  html.Close();
  for (const absl::string_view outlet : matrix.outlets) {
    WriteRow(html, outlet, matrix, most);
  }
  html.Close();
  html.Close();
  html.Close();
}

void WriteTimeline(HtmlWriter& html, const PageContext& page) {
  const std::vector<size_t> firsts = CountFirsts(page.run);
  OpenPart(
      html, {"id", "first"}, "Who reported first", page.run.articles.size(),
      "By time of publication: UTC, or the outlet’s own clock where it names "
      "no zone. Where it is not sure who was first, each counts.");
  std::map<size_t, std::vector<size_t>> by_story;  // those of none last
  for (const size_t i : ArticlesByTime(page.run)) {
    by_story[page.has_stories() ? page.story_of[i] : 0].push_back(i);
  }
  for (const auto& [story, articles] : by_story) {
    OpenEvent(html, page, story, articles.size());
    html.Open("ol", {{"class", "timeline"}});
    for (const size_t i : articles) WriteTime(html, page, i, firsts[i]);
    html.Close();
    CloseEvent(html, page);
  }
  html.Close();
}

}  // namespace concord
