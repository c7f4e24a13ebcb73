// Outlets against each other, and who was first.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/first_told.h"
#include "engine/report/html_parts.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// A table of more is no picture any more.
constexpr size_t kMostOutlets = 20;

using Outlets = std::set<absl::string_view>;

template <typename Ids>
Outlets OutletsOf(const PageContext& page, const Ids& claim_ids) {
  Outlets outlets;
  for (const std::string& id : claim_ids) {
    const size_t claim = page.run.ClaimIndex(id);
    if (claim == RunRecords::kNone) continue;
    outlets.insert(OutletOf(page.ArticleOf(page.run.claims[claim])));
  }
  return outlets;
}

struct Cell {
  size_t agreed = 0, differed = 0;
};

// Counts by two outlets, each pair under both orders.
using Matrix = std::map<std::pair<absl::string_view, absl::string_view>, Cell>;

void CountPairs(const Outlets& left, const Outlets& right, size_t Cell::*count,
                Matrix& matrix) {
  for (const absl::string_view a : left) {
    for (const absl::string_view b : right) {
      if (a != b) ++(matrix[{a, b}].*count);
    }
  }
}

Outlets Shown(const Outlets& outlets, const Outlets& chosen) {
  Outlets shown;
  std::set_intersection(outlets.begin(), outlets.end(), chosen.begin(),
                        chosen.end(), std::inserter(shown, shown.end()));
  return shown;
}

Matrix CountMatrix(const PageContext& page, const Outlets& chosen) {
  Matrix matrix;
  for (const v1::Agreement& agreement : page.run.agreements) {
    const Outlets all = Shown(OutletsOf(page, agreement.claim_ids()), chosen);
    CountPairs(all, all, &Cell::agreed, matrix);
  }
  for (const v1::Divergence& divergence : page.run.divergences) {
    if (divergence.apparent()) continue;
    std::vector<Outlets> sides;
    for (const v1::DivergenceSide& side : divergence.sides()) {
      sides.push_back(Shown(OutletsOf(page, side.claim_ids()), chosen));
    }
    for (size_t i = 0; i < sides.size(); ++i) {
      for (size_t j = 0; j < sides.size(); ++j) {
        if (i != j) CountPairs(sides[i], sides[j], &Cell::differed, matrix);
      }
    }
  }
  return matrix;
}

// The outlets with most articles.
Outlets ChooseOutlets(const PageContext& page) {
  std::map<absl::string_view, size_t> articles;
  for (const v1::Article& article : page.run.articles) {
    ++articles[OutletOf(article)];
  }
  std::vector<std::pair<absl::string_view, size_t>> order(articles.begin(),
                                                          articles.end());
  std::stable_sort(
      order.begin(), order.end(),
      [](const auto& a, const auto& b) { return a.second > b.second; });
  Outlets chosen;
  for (size_t i = 0; i < std::min(order.size(), kMostOutlets); ++i) {
    chosen.insert(order[i].first);
  }
  return chosen;
}

// Two bars, as long as what they count is of `most`; the numbers beside them.
void WriteCell(HtmlWriter& html, const Cell& cell, size_t most) {
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
              const Outlets& columns, const Matrix& matrix, size_t most) {
  html.Open("tr");
  html.Open("th", {{"scope", "row"}});
  html.Leaf("bdi", {}, outlet);
  html.Close();
  for (const absl::string_view column : columns) {
    const auto it = matrix.find({outlet, column});
    if (column == outlet) {
      html.Leaf("td", {{"class", "self"}}, "");
    } else if (it == matrix.end()) {
      html.Leaf("td", {{"class", "nothing"}}, "–");
    } else {
      html.Open("td");
      WriteCell(html, it->second, most);
      html.Close();
    }
  }
  html.Close();
}

