#include "engine/report/html_view.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/html_writer.h"
#include "engine/report/outlet_matrix.h"
#include "engine/report/page_assets.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

std::string SourceHash(const PageAsset& asset) {
  return absl::StrCat("'sha256-",
                      absl::Base64Escape(absl::HexStringToBytes(asset.sha256)),
                      "'");
}

std::string Policy() {
  return absl::StrCat("default-src 'none'; style-src ", SourceHash(kPageStyle),
                      "; script-src ", SourceHash(kPageScript),
                      "; base-uri 'none'; form-action 'none'");
}

void WriteHead(HtmlWriter& html, absl::string_view title) {
  html.Open("head");
  html.Void("meta", {{"charset", "utf-8"}});
  html.Void("meta",
            {{"http-equiv", "Content-Security-Policy"}, {"content", Policy()}});
  html.Void("meta", {{"name", "viewport"},
                     {"content", "width=device-width, initial-scale=1"}});
  html.Void("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.Void("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.Leaf("title", {}, title);
  html.Style(kPageStyle);
  html.Close();
}

void WriteMasthead(HtmlWriter& html, absl::string_view title) {
  html.Open("header", {{"class", "masthead"}});
  html.Leaf("p", {{"class", "name"}}, "Concord");
  html.Leaf("h1", {}, title);
  html.Leaf("p", {{"class", "standfirst"}},
            "Who said what, and how the accounts fit. Not what is true.");
  html.Close();
}

// The parts with what each holds.
void WriteContents(HtmlWriter& html, const RunRecords& run) {
  size_t unique = 0;
  for (const auto& [outlet, uniques] : UniquesByOutlet(run)) {
    unique += uniques.size();
  }
  const struct {
    absl::string_view id, words;
    size_t count;
    bool always;
  } parts[] = {
      {"divergences", "diverge", DivergenceOrder(run, false).size(), true},
      {"changed", "changed",
       RevisedArticles(run).size() + run.superseded.size(), false},
      {"agreements", "agree", AgreementOrder(run, false).size(), true},
      {"one-origin", "on one origin", AgreementOrder(run, true).size(), false},
      {"unique", "only one says", unique, true},
      {"first", "who was first", 0, true},
      {"outlets", "who with whom", 0, true},
      {"review", "to review", run.unsure_count, false},
      {"articles", "articles", run.articles.size(), true}};
  html.Open("nav", {{"aria-label", "Parts of the report"}});
  for (const auto& part : parts) {
    if (part.count == 0 && !part.always) continue;
    html.Open("a", {{"href", absl::StrCat("#", part.id)}});
    if (part.count > 0) html.Leaf("b", {}, Counted(part.count));
    html.Text(absl::StrCat(part.count > 0 ? " " : "", part.words));
    html.Close();
  }
  html.Close();
}

void OpenSelect(HtmlWriter& html, HtmlAttribute id, absl::string_view label,
                absl::string_view all) {
  html.Open("select", {std::move(id), {"aria-label", std::string(label)}});
  html.Leaf("option", {{"value", ""}}, all);
}

// Shown by the script, without which they could do nothing.
void WriteControls(HtmlWriter& html, const PageContext& page) {
  html.Open("form", {{"class", "controls"},
                     {"role", "search"},
                     {"hidden", ""},
                     {"id", "controls"}});
  html.Void("input", {{"type", "search"},
                      {"id", "search"},
                      {"placeholder", "Search"},
                      {"aria-label", "Search claims"}});
  if (page.has_stories()) {
    OpenSelect(html, {"id", "story"}, "Event", "All events");
    for (size_t i = 0; i < page.run.stories.size(); ++i) {
      html.Leaf("option", {{"value", StoryKey(page, i)}},
                NameOfStory(page.run, i));
    }
    html.Close();
  }
  OpenSelect(html, {"id", "outlet"}, "Outlet", "All outlets");
  for (const absl::string_view outlet : OutletsIn(page.run)) {
    html.Leaf("option", {}, outlet);
  }
  html.Close();
  OpenSelect(html, {"id", "severity"}, "Severity", "Any severity");
  for (const absl::string_view words : {"high", "medium", "low"}) {
    html.Leaf("option", {}, words);
  }
  html.Close();
  html.Leaf("output", {{"id", "found"}, {"aria-live", "polite"}}, "");
  html.Open("small");
  for (const auto& [key, words] :
       {std::make_pair("/", "search"), std::make_pair("j", "next"),
        std::make_pair("k", "last"), std::make_pair("Enter", "its place")}) {
    html.Leaf("kbd", {}, key);
    html.Text(absl::StrCat(" ", words, " "));
  }
  html.Close();
  html.Close();
}

void WriteMain(HtmlWriter& html, const PageContext& page) {
  html.Open("main", {{"id", "main"}});
  WriteRead(html, page);
  WriteDivergences(html, page, /*apparent=*/false);
  WriteChanged(html, page);
  WriteAgreements(html, page, /*one_origin=*/false);
  WriteAgreements(html, page, /*one_origin=*/true);
  WriteUniques(html, page);
  WriteTimeline(html, page);
  WriteOutlets(html, page);
  WriteUnsure(html, page);
  WriteDivergences(html, page, /*apparent=*/true);
  WriteArticles(html, page);
  html.Close();
}

// Claims of `ids` that are in no set yet are in the one at `anchor`.
template <typename Ids>
void Assign(const RunRecords& run, const Ids& ids, const std::string& anchor,
            std::vector<std::string>& sets) {
  for (const size_t claim : ClaimIndices(run, ids)) {
    if (sets[claim].empty()) sets[claim] = anchor;
  }
}

}  // namespace

