// Every article with its claims marked in its text.

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

struct Mark {
  size_t begin, end;
  size_t claim;  // index
};

absl::string_view ClassOf(v1::Disposition disposition) {
  switch (disposition) {
    case v1::DISPOSITION_DIVERGENCE:
      return "differs";
    case v1::DISPOSITION_AGREEMENT:
      return "agrees";
    case v1::DISPOSITION_UNIQUE:
      return "only";
    default:
      return "other";
  }
}

// Which of two claims over one byte is shown: the more telling, then the
// shorter. Smaller is shown.
auto Precedence(const RunRecords& run, const Mark& mark) {
  const int disposition = run.claims[mark.claim].disposition();
  const int telling = disposition == v1::DISPOSITION_DIVERGENCE  ? 0
                      : disposition == v1::DISPOSITION_AGREEMENT ? 1
                      : disposition == v1::DISPOSITION_UNIQUE    ? 2
                                                                 : 3;
  return std::make_tuple(telling, mark.end - mark.begin, mark.claim);
}

// Writes one article's text from front to back, each byte once.
class MarkedText {
 public:
  // `marks` sorted by begin.
  MarkedText(HtmlWriter& html, const PageContext& page, absl::string_view text,
             std::vector<Mark> marks)
      : html_(html), page_(page), text_(text), marks_(std::move(marks)) {
    for (const Mark& mark : marks_) {
      edges_.push_back(mark.begin);
      edges_.push_back(mark.end);
    }
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  // Writes up to `until`.
  void Write(size_t until) {
    while (pos_ < until) {
      Enter();
      while (edge_ < edges_.size() && edges_[edge_] <= pos_) ++edge_;
      const size_t stop =
          edge_ < edges_.size() ? std::min(until, edges_[edge_]) : until;
      WritePiece(text_.substr(pos_, stop - pos_));
      pos_ = stop;
    }
  }
  size_t pos() const { return pos_; }

 private:
  // Takes up the claims that begin here and lets go those that have ended.
  void Enter() {
    for (; next_ < marks_.size() && marks_[next_].begin <= pos_; ++next_) {
      const Mark& mark = marks_[next_];
      html_.Leaf("span", {{"id", Anchor('c', mark.claim)}, {"class", "place"}},
                 "");
      active_.insert({Precedence(page_.run, mark), mark.end});
    }
    while (!active_.empty() && active_.begin()->second <= pos_) {
      active_.erase(active_.begin());
    }
  }

  void WritePiece(absl::string_view piece) {
    if (active_.empty()) return html_.Text(piece);
    const size_t claim = std::get<2>(active_.begin()->first);
    const std::string& set = page_.set_of_claim[claim];
    const absl::string_view kind =
        ClassOf(page_.run.claims[claim].disposition());
    if (set.empty()) {
      html_.Leaf("span", {{"class", std::string(kind)}}, piece);
    } else {
      html_.Leaf("a", {{"class", std::string(kind)}, {"href", "#" + set}},
                 piece);
    }
  }

  HtmlWriter& html_;
  const PageContext& page_;
  absl::string_view text_;
  std::vector<Mark> marks_;
  std::vector<size_t> edges_;
  size_t pos_ = 0, next_ = 0, edge_ = 0;
  std::set<std::pair<std::tuple<int, size_t, size_t>, size_t>> active_;
};

absl::string_view ClassOf(v1::SectionKind kind) {
  switch (kind) {
    case v1::SECTION_KIND_HEADLINE:
      return "headline";
    case v1::SECTION_KIND_STANDFIRST:
      return "standfirst";
    case v1::SECTION_KIND_BODY:
      return "body";
    case v1::SECTION_KIND_CAPTION:
      return "caption";
    default:
      return "aside";
  }
}

void WriteBlock(HtmlWriter& html, MarkedText& text, absl::string_view words,
                size_t end, absl::string_view kind) {
  if (text.pos() >= end) return;
  const absl::string_view piece = words.substr(text.pos(), end - text.pos());
  const bool blank = absl::StripAsciiWhitespace(piece).empty();
  if (!blank) html.Open("p", {{"class", std::string(kind)}});
  text.Write(end);
  if (!blank) html.Close();
}

void WriteText(HtmlWriter& html, const PageContext& page,
               const v1::Article& article, std::vector<Mark> marks) {
  const size_t size = article.text().size();
  MarkedText text(html, page, article.text(), std::move(marks));
  html.Open("div", {{"class", "text"}});
  for (const v1::Section& section : article.sections()) {
    const size_t begin = std::min<size_t>(section.span().begin_byte(), size);
    const size_t end = std::min<size_t>(section.span().end_byte(), size);
    WriteBlock(html, text, article.text(), begin, "aside");
    WriteBlock(html, text, article.text(), end, ClassOf(section.kind()));
  }
  WriteBlock(html, text, article.text(), size, "aside");
  html.Close();
}

void WriteArticle(HtmlWriter& html, const PageContext& page, size_t index,
                  std::vector<Mark> marks) {
  const v1::Article& article = page.run.articles[index];
  html.Open("details", {{"class", "article"},
                        {"id", Anchor('t', index)},
                        {"data-story", StoryKey(page, page.story_of[index])}});
  html.Open("summary");
  html.Leaf("bdi", {{"class", "outlet"}}, OutletOf(article));
  html.Text(" ");
  html.Leaf("bdi", {{"class", "title"}},
            article.title().empty() ? article.external_id() : article.title());
  html.Text(" ");
  const std::string day = DayOf(article.published());
  if (!day.empty()) html.Leaf("time", {{"datetime", day}}, day);
  html.Close();
  html.Open("p", {{"class", "source"}});
  html.Open("a", {{"href", article.uri()}, {"rel", "noopener noreferrer"}});
  html.Leaf("bdi", {}, article.uri());
  html.Close();
  if (!article.superseded_by().empty()) {
    html.Text(" Revised later; the later text is the one compared.");
  }
  html.Close();
  WriteText(html, page, article, std::move(marks));
  html.Close();
}

}  // namespace

void WriteArticles(HtmlWriter& html, const PageContext& page) {
  std::vector<std::vector<Mark>> marks(page.run.articles.size());
  for (size_t i = 0; i < page.run.claims.size(); ++i) {
    const v1::Claim& claim = page.run.claims[i];
    const size_t article = page.run.ArticleIndex(claim.article_id());
    if (article == RunRecords::kNone) continue;
    const size_t size = page.run.articles[article].text().size();
    const size_t begin = claim.span().begin_byte();
    const size_t end = std::min<size_t>(claim.span().end_byte(), size);
    if (begin < end) marks[article].push_back({begin, end, i});
  }
  OpenPart(html, {"id", "articles"}, "The articles", page.run.articles.size(),
           "Each claim is marked where it stands, and leads to what the "
           "others say of it.");
  html.Open("p", {{"class", "legend"}});
  for (const auto& [kind, words] :
       {std::make_pair("differs", "diverges"),
        std::make_pair("agrees", "agreed"), std::make_pair("only", "only here"),
        std::make_pair("other", "other claim")}) {
    html.Leaf("span", {{"class", kind}}, words);
    html.Text(" ");
  }
  html.Close();
  for (const size_t i : ArticlesByTime(page.run)) {
    std::stable_sort(
        marks[i].begin(), marks[i].end(),
        [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    WriteArticle(html, page, i, std::move(marks[i]));
  }
  html.Close();
}

}  // namespace concord
