// Divergences, changes, agreements, unique claims and what is left to review:
// the account itself.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// A card is what the page's script counts, filters and steps through.
void OpenCard(HtmlWriter& html, const PageContext& page, absl::string_view kind,
              std::string anchor, const std::vector<size_t>& claims,
              absl::string_view severity) {
  html.Open("article", {{"class", absl::StrCat("card ", kind)},
                        {"id", std::move(anchor)},
                        {"tabindex", "-1"},
                        {"data-story", StoryKey(page, page.StoryOf(claims))},
                        {"data-severity", std::string(severity)}});
}

void WriteChange(HtmlWriter& html, v1::Change change) {
  if (change == v1::CHANGE_UNSPECIFIED) return;
  html.Leaf("span", {{"class", "change"}}, WordsOf(change));
}

// The event, where the run has several.
void WriteEvent(HtmlWriter& html, const PageContext& page,
                const std::vector<size_t>& claims) {
  const size_t story = page.StoryOf(claims);
  if (!page.has_stories() || story == RunRecords::kNone) return;
  html.Leaf("span", {{"class", "event"}, {"dir", "auto"}},
            NameOfStory(page.run, story));
}

// The head of the record's id, enough to find it in the stream.
void WriteRecordId(HtmlWriter& html, absl::string_view id) {
  constexpr size_t kShown = 8;
  html.Leaf("code", {{"title", std::string(id)}}, id.substr(0, kShown));
}

void WriteSides(HtmlWriter& html, const PageContext& page,
                const v1::Divergence& divergence) {
  html.Open("div", {{"class", "sides"}});
  for (int i = 0; i < divergence.sides_size(); ++i) {
    html.Open("div", {{"class", "side"},
                      {"role", "group"},
                      {"aria-label", absl::StrCat("Side ", i + 1, " of ",
                                                  divergence.sides_size())}});
    WriteSide(html, page,
              ClaimIndices(page.run, divergence.sides(i).claim_ids()),
              WordsOfOtherSides(page.run, divergence, i));
    html.Close();
  }
  html.Close();
}

void WriteDivergence(HtmlWriter& html, const PageContext& page, size_t index) {
  const v1::Divergence& divergence = page.run.divergences[index];
  const bool apparent = divergence.apparent();
  const std::string severity =
      apparent ? "none" : std::string(WordsOf(divergence.severity()));
  const std::vector<size_t> claims =
      ClaimIndices(page.run, divergence.claim_ids());
  OpenCard(html, page, absl::StrCat("divergence ", severity),
           Anchor('d', index), claims, severity);
  html.Open("h3");
  if (!apparent) html.Leaf("span", {{"class", "severity"}}, severity);
  html.Text(WordsOf(divergence.type()));
  WriteChange(html, divergence.change());
  WriteEvent(html, page, claims);
  WriteRecordId(html, divergence.divergence_id());
  html.Close();
  WriteSides(html, page, divergence);
  html.Open("p", {{"class", "reason"}});
  html.Leaf("b", {}, apparent ? "Why it is none: " : "Why: ");
  html.Text(absl::StrCat(ReasonsIn<v1::ReasonCode>(divergence.reasons()), "."));
  html.Close();
  html.Close();
}

void WriteAgreement(HtmlWriter& html, const PageContext& page, size_t index) {
  const v1::Agreement& agreement = page.run.agreements[index];
  const std::vector<size_t> claims =
      ClaimIndices(page.run, agreement.claim_ids());
  OpenCard(html, page, "agreement", Anchor('a', index), claims, "");
  html.Open("h3");
  html.Text(OriginsOf(agreement.support()));
  html.Leaf("small", {}, StandingOf(agreement));
  WriteChange(html, agreement.change());
  WriteEvent(html, page, claims);
  WriteRecordId(html, agreement.agreement_id());
  html.Close();
  WriteClaims(html, page, claims);
  if (agreement.support().reasons_size() > 0) {
    html.Open("p", {{"class", "reason"}});
    html.Leaf("b", {}, "Origins: ");
    html.Text(absl::StrCat(
        ReasonsIn<v1::SupportReason>(agreement.support().reasons()), "."));
    html.Close();
  }
  html.Close();
}

// Two claims against each other, as a card.
void WritePair(HtmlWriter& html, const PageContext& page, std::string anchor,
               std::pair<size_t, size_t> pair) {
  OpenCard(html, page, "pair", std::move(anchor), {pair.first, pair.second},
           "");
  html.Open("div", {{"class", "sides"}});
  for (const size_t claim : {pair.first, pair.second}) {
    html.Open("div", {{"class", "side"}});
    WriteClaims(html, page, {claim});
    html.Close();
  }
  html.Close();
  html.Close();
}

// Links to an article's text.
void WriteArticleLink(HtmlWriter& html, size_t article,
                      absl::string_view words) {
  html.Leaf("a", {{"href", "#" + Anchor('t', article)}}, words);
}