std::string Anchor(char kind, size_t index) {
  return absl::StrCat(std::string(1, kind), index);
}

PageContext::PageContext(const RunRecords& records)
    : run(records),
      set_of_claim(records.claims.size()),
      story_of(StoryOfArticles(records)) {
  for (const bool apparent : {false, true}) {
    for (size_t i = 0; i < run.divergences.size(); ++i) {
      if (run.divergences[i].apparent() != apparent) continue;
      Assign(run, run.divergences[i].claim_ids(), Anchor('d', i), set_of_claim);
    }
    for (size_t i = 0; i < run.agreements.size(); ++i) {
      Assign(run, run.agreements[i].claim_ids(), Anchor('a', i), set_of_claim);
    }
  }
  for (size_t i = 0; i < run.uniques.size(); ++i) {
    const size_t claim = run.ClaimIndex(run.uniques[i].claim_id());
    if (claim != RunRecords::kNone && set_of_claim[claim].empty() &&
        run.claims[claim].rank() != v1::RANK_DETAIL) {
      set_of_claim[claim] = Anchor('u', i);
    }
  }
}

size_t PageContext::StoryOf(const std::vector<size_t>& claims) const {
  for (const size_t claim : claims) {
    const size_t article = run.ArticleIndex(run.claims[claim].article_id());
    if (article != RunRecords::kNone) return story_of[article];
  }
  return RunRecords::kNone;
}

std::string StoryKey(const PageContext& page, size_t story) {
  if (!page.has_stories() || story == RunRecords::kNone) return "";
  return absl::StrCat("s", story);
}

void OpenPart(HtmlWriter& html, HtmlAttribute id, absl::string_view title,
              size_t count, absl::string_view note) {
  html.Open("section", {std::move(id)});
  html.Open("h2");
  html.Text(title);
  html.Text(" ");
  html.Leaf("span", {{"class", "count"}}, Counted(count));
  html.Close();
  if (!note.empty()) html.Leaf("p", {{"class", "note"}}, note);
}

void OpenEvent(HtmlWriter& html, const PageContext& page, size_t story,
               size_t count) {
  if (!page.has_stories()) return;
  html.Open("details",
            {{"class", "story"}, {"data-story", StoryKey(page, story)}});
  html.Open("summary");
  html.Leaf("bdi", {},
            story == RunRecords::kNone ? "On no event of two articles"
                                       : NameOfStory(page.run, story));
  html.Leaf("span", {{"class", "count"}}, Counted(count));
  html.Close();
}

void CloseEvent(HtmlWriter& html, const PageContext& page) {
  if (page.has_stories()) html.Close();
}

absl::Status HtmlView::Write(v1::Record record) {
  run_.Add(std::move(record));
  return absl::OkStatus();
}

absl::Status HtmlView::Finish(const std::vector<v1::Dropped>& dropped) {
  run_.Finish(dropped);
  HtmlWriter html(sink_);
  const PageContext page(run_);
  const std::string title = absl::StrCat(
      "What ", Plural(OutletsIn(run_).size(), "outlet says", "outlets say"));
  html.Doctype();
  html.Open("html", {{"lang", "en"}});
  WriteHead(html, title);
  html.Open("body");
  html.Leaf("a", {{"class", "skip"}, {"href", "#main"}}, "To the account");
  WriteMasthead(html, title);
  WriteContents(html, run_);
  WriteControls(html, page);
  WriteMain(html, page);
  html.Leaf("footer", {},
            "A claim is put so that it stands alone; where the outlet prints "
            "other words, they are below it. Each leads to its place in the "
            "article.");
  html.Script(kPageScript);
  html.Close();
  html.Close();
  return html.Finish();
}

}  // namespace concord
