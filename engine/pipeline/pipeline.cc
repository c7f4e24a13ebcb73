#include "engine/pipeline/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/article/article.h"
#include "engine/article/revisions.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/claim/extract.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/quarantines.h"
#include "engine/pipeline/record_sink.h"
#include "engine/reconcile/reconcile.h"

namespace concord {
namespace {

absl::string_view NameOf(DropVerb verb) {
  switch (verb) {
    case DropVerb::kExtract:
      return "extract";
    case DropVerb::kSegment:
      return "segment";
    case DropVerb::kClaims:
      return "claims";
    case DropVerb::kReconcile:
      return "reconcile";
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

  // The articles, each once, sorted by id. Call once, after the last document.
  std::vector<v1::Article> TakeArticles() {
    Flush();
    SettledArticles settled = SettleRevisions(std::move(articles_));
    std::move(settled.quarantines.begin(), settled.quarantines.end(),
              std::back_inserter(quarantines_));
    return std::move(settled.articles);
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

// Writes messages of one kind: `field` is the setter of Record.
template <typename Message>
absl::Status WriteAll(std::vector<Message>& messages,
                      Message* (v1::Record::*field)(), RecordSink& sink) {
  for (Message& message : messages) {
    v1::Record record;
    *(record.*field)() = std::move(message);
    CONCORD_RETURN_IF_ERROR(sink.Write(std::move(record)));
  }
  return absl::OkStatus();
}

// The sentences of all articles, in their order.
std::vector<v1::Sentence> SentencesOf(
    const std::vector<v1::Article>& articles) {
  std::vector<v1::Sentence> all;
  for (const v1::Article& article : articles) {
    for (v1::Sentence& sentence : ArticleSentences(article)) {
      all.push_back(std::move(sentence));
    }
  }
  return all;
}

// The claims of the articles that are not superseded, in their order.
std::vector<v1::Claim> ClaimsOf(const std::vector<v1::Article>& articles,
                                const PipelineOptions& options) {
  std::vector<std::vector<v1::Claim>> by_article(articles.size());
  ParallelFor(articles.size(), options.threads, [&](size_t i) {
    if (articles[i].superseded_by().empty()) {
      by_article[i] = ExtractClaims(articles[i], options.limits);
    }
  });
  std::vector<v1::Claim> all;
  for (std::vector<v1::Claim>& claims : by_article) {
    std::move(claims.begin(), claims.end(), std::back_inserter(all));
  }
  return all;
}

Reconciliation ReconcileAll(const std::vector<v1::Article>& articles,
                            std::vector<v1::Claim>& claims,
                            const PipelineOptions& options) {
  ReconcileOptions reconcile_options;
  reconcile_options.threads = options.threads;
  reconcile_options.outlets = options.outlets;
  return Reconcile(articles, absl::MakeSpan(claims), reconcile_options);
}

// The settings that change the output of `verb`.
std::map<std::string, std::string> ParametersOf(
    DropVerb verb, const PipelineOptions& options) {
  std::map<std::string, std::string> parameters = ParametersOf(options.limits);
  if (verb == DropVerb::kReconcile && !options.outlets.outlets().empty()) {
    parameters["outlets"] = options.outlets.digest();
  }
  return parameters;
}

absl::Status WriteSets(Reconciliation& sets, RecordSink& sink) {
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sets.clusters, &v1::Record::mutable_cluster, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sets.stories, &v1::Record::mutable_story, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sets.relations, &v1::Record::mutable_relation, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sets.agreements, &v1::Record::mutable_agreement, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sets.divergences, &v1::Record::mutable_divergence, sink));
  return WriteAll(sets.uniques, &v1::Record::mutable_unique, sink);
}

size_t CountHigh(const std::vector<v1::Divergence>& divergences) {
  return static_cast<size_t>(std::count_if(
      divergences.begin(), divergences.end(), [](const v1::Divergence& d) {
        return d.severity() == v1::SEVERITY_HIGH && !d.apparent();
      }));
}

std::vector<v1::Dropped> DroppedBy(const Reconciliation& sets) {
  const std::pair<const char*, uint64_t> caps[] = {
      {"candidates", sets.capped_candidates},
      {"postings", sets.capped_postings},
  };
  std::vector<v1::Dropped> dropped;
  for (const auto& [cap, count] : caps) {
    if (count == 0) continue;
    v1::Dropped& entry = dropped.emplace_back();
    entry.set_cap(cap);
    entry.set_count(count);
  }
  return dropped;
}

void Tell(const PipelineOptions& options, absl::string_view stage,
          size_t done) {
  if (options.progress) options.progress(stage, done, 0);
}

}  // namespace

absl::StatusOr<RunSummary> RunDropVerb(DropVerb verb,
                                       absl::Span<const std::string> drops,
                                       const PipelineOptions& options,
                                       RecordSink& sink) {
  ArticleCollector collector(options);
  CONCORD_RETURN_IF_ERROR(ReadDrops(drops, options.limits, collector));
  std::vector<v1::Article> articles = collector.TakeArticles();
  std::vector<v1::Quarantine> quarantines = collector.TakeQuarantines();

  std::vector<v1::Claim> claims;
  Reconciliation sets;
  if (verb >= DropVerb::kClaims) {
    claims = ClaimsOf(articles, options);
    Tell(options, "claims", claims.size());
  }
  if (verb == DropVerb::kReconcile) {
    sets = ReconcileAll(articles, claims, options);
  }

  RunSummary summary;
  summary.read = articles.size();
  summary.quarantined = quarantines.size();
  summary.high_divergences = CountHigh(sets.divergences);
  std::vector<v1::Sentence> sentences;
  if (verb == DropVerb::kSegment) sentences = SentencesOf(articles);

  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader(NameOf(verb), ParametersOf(verb, options))));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(articles, &v1::Record::mutable_article, sink));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(sentences, &v1::Record::mutable_sentence, sink));
  CONCORD_RETURN_IF_ERROR(WriteAll(claims, &v1::Record::mutable_claim, sink));
  CONCORD_RETURN_IF_ERROR(WriteSets(sets, sink));
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(quarantines), sink));
  CONCORD_RETURN_IF_ERROR(sink.Finish(DroppedBy(sets)));
  return summary;
}

}  // namespace concord