// Articles by time, those of unknown time last.
std::vector<size_t> ByTime(const std::vector<v1::Article>& articles) {
  std::vector<size_t> order(articles.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const auto key = [&](size_t i) {
      const v1::TimeInterval& time = articles[i].published();
      return std::make_pair(!time.has_begin(), time.begin().seconds());
    };
    return key(a) < key(b);
  });
  return order;
}

// The articles with a member of `agreement`, those of known time.
std::set<size_t> DatedArticles(const PageContext& page,
                               const v1::Agreement& agreement) {
  std::set<size_t> dated;
  for (const std::string& id : agreement.claim_ids()) {
    const size_t claim = page.run.ClaimIndex(id);
    if (claim == RunRecords::kNone) continue;
    const size_t article =
        page.run.ArticleIndex(page.run.claims[claim].article_id());
    if (article != RunRecords::kNone &&
        page.run.articles[article].published().has_begin()) {
      dated.insert(article);
    }
  }
  return dated;
}

// By article: the agreed facts that no article surely told before it. A time
// is an interval, often a day: only one that ends before another begins is
// surely earlier, whatever their zones.
std::vector<size_t> CountFirsts(const PageContext& page) {
  const auto& articles = page.run.articles;
  std::vector<size_t> firsts(articles.size());
  for (const v1::Agreement& agreement : page.run.agreements) {
    const std::set<size_t> dated = DatedArticles(page, agreement);
    int64_t earliest_end = std::numeric_limits<int64_t>::max();
    for (const size_t i : dated) {
      earliest_end = std::min(earliest_end, LatestEnd(articles[i].published()));
    }
    for (const size_t i : dated) {
      if (EarliestSecond(articles[i].published()) < earliest_end) ++firsts[i];
    }
  }
  return firsts;
}

}  // namespace

void WriteOutlets(HtmlWriter& html, const PageContext& page) {
  const Outlets outlets = ChooseOutlets(page);
  const Matrix matrix = CountMatrix(page, outlets);
  size_t most = 1;
  for (const auto& [pair, cell] : matrix) {
    most = std::max({most, cell.agreed, cell.differed});
  }
  OpenPart(html, {"id", "outlets"}, "Who agrees with whom", outlets.size(),
           "Between every two outlets: matters they agree on above, matters "
           "they differ on below.");
  html.Open("div", {{"class", "scroll"}, {"tabindex", "0"}});
  html.Open("table", {{"class", "matrix"}});
  html.Open("tr");
  html.Leaf("td", {}, "");
  for (const absl::string_view outlet : outlets) {
    html.Open("th", {{"scope", "col"}});
    html.Leaf("bdi", {}, outlet);
    html.Close();
  }
  html.Close();
  for (const absl::string_view outlet : outlets) {
    WriteRow(html, outlet, outlets, matrix, most);
  }
  html.Close();
  html.Close();
  html.Close();
}

void WriteTimeline(HtmlWriter& html, const PageContext& page) {
  const std::vector<size_t> firsts = CountFirsts(page);
  OpenPart(
      html, {"id", "first"}, "Who reported first", page.run.articles.size(),
      "By time of publication: UTC, or the outlet’s own clock where it names "
      "no zone. Where it is not sure who was first, each counts.");
  html.Open("ol", {{"class", "timeline"}});
  for (const size_t i : ByTime(page.run.articles)) {
    const v1::Article& article = page.run.articles[i];
    const std::string time = TimeOf(article.published());
    html.Open("li");
    html.Leaf("time", {}, time.empty() ? "time unknown" : time);
    html.Open("a", {{"href", "#" + Anchor('t', i)}});
    html.Leaf("bdi", {{"class", "outlet"}}, OutletOf(article));
    html.Close();
    html.Text(" ");
    html.Leaf("bdi", {{"class", "title"}}, article.title());
    if (firsts[i] > 0) {
      html.Text(" ");
      html.Leaf("span", {{"class", "firsts"}},
                absl::StrCat("first with ",
                             Plural(firsts[i], "agreed fact", "agreed facts")));
    }
    html.Close();
  }
  html.Close();
  html.Close();
}

}  // namespace concord
