#include "engine/article/revisions.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/revision_time.h"

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
  NumberRevisions(settled.articles);
  return settled;
}

}  // namespace concord