// Folded where there are many.
void WriteRevised(HtmlWriter& html, const PageContext& page,
                  const std::vector<size_t>& revised) {
  constexpr size_t kMostOpen = 10;
  if (revised.size() <= kMostOpen) {
    html.Open("details", {{"class", "revised"}, {"open", ""}});
  } else {
    html.Open("details", {{"class", "revised"}});
  }
  html.Open("summary");
  html.Text("Revised by their outlet; the later text is the one compared");
  html.Leaf("span", {{"class", "count"}}, Counted(revised.size()));
  html.Close();
  html.Open("ul");
  for (const size_t i : revised) {
    const v1::Article& article = page.run.articles[i];
    const size_t later = page.run.ArticleIndex(article.superseded_by());
    html.Open("li");
    html.Leaf("bdi", {{"class", "outlet"}}, OutletOf(article));
    html.Text(" ");
    html.Leaf("bdi", {{"class", "title"}}, article.title());
    html.Text(" ");
    WriteArticleLink(html, i, "as it was");
    if (later != RunRecords::kNone) {
      html.Text(", ");
      WriteArticleLink(html, later, "as it is");
      const std::string time = TimeOf(page.run.articles[later].modified());
      if (!time.empty()) html.Text(absl::StrCat(" since ", time));
    }
    html.Close();
  }
  html.Close();
  html.Close();
}

}  // namespace

void WriteDivergences(HtmlWriter& html, const PageContext& page,
                      bool apparent) {
  const std::vector<size_t> order = DivergenceOrder(page.run, apparent);
  if (apparent && order.empty()) return;
  if (apparent) {
    OpenPart(html, {"id", "apparent"}, "No conflict, though it looks like one",
             order.size(), "");
  } else {
    OpenPart(html, {"id", "divergences"}, "Where accounts diverge",
             order.size(),
             "Highest severity first. Marked: the words that one side has and "
             "the others lack.");
  }
  for (const size_t i : order) WriteDivergence(html, page, i);
  html.Close();
}

void WriteChanged(HtmlWriter& html, const PageContext& page) {
  const std::vector<size_t> revised = RevisedArticles(page.run);
  const auto pairs = PairsOf(page.run, page.run.superseded);
  if (revised.empty() && pairs.empty()) return;
  OpenPart(html, {"id", "changed"}, "What has changed",
           revised.size() + pairs.size(), "");
  if (!revised.empty()) WriteRevised(html, page, revised);
  if (!pairs.empty()) {
    html.Leaf(
        "p", {{"class", "note"}},
        "A later report of a state that has moved on; the earlier first.");
  }
  for (size_t i = 0; i < pairs.size(); ++i) {
    WritePair(html, page, Anchor('s', i), pairs[i]);
  }
  html.Close();
}

void WriteAgreements(HtmlWriter& html, const PageContext& page,
                     bool one_origin) {
  const std::vector<size_t> order = AgreementOrder(page.run, one_origin);
  if (one_origin && order.empty()) return;
  if (one_origin) {
    OpenPart(html, {"id", "one-origin"}, "What rests on one origin",
             order.size(),
             "Several outlets say it, but they print one text or one voice.");
  } else {
    OpenPart(html, {"id", "agreements"}, "Where they agree", order.size(),
             "Most origins first. Outlets that print one text are one origin.");
  }
  html.Open("div", {{"class", "columns"}});
  for (const size_t i : order) WriteAgreement(html, page, i);
  html.Close();
  html.Close();
}

void WriteUniques(HtmlWriter& html, const PageContext& page) {
  constexpr size_t kMostOpen = 200;
  const auto by_outlet = UniquesByOutlet(page.run);
  size_t count = 0;
  for (const auto& [outlet, uniques] : by_outlet) count += uniques.size();
  OpenPart(html, {"id", "unique"}, "What only one says", count,
           "Not mentioned in any other article on the event; that is no "
           "denial.");
  for (const auto& [outlet, uniques] : by_outlet) {
    if (count <= kMostOpen) {
      html.Open("details", {{"class", "outlet-uniques"}, {"open", ""}});
    } else {
      html.Open("details", {{"class", "outlet-uniques"}});
    }
    html.Open("summary");
    html.Leaf("bdi", {}, outlet);
    html.Leaf("span", {{"class", "count"}}, Counted(uniques.size()));
    html.Close();
    html.Open("div", {{"class", "columns"}});
    for (const size_t i : uniques) {
      const std::vector<size_t> claims = {
          page.run.ClaimIndex(page.run.uniques[i].claim_id())};
      OpenCard(html, page, "unique", Anchor('u', i), claims, "");
      WriteClaims(html, page, claims);
      html.Close();
    }
    html.Close();
    html.Close();
  }
  html.Close();
}

void WriteUnsure(HtmlWriter& html, const PageContext& page) {
  const auto pairs = PairsOf(page.run, page.run.unsure);
  if (pairs.empty()) return;
  const size_t left_out = page.run.unsure_count - page.run.unsure.size();
  OpenPart(html, {"id", "review"}, "To review", page.run.unsure_count,
           left_out == 0
               ? "Compared, and left undecided; the most alike first."
               : absl::StrCat("Compared, and left undecided. The ",
                              page.run.unsure.size(), " most alike are shown, ",
                              left_out, " more are in the record stream."));
  html.Open("details");
  html.Leaf("summary", {}, "Show the pairs");
  for (size_t i = 0; i < pairs.size(); ++i) {
    WritePair(html, page, Anchor('r', i), pairs[i]);
  }
  html.Close();
  html.Close();
}

}  // namespace concord
