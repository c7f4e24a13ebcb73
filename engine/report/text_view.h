// A run as an editor reads it on a terminal.

#ifndef CONCORD_ENGINE_REPORT_TEXT_VIEW_H_
#define CONCORD_ENGINE_REPORT_TEXT_VIEW_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

// Collects the records of a run and, at Finish, writes what fits its verb. For
// `reconcile`: what was read; divergences, highest severity first, with each
// side's words; agreements with who stands behind them; unique claims by
// outlet; what is left to review; what was not read. All article text passes
// through SafeText.
//
// The view is for people and may change; programs read the records.
class TextView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  explicit TextView(ByteSink& sink) : sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  // One part of a view each; they append to out_.
  void ShowArticles();
  void ShowSentences();
  void ShowClaims();
  void ShowAccount();
  void ShowClusters();
  void ShowComparisons();
  void ShowQuarantines();

  void ShowCounts();
  void ShowDivergences(bool apparent);
  void ShowDivergence(const v1::Divergence& divergence);
  void ShowAgreements();
  void ShowUniques();
  void ShowUnsure();
  void ShowClaim(const v1::Claim& claim);
  void Heading(absl::string_view title, size_t count);

  // "Harbour Post, 2026-03-04" of the article that makes the claim.
  std::string Where(const std::string& claim_id) const;
  const std::string& Words(const std::string& claim_id) const;

  ByteSink& sink_;
  std::string out_;
  v1::Header header_;
  std::vector<v1::Article> articles_;
  std::vector<v1::Sentence> sentences_;
  std::vector<v1::Claim> claims_;
  std::vector<v1::Cluster> clusters_;
  std::vector<v1::Relation> relations_;
  std::vector<v1::Agreement> agreements_;
  std::vector<v1::Divergence> divergences_;
  std::vector<v1::Unique> uniques_;
  std::vector<v1::Comparison> comparisons_;
  std::vector<v1::Quarantine> quarantines_;
  size_t stories_ = 0;
  absl::flat_hash_map<std::string, size_t> article_index_, claim_index_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_TEXT_VIEW_H_
