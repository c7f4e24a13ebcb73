#include "bench/drop_claims.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/article/article.h"
#include "engine/article/revisions.h"
#include "engine/base/limits.h"
#include "engine/claim/extract.h"
#include "engine/ingest/drop.h"

namespace concord {
namespace {

class DocumentSink : public DropSink {
 public:
  void OnDocument(Document document) override {
    documents.push_back(std::move(document));
  }
  void OnQuarantine(v1::Quarantine) override {}
  void OnWithdrawal(Document) override {}
  void OnSkipped(absl::string_view, uint64_t) override {}

  std::vector<Document> documents;
};

}  // namespace

std::vector<Document> DocumentsOf(const std::string& drop) {
  DocumentSink sink;
  if (!ReadDrops({drop}, Limits(), sink).ok()) return {};
  return std::move(sink.documents);
}

DropClaims ClaimsOf(const std::string& drop) {
  std::vector<v1::Article> articles;
  for (Document& document : DocumentsOf(drop)) {
    articles.push_back(BuildArticle(std::move(document)));
  }
  DropClaims all;
  for (v1::Article& article : SettleRevisions(std::move(articles)).articles) {
    if (!article.superseded_by().empty()) continue;
    for (v1::Claim& claim : ExtractClaims(article)) {
      all.claims.push_back(std::move(claim));
    }
    all.articles.push_back(std::move(article));
  }
  return all;
}

}  // namespace concord
