#include "engine/pipeline/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/article/article.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/quarantines.h"
#include "engine/pipeline/record_sink.h"

namespace concord {
namespace {

absl::string_view NameOf(DropVerb verb) {
  switch (verb) {
    case DropVerb::kExtract:
      return "extract";
    case DropVerb::kSegment:
      return "segment";
  }
  return "";
}

// Turns documents into articles as they come, a batch on all threads at a time,
// so that no more than a batch of raw documents is held.
class ArticleCollector : public DropSink {
 public:
  explicit ArticleCollector(const PipelineOptions& options)
      : options_(options) {}

  void OnDocument(Document document) override {
    batch_bytes_ += document.text.size();
    batch_.push_back(std::move(document));
    if (batch_.size() >= kBatchDocuments || batch_bytes_ >= kBatchBytes) {
      Flush();
    }
  }

  void OnQuarantine(v1::Quarantine quarantine) override {
    quarantines_.push_back(std::move(quarantine));
  }

  // The articles, sorted by id. Call once, after the last document.
  std::vector<v1::Article> TakeArticles() {
    Flush();
    std::sort(articles_.begin(), articles_.end(),
              [](const v1::Article& a, const v1::Article& b) {
                return a.article_id() < b.article_id();
              });
    return std::move(articles_);
  }

  std::vector<v1::Quarantine> TakeQuarantines() {
    return std::move(quarantines_);
  }

 private:
  static constexpr size_t kBatchDocuments = 1024;
  static constexpr size_t kBatchBytes = 32 << 20;

  void Flush() {
    const size_t first = articles_.size();
    articles_.resize(first + batch_.size());
    ParallelFor(batch_.size(), options_.threads, [&](size_t i) {
      articles_[first + i] = BuildArticle(std::move(batch_[i]));
    });
    batch_.clear();
    batch_bytes_ = 0;
    if (options_.progress) options_.progress("read", articles_.size(), 0);
  }

  const PipelineOptions& options_;
  std::vector<Document> batch_;
  size_t batch_bytes_ = 0;
  std::vector<v1::Article> articles_;
  std::vector<v1::Quarantine> quarantines_;
};

absl::Status WriteSentences(const std::vector<v1::Article>& articles,
                            RecordSink& sink) {
  for (const v1::Article& article : articles) {
    for (v1::Sentence& sentence : ArticleSentences(article)) {
      v1::Record record;
      *record.mutable_sentence() = std::move(sentence);
      CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RunSummary> RunDropVerb(DropVerb verb,
                                       absl::Span<const std::string> drops,
                                       const PipelineOptions& options,
                                       RecordSink& sink) {
  ArticleCollector collector(options);
  ReadDrops(drops, options.limits, collector);
  const std::vector<v1::Article> articles = collector.TakeArticles();
  std::vector<v1::Quarantine> quarantines = collector.TakeQuarantines();

  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader(NameOf(verb), ParametersOf(options.limits))));
  for (const v1::Article& article : articles) {
    v1::Record record;
    *record.mutable_article() = article;
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  if (verb == DropVerb::kSegment) {
    CONCORD_RETURN_IF_ERROR(WriteSentences(articles, sink));
  }
  RunSummary summary;
  summary.read = articles.size();
  summary.quarantined = quarantines.size();
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(quarantines), sink));
  CONCORD_RETURN_IF_ERROR(sink.Finish({}));
  return summary;
}

}  // namespace concord
