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
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/record.pb.h"
#include "engine/article/article.h"
#include "engine/article/language.h"
#include "engine/article/revision_time.h"
#include "engine/article/revisions.h"
#include "engine/article/withdrawals.h"
#include "engine/base/parallel.h"
#include "engine/base/status_macros.h"
#include "engine/claim/extract.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/pipeline/article_spool.h"
#include "engine/pipeline/header.h"
#include "engine/pipeline/quarantines.h"
#include "engine/pipeline/read_articles.h"
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

// Notes an article in another language than English, which is kept and not
// read.
void NoteForeign(const v1::Article& article,
                 std::vector<v1::Quarantine>& quarantines) {
  if (IsEnglish(article.language())) return;
  quarantines.push_back(QuarantineFor(
      article, v1::QUARANTINE_CODE_UNSUPPORTED,
      absl::StrCat(
          "the article is not in English (language: ", article.language(),
          "); it is kept and yields no sentences and no claims")));
}

// Turns documents into articles as they come, a batch on all threads at a time,
// so that no more than a batch of raw documents is held. Keeps the articles, or
// hands them to a spool.
class ArticleCollector : public DropSink {
 public:
  // `spool` is null where the articles are to be kept.
  ArticleCollector(const PipelineOptions& options, ArticleSpool* spool)
      : options_(options), spool_(spool) {}

  void OnDocument(Document document) override {
    batch_bytes_ += document.text.size();
    batch_.push_back(std::move(document));
    if (batch_.size() >= kBatchDocuments || batch_bytes_ >= kBatchBytes) {
      Flush();
    }
  }

  void OnWithdrawal(Document document) override {
    withdrawals_.push_back(BuildArticle(std::move(document)));
  }

  void OnQuarantine(v1::Quarantine quarantine) override {
    quarantines_.push_back(std::move(quarantine));
  }

  void OnSkipped(absl::string_view kind, uint64_t count) override {
    v1::Dropped& dropped = skipped_.emplace_back();
    dropped.set_cap(std::string(kind));
    dropped.set_count(count);
  }

  // What was passed over because it holds no article, sorted by kind.
  const std::vector<v1::Dropped>& skipped() const { return skipped_; }

  // The articles, each once, sorted by id. Call once, after the last document.
  // REQUIRES: no spool.
  std::vector<v1::Article> TakeArticles() {
    Flush();
    for (v1::Quarantine& quarantine :
         TakeOutWithdrawn(withdrawals_, articles_)) {
      quarantines_.push_back(std::move(quarantine));
    }
    SettledArticles settled = SettleRevisions(std::move(articles_));
    std::move(settled.quarantines.begin(), settled.quarantines.end(),
              std::back_inserter(quarantines_));
    for (const v1::Article& article : settled.articles) {
      NoteForeign(article, quarantines_);
    }
    return std::move(settled.articles);
  }

  // The same with what is in the spool.
  absl::Status SettleSpool() {
    Flush();
    CONCORD_RETURN_IF_ERROR(spool_status_);
    return spool_->Settle(withdrawals_, quarantines_);
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
    built_ += articles_.size() - first;
    if (options_.progress) options_.progress("read", built_, 0);
    if (spool_ == nullptr) return;
    for (const v1::Article& article : articles_) {
      if (spool_status_.ok()) spool_status_ = spool_->Add(article);
    }
    articles_.clear();
  }

