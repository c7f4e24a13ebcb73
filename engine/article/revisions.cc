#include "engine/article/revisions.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revision_time.h"
#include "engine/base/id.h"
#include "engine/base/span.h"

namespace concord {
namespace {

// Groups equal texts, the one to keep first; total but for articles that differ
// in nothing but metadata.
bool KeptBefore(const v1::Article& a, const v1::Article& b) {
  const auto key = [](const v1::Article& article) {
    return std::make_tuple(
        absl::string_view(article.article_id()),
        absl::string_view(article.text()), BeginOf(article.published()),
        BeginOf(article.modified()), absl::string_view(article.source().path()),
        article.source().record_offset(), absl::string_view(article.title()),
        absl::string_view(article.external_id()));
  };
  return key(a) < key(b);
}

v1::Quarantine RefuseSecond(const v1::Article& kept,
                            const v1::Article& second) {
  if (kept.text() == second.text()) {
    return QuarantineFor(
        second, v1::QUARANTINE_CODE_DUPLICATE,
        absl::StrCat("the same document with the same text as in ",
                     kept.source().path(), "; one is kept"));
  }
  return QuarantineFor(
      second, v1::QUARANTINE_CODE_ID_CLASH,
      absl::StrCat("another text has the same id ", kept.article_id(),
                   "; it is left out: change a byte of it, or its address"));
}

// Shorter bodies, in bytes, may be the same by chance: "Read more below."
constexpr size_t kLeastBody = 200;

// Document, title and body of an article as one id; empty where it may not be
// taken for a copy.
std::string CopyKey(const v1::Article& article) {
  std::string body;
  for (const v1::Section& section : article.sections()) {
    if (section.kind() != v1::SECTION_KIND_BODY) continue;
    absl::StrAppend(&body,
                    Slice(article.text(), {section.span().begin_byte(),
                                           section.span().end_byte()}),
                    "\n");
  }
  if (body.size() < kLeastBody) return "";
  return IdBuilder("copy")
      .Add(article.document_id())
      .Add(article.title())
      .Add(body)
      .Hex();
}

bool PublishedBefore(const v1::Article& a, const v1::Article& b) {
  const auto key = [](const v1::Article& article) {
    return std::make_tuple(BeginOf(article.published()),
                           absl::string_view(article.uri()),
                           absl::string_view(article.article_id()));
  };
  return key(a) < key(b);
}

// Leaves out pages that bear the same article again; keeps the order of the
// rest.
void DropCopies(SettledArticles& settled) {
  absl::flat_hash_map<std::string, size_t> kept;
  std::vector<std::string> keys;
  for (size_t i = 0; i < settled.articles.size(); ++i) {
    keys.push_back(CopyKey(settled.articles[i]));
    if (keys[i].empty()) continue;
    size_t& first = kept.try_emplace(keys[i], i).first->second;
    if (PublishedBefore(settled.articles[i], settled.articles[first])) {
      first = i;
    }
  }
  std::vector<v1::Article> rest;
  for (size_t i = 0; i < settled.articles.size(); ++i) {
    const v1::Article& article = settled.articles[i];
    const size_t first = keys[i].empty() ? i : kept[keys[i]];
    if (first == i) continue;
    settled.quarantines.push_back(QuarantineFor(
        article, v1::QUARANTINE_CODE_DUPLICATE,
        absl::StrCat("the same article as in ",
                     settled.articles[first].source().path(),
                     ", with another page around it; one is kept")));
  }
  for (size_t i = 0; i < settled.articles.size(); ++i) {
    if (!keys[i].empty() && kept[keys[i]] != i) continue;
    rest.push_back(std::move(settled.articles[i]));
  }
  settled.articles = std::move(rest);
}

void NumberRevisions(std::vector<v1::Article>& articles) {
  std::vector<v1::Article*> order;
  for (v1::Article& article : articles) order.push_back(&article);
  const auto key = [](const v1::Article* article) {
    return std::make_tuple(absl::string_view(article->document_id()),
                           RevisedAt(*article),
                           absl::string_view(article->article_id()));
  };
  std::sort(order.begin(), order.end(),
            [&](const auto* a, const auto* b) { return key(a) < key(b); });
  for (size_t first = 0, end = 0; first < order.size(); first = end) {
    const std::string& document = order[first]->document_id();
    while (end < order.size() && order[end]->document_id() == document) ++end;
    for (size_t i = first; i < end; ++i) {
      order[i]->set_revision(static_cast<uint32_t>(i - first + 1));
      order[i]->clear_superseded_by();
      if (i + 1 < end) {
        order[i]->set_superseded_by(order[end - 1]->article_id());
      }
    }
  }
}

}  // namespace

SettledArticles SettleRevisions(std::vector<v1::Article> articles) {
  std::sort(articles.begin(), articles.end(), KeptBefore);
  SettledArticles settled;
  for (v1::Article& article : articles) {
    if (!settled.articles.empty() &&
        settled.articles.back().article_id() == article.article_id()) {
      settled.quarantines.push_back(
          RefuseSecond(settled.articles.back(), article));
    } else {
      settled.articles.push_back(std::move(article));
    }
  }
  DropCopies(settled);
  NumberRevisions(settled.articles);
  return settled;
}

}  // namespace concord
