#include "engine/report/html_view.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "engine/report/html_parts.h"
#include "engine/report/html_writer.h"
#include "engine/report/page_assets.h"
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

size_t CountOutlets(const RunRecords& run) {
  std::set<absl::string_view> outlets;
  for (const v1::Article& article : run.articles) {
    outlets.insert(OutletOf(article));
  }
  return outlets.size();
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

void WriteMasthead(HtmlWriter& html, const RunRecords& run,
                   absl::string_view title) {
  html.Open("header", {{"class", "masthead"}});
  html.Leaf("p", {{"class", "name"}}, "Concord");
  html.Leaf("h1", {}, title);
  html.Leaf(
      "p", {{"class", "standfirst"}},
      absl::StrCat(
          "Read: ", Plural(run.articles.size(), "article", "articles"), " on ",
          Plural(run.stories.size(), "story", "stories"), ", ",
          Plural(run.claims.size(), "claim", "claims"),
          ". Not read, or not as "
          "it stood: ",
          run.quarantines.size(),
          ". Who said what, and how the accounts fit; not what is true."));
  html.Close();
}

void WriteContents(HtmlWriter& html, const RunRecords& run) {
  const size_t apparent = static_cast<size_t>(
      std::count_if(run.divergences.begin(), run.divergences.end(),
                    [](const auto& d) { return d.apparent(); }));
  const std::pair<absl::string_view, std::string> parts[] = {
      {"divergences",
       Plural(run.divergences.size() - apparent, "divergence", "divergences")},
      {"agreements", Plural(run.agreements.size(), "agreement", "agreements")},
      {"unique", "Only one says"},
      {"first", "First"},
      {"outlets", "Outlets"},
      {"articles", "Articles"}};
  html.Open("nav", {{"aria-label", "Parts of the report"}});
  for (const auto& [id, words] : parts) {
    html.Leaf("a", {{"href", absl::StrCat("#", id)}}, words);
  }
  html.Close();
}

// Shown by the script, without which they could do nothing.
void WriteControls(HtmlWriter& html, const RunRecords& run) {
  html.Open("form", {{"class", "controls"},
                     {"role", "search"},
                     {"hidden", ""},
                     {"id", "controls"}});
  html.Void("input", {{"type", "search"},
                      {"id", "search"},
                      {"placeholder", "Search ( / )"},
                      {"aria-label", "Search claims"}});
  html.Open("select", {{"id", "outlet"}, {"aria-label", "Outlet"}});
  html.Leaf("option", {{"value", ""}}, "All outlets");
  std::set<absl::string_view> outlets;
  for (const v1::Article& article : run.articles) {
    outlets.insert(OutletOf(article));
  }
  for (const absl::string_view outlet : outlets)
    html.Leaf("option", {}, outlet);
  html.Close();
  html.Open("select", {{"id", "severity"}, {"aria-label", "Severity"}});
  html.Leaf("option", {{"value", ""}}, "All severities");
  for (const absl::string_view words : {"high", "medium", "low"}) {
    html.Leaf("option", {}, words);
  }
  html.Close();
  html.Leaf("output", {{"id", "found"}, {"aria-live", "polite"}}, "");
  html.Leaf("small", {}, "j, k: next, last");
  html.Close();
}

void WriteMain(HtmlWriter& html, const PageContext& page) {
  html.Open("main", {{"id", "main"}});
  WriteDivergences(html, page, /*apparent=*/false);
  WriteAgreements(html, page);
  WriteUniques(html, page);
  WriteTimeline(html, page);
  WriteOutlets(html, page);
  WriteUnsure(html, page);
  WriteDivergences(html, page, /*apparent=*/true);
  WriteArticles(html, page);
  WriteNotRead(html, page);
  html.Close();
}

// Claims of `ids` that are in no set yet are in the one at `anchor`.
template <typename Ids>
void Assign(const RunRecords& run, const Ids& ids, const std::string& anchor,
            std::vector<std::string>& sets) {
  for (const std::string& id : ids) {
    const size_t claim = run.ClaimIndex(id);
    if (claim != RunRecords::kNone && sets[claim].empty()) {
      sets[claim] = anchor;
    }
  }
}

}  // namespace

std::string Anchor(char kind, size_t index) {
  return absl::StrCat(std::string(1, kind), index);
}

PageContext::PageContext(const RunRecords& records)
    : run(records), set_of_claim(records.claims.size()) {
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

const v1::Article& PageContext::ArticleOf(const v1::Claim& claim) const {
  const size_t index = run.ArticleIndex(claim.article_id());
  return index == RunRecords::kNone ? v1::Article::default_instance()
                                    : run.articles[index];
}

void OpenPart(HtmlWriter& html, HtmlAttribute id, absl::string_view title,
              size_t count, absl::string_view note) {
  html.Open("section", {std::move(id)});
  html.Open("h2");
  html.Text(title);
  html.Text(" ");
  html.Leaf("span", {{"class", "count"}}, absl::StrCat(count));
  html.Close();
  if (!note.empty()) html.Leaf("p", {{"class", "note"}}, note);
}

absl::Status HtmlView::Write(v1::Record record) {
  run_.Add(std::move(record));
  return absl::OkStatus();
}

absl::Status HtmlView::Finish(const std::vector<v1::Dropped>& dropped) {
  HtmlWriter html(sink_);
  const PageContext page(run_);
  const std::string title = absl::StrCat(
      "What ", Plural(CountOutlets(run_), "outlet says", "outlets say"));
  html.Doctype();
  html.Open("html", {{"lang", "en"}});
  WriteHead(html, title);
  html.Open("body");
  html.Leaf("a", {{"class", "skip"}, {"href", "#main"}}, "To the account");
  WriteMasthead(html, run_, title);
  WriteContents(html, run_);
  WriteControls(html, run_);
  WriteMain(html, page);
  html.Open("footer");
  for (const v1::Dropped& cap : dropped) {
    html.Leaf("p", {},
              absl::StrCat("Left out by ", cap.cap(), ": ", cap.count()));
  }
  html.Leaf("p", {}, "Indented quotations are the outlets’ words.");
  html.Close();
  html.Script(kPageScript);
  html.Close();
  html.Close();
  return html.Finish();
}

}  // namespace concord