  const PipelineOptions& options_;
  ArticleSpool* const spool_;
  absl::Status spool_status_;
  size_t built_ = 0;
  std::vector<Document> batch_;
  size_t batch_bytes_ = 0;
  std::vector<v1::Article> articles_;
  std::vector<v1::Article> withdrawals_;
  std::vector<v1::Quarantine> quarantines_;
  std::vector<v1::Dropped> skipped_;
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

// Articles in other languages take no part.
Reconciliation ReconcileAll(const std::vector<v1::Article>& articles,
                            std::vector<v1::Claim>& claims,
                            const PipelineOptions& options) {
  ReconcileOptions reconcile_options;
  reconcile_options.threads = options.threads;
  reconcile_options.outlets = options.outlets;
  reconcile_options.explain = options.explain;
  const auto is_read = [](const v1::Article& article) {
    return IsEnglish(article.language());
  };
  // Articles are many bytes: they are copied only where one must be left out.
  if (std::all_of(articles.begin(), articles.end(), is_read)) {
    return Reconcile(articles, absl::MakeSpan(claims), reconcile_options);
  }
  std::vector<v1::Article> read;
  std::copy_if(articles.begin(), articles.end(), std::back_inserter(read),
               is_read);
  return Reconcile(read, absl::MakeSpan(claims), reconcile_options);
}

// The settings that change the output of `verb`.
std::map<std::string, std::string> ParametersOf(
    DropVerb verb, const PipelineOptions& options) {
  std::map<std::string, std::string> parameters = ParametersOf(options.limits);
  if (verb == DropVerb::kReconcile && !options.outlets.outlets().empty()) {
    parameters["outlets"] = options.outlets.digest();
  }
  if (options.as_of) parameters["as_of"] = absl::StrCat(*options.as_of);
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

// What a cap kept out and what was skipped, sorted by name.
std::vector<v1::Dropped> DroppedBy(const Reconciliation& sets,
                                   const std::vector<v1::Dropped>& skipped) {
  const std::pair<const char*, uint64_t> caps[] = {
      {"candidates", sets.capped_candidates},
      {"postings", sets.capped_postings},
  };
  std::vector<v1::Dropped> dropped = skipped;
  for (const auto& [cap, count] : caps) {
    if (count == 0) continue;
    v1::Dropped& entry = dropped.emplace_back();
    entry.set_cap(cap);
    entry.set_count(count);
  }
  std::sort(dropped.begin(), dropped.end(),
            [](const auto& a, const auto& b) { return a.cap() < b.cap(); });
  return dropped;
}

void Tell(const PipelineOptions& options, absl::string_view stage,
          size_t done) {
  if (options.progress) options.progress(stage, done, 0);
}

absl::Status WriteArticle(v1::Article article, RecordSink& sink) {
  v1::Record record;
  *record.mutable_article() = std::move(article);
  return sink.Write(std::move(record));
}

// Runs the verbs that look at one article at a time: memory does not grow with
// the drop.
absl::StatusOr<RunSummary> RunByArticle(DropVerb verb,
                                        absl::Span<const std::string> drops,
                                        const PipelineOptions& options,
                                        RecordSink& sink) {
  ArticleSpool spool;
  ArticleCollector collector(options, &spool);
  CONCORD_RETURN_IF_ERROR(
      ReadDrops(drops, options.limits, collector, options.as_of));
  CONCORD_RETURN_IF_ERROR(collector.SettleSpool());
  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader(NameOf(verb), ParametersOf(verb, options))));
  std::vector<v1::Quarantine> quarantines = collector.TakeQuarantines();
  CONCORD_RETURN_IF_ERROR(spool.ForEach([&](v1::Article article) {
    NoteForeign(article, quarantines);
    return WriteArticle(std::move(article), sink);
  }));
  if (verb == DropVerb::kSegment) {
    CONCORD_RETURN_IF_ERROR(spool.ForEach([&](v1::Article article) {
      if (!IsEnglish(article.language())) return absl::OkStatus();
      std::vector<v1::Sentence> sentences = ArticleSentences(article);
      return WriteAll(sentences, &v1::Record::mutable_sentence, sink);
    }));
  }
  RunSummary summary;
  summary.read = spool.size();
  summary.quarantined = quarantines.size();
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(quarantines), sink));
  CONCORD_RETURN_IF_ERROR(sink.Finish(collector.skipped()));
  return summary;
}

}  // namespace

bool IsCurrent(const v1::Article& article) {
  return article.superseded_by().empty() && IsEnglish(article.language());
}

std::vector<v1::Claim> ClaimsOf(absl::Span<const v1::Article> articles,
                                const PipelineOptions& options) {
  std::vector<std::vector<v1::Claim>> by_article(articles.size());
  ParallelFor(articles.size(), options.threads, [&](size_t i) {
    if (IsCurrent(articles[i])) {
      by_article[i] = ExtractClaims(articles[i], options.limits);
    }
  });
  std::vector<v1::Claim> all;
  for (std::vector<v1::Claim>& claims : by_article) {
    std::move(claims.begin(), claims.end(), std::back_inserter(all));
  }
  return all;
}

absl::StatusOr<SettledArticles> ReadArticles(
    absl::Span<const std::string> drops, const PipelineOptions& options) {
  ArticleCollector collector(options, nullptr);
  CONCORD_RETURN_IF_ERROR(
      ReadDrops(drops, options.limits, collector, options.as_of));
  SettledArticles read;
  read.articles = collector.TakeArticles();
  read.quarantines = collector.TakeQuarantines();
  return read;
}

absl::StatusOr<RunSummary> RunDropVerb(DropVerb verb,
                                       absl::Span<const std::string> drops,
                                       const PipelineOptions& options,
                                       RecordSink& sink) {
  if (verb == DropVerb::kExtract || verb == DropVerb::kSegment) {
    return RunByArticle(verb, drops, options, sink);
  }
  ArticleCollector collector(options, nullptr);
  CONCORD_RETURN_IF_ERROR(
      ReadDrops(drops, options.limits, collector, options.as_of));
  std::vector<v1::Article> articles = collector.TakeArticles();
  std::vector<v1::Quarantine> quarantines = collector.TakeQuarantines();

  std::vector<v1::Claim> claims = ClaimsOf(articles, options);
  Tell(options, "claims", claims.size());
  Reconciliation sets;
  if (verb == DropVerb::kReconcile) {
    sets = ReconcileAll(articles, claims, options);
  }

  RunSummary summary;
  summary.read = articles.size();
  summary.quarantined = quarantines.size();
  summary.high_divergences = CountHigh(sets.divergences);
  CONCORD_RETURN_IF_ERROR(
      sink.Write(MakeHeader(NameOf(verb), ParametersOf(verb, options))));
  CONCORD_RETURN_IF_ERROR(
      WriteAll(articles, &v1::Record::mutable_article, sink));
  CONCORD_RETURN_IF_ERROR(WriteAll(claims, &v1::Record::mutable_claim, sink));
  CONCORD_RETURN_IF_ERROR(WriteSets(sets, sink));
  CONCORD_RETURN_IF_ERROR(WriteQuarantines(std::move(quarantines), sink));
  CONCORD_RETURN_IF_ERROR(sink.Finish(DroppedBy(sets, collector.skipped())));
  return summary;
}

}  // namespace concord
