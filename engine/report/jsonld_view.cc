#include "engine/report/jsonld_view.h"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/report/first_told.h"
#include "engine/report/reading_order.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

// A JSON string.
std::string Quoted(absl::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<') {
      absl::StrAppendFormat(&out, "\\u%04x", static_cast<unsigned>(c));
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

std::string Urn(absl::string_view kind, absl::string_view id) {
  return Quoted(absl::StrCat("urn:concord:", kind, ":", id));
}

std::string ReferenceTo(const v1::Article& article) {
  return absl::StrCat("{\"@id\":", Urn("article", article.article_id()), "}");
}

// A Date of schema.org, or a DateTime where the minute and the zone are known.
std::string DateOf(const v1::TimeInterval& time) {
  std::string date = TimeOf(time);
  if (date.size() <= 10) return date;
  if (!time.zone_known()) return date.substr(0, 10);
  date[10] = 'T';
  return absl::StrCat(date, "Z");
}

std::string ArticleNode(const v1::Article& article) {
  std::string node = absl::StrCat("{\"@type\":\"NewsArticle\",\"@id\":",
                                  Urn("article", article.article_id()));
  const auto add = [&node](absl::string_view key, absl::string_view value) {
    if (!value.empty()) {
      absl::StrAppend(&node, ",\"", key, "\":", Quoted(value));
    }
  };
  add("headline", article.title());
  const bool on_the_web = absl::StartsWith(article.uri(), "https://") ||
                          absl::StartsWith(article.uri(), "http://");
  add("url", on_the_web ? article.uri() : "");
  add("inLanguage", article.language());
  add("datePublished", DateOf(article.published()));
  add("dateModified", DateOf(article.modified()));
  absl::StrAppend(&node, ",\"publisher\":{\"@type\":\"Organization\",\"name\":",
                  Quoted(OutletOf(article)), "}}");
  return node;
}

// Writes the graph's nodes, parted by commas.
class Graph {
 public:
  Graph(const RunRecords& run, ByteSink& sink) : run_(run), sink_(sink) {}

  void Add(absl::string_view node) {
    if (status_.ok()) status_ = sink_.Append(absl::StrCat(comma_, node));
    comma_ = ",\n";
  }

  // The matter of `claim_ids` as one Claim, in the words of the earliest, and
  // those words; nullptr where none of the claims is in the run.
  template <typename Ids>
  const std::string* AddClaim(absl::string_view urn, const Ids& claim_ids) {
    const std::vector<size_t> claims = ClaimIndices(run_, claim_ids);
    if (claims.empty()) return nullptr;
    std::set<size_t> articles;
    for (const size_t claim : claims) {
      const size_t at = run_.ArticleIndex(run_.claims[claim].article_id());
      if (at != RunRecords::kNone) articles.insert(at);
    }
    const size_t first = WordingsOf(run_, claims).groups.front().front();
    const std::string& words = run_.claims[first].text();
    Add(absl::StrCat("{\"@type\":\"Claim\",\"@id\":", urn, ",\"text\":",
                     Quoted(words), AppearancesOf(articles), "}"));
    return &words;
  }

  const absl::Status& status() const { return status_; }

 private:
  std::string AppearancesOf(const std::set<size_t>& articles) const {
    std::string out = ",\"appearance\":[";
    absl::StrAppend(
        &out, absl::StrJoin(articles, ",", [this](std::string* to, size_t i) {
          absl::StrAppend(to, ReferenceTo(run_.articles[i]));
        }));
    absl::StrAppend(&out, "]");
    if (const size_t first = SurelyFirst(articles);
        first != RunRecords::kNone) {
      absl::StrAppend(
          &out, ",\"firstAppearance\":", ReferenceTo(run_.articles[first]));
    }
    return out;
  }

  // The one whose time ends before that of every other begins.
  size_t SurelyFirst(const std::set<size_t>& articles) const {
    size_t first = RunRecords::kNone;
    for (const size_t i : articles) {
      if (!TimeAt(i).has_begin()) return RunRecords::kNone;
      if (first == RunRecords::kNone ||
          LatestEnd(TimeAt(i)) < LatestEnd(TimeAt(first))) {
        first = i;
      }
    }
    for (const size_t i : articles) {
      const bool later =
          i == first || EarliestSecond(TimeAt(i)) >= LatestEnd(TimeAt(first));
      if (!later) return RunRecords::kNone;
    }
    return first;
  }

  const v1::TimeInterval& TimeAt(size_t article) const {
    return run_.articles[article].published();
  }

  const RunRecords& run_;
  ByteSink& sink_;
  absl::string_view comma_;
  absl::Status status_;
};

void AddDivergence(const v1::Divergence& divergence, Graph& graph) {
  for (int i = 0; i < divergence.sides_size(); ++i) {
    const std::string id = absl::StrCat(divergence.divergence_id(), ":", i);
    const std::string claim = Urn("claim", id);
    const std::string* const words =
        graph.AddClaim(claim, divergence.sides(i).claim_ids());
    if (words == nullptr) continue;
    graph.Add(absl::StrCat(
        "{\"@type\":\"ClaimReview\",\"@id\":", Urn("review", id),
        ",\"claimReviewed\":", Quoted(*words), ",\"itemReviewed\":{\"@id\":",
        claim, "},\"creativeWorkStatus\":\"Draft\"}"));
  }
}

}  // namespace

absl::Status JsonLdView::Write(v1::Record record) {
  run_.Add(std::move(record));
  return absl::OkStatus();
}

absl::Status JsonLdView::Finish(const std::vector<v1::Dropped>&) {
  CONCORD_RETURN_IF_ERROR(
      sink_.Append("{\"@context\":\"https://schema.org\",\"@graph\":[\n"));
  Graph graph(run_, sink_);
  for (const v1::Article& article : run_.articles) {
    graph.Add(ArticleNode(article));
  }
  for (const v1::Divergence& divergence : run_.divergences) {
    if (!divergence.apparent()) AddDivergence(divergence, graph);
  }
  for (const v1::Agreement& agreement : run_.agreements) {
    graph.AddClaim(Urn("claim", agreement.agreement_id()),
                   agreement.claim_ids());
  }
  for (const v1::Unique& unique : run_.uniques) {
    graph.AddClaim(Urn("claim", unique.claim_id()),
                   std::vector<std::string>{unique.claim_id()});
  }
  CONCORD_RETURN_IF_ERROR(graph.status());
  return sink_.Append("\n]}\n");
}

}  // namespace concord
