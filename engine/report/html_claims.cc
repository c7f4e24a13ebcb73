// Claims as quotations.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/marked_words.h"
#include "engine/report/passage.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

void WriteMarked(HtmlWriter& html, absl::string_view text,
                 const WordSet& others) {
  for (const MarkedRun& run : MarkWords(text, others)) {
    if (run.marked) {
      html.Leaf("mark", {}, run.text);
    } else {
      html.Text(run.text);
    }
  }
}

// Who says it, when, on whose word. The outlet leads to the place.
void WriteTelling(HtmlWriter& html, const PageContext& page, size_t claim) {
  const v1::Article& article = ArticleOf(page.run, page.run.claims[claim]);
  html.Leaf("a",
            {{"class", "outlet"},
             {"dir", "auto"},
             {"href", "#" + Anchor('c', claim)}},
            OutletOf(article));
  if (const std::string time = TimeOf(article.published()); !time.empty()) {
    html.Text(" ");
    html.Leaf("time", {}, time);
  }
  if (const std::string speakers = SpeakersOf(page.run.claims[claim]);
      !speakers.empty()) {
    html.Text(", according to ");
    html.Leaf("cite", {{"dir", "auto"}}, speakers);
  }
}

void WritePassage(HtmlWriter& html, const v1::Article& article,
                  const v1::Claim& claim) {
  const Passage passage = PassageOf(article, claim);
  if (!IsReworded(passage, claim)) return;
  html.Open("p", {{"class", "passage"}, {"dir", "auto"}});
  html.Text(absl::StrCat(passage.cut_before ? "…" : "", passage.before));
  html.Leaf("b", {}, passage.own);
  html.Text(absl::StrCat(passage.after, passage.cut_after ? "…" : ""));
  html.Close();
}

// One wording and all who print it. `other_words` of null marks nothing.
void WriteWording(HtmlWriter& html, const PageContext& page,
                  const std::vector<size_t>& claims,
                  const WordSet* other_words) {
  const v1::Claim& first = page.run.claims[claims.front()];
  html.Open("figure", {{"class", "claim"}});
  html.Open("blockquote", {{"dir", "auto"}});
  if (other_words == nullptr) {
    html.Text(first.text());
  } else {
    WriteMarked(html, first.text(), *other_words);
  }
  html.Close();
  if (other_words != nullptr) {
    WritePassage(html, ArticleOf(page.run, first), first);
  }
  html.Open("figcaption");
  for (const size_t claim : claims) {
    if (claims.size() > 1) html.Open("div");
    WriteTelling(html, page, claim);
    if (claims.size() > 1) html.Close();
  }
  html.Close();
  html.Close();
}

void WriteWordings(HtmlWriter& html, const PageContext& page,
                   const std::vector<size_t>& claims,
                   const WordSet* other_words) {
  const Wordings wordings = WordingsOf(page.run, claims);
  for (const std::vector<size_t>& group : wordings.groups) {
    WriteWording(html, page, group, other_words);
  }
  if (wordings.shorter > 0) {
    html.Leaf(
        "p", {{"class", "shorter"}},
        absl::StrCat(
            "and ", Plural(wordings.shorter, "shorter claim", "shorter claims"),
            " within"));
  }
}

}  // namespace

void WriteClaims(HtmlWriter& html, const PageContext& page,
                 const std::vector<size_t>& claims) {
  WriteWordings(html, page, claims, nullptr);
}

void WriteSide(HtmlWriter& html, const PageContext& page,
               const std::vector<size_t>& claims, const WordSet& other_words) {
  WriteWordings(html, page, claims, &other_words);
}

}  // namespace concord
