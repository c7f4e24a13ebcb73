// A run as an editor reads it on a terminal.

#ifndef CONCORD_ENGINE_REPORT_TEXT_VIEW_H_
#define CONCORD_ENGINE_REPORT_TEXT_VIEW_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/ink.h"
#include "engine/report/run_records.h"

namespace concord {

// Collects the records of a run and, at Finish, writes what fits its verb: for
// `reconcile` the account of text_account.h. All text of others passes through
// SafeText.
//
// The view is for people and may change; programs read the records.
class TextView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it. `why` makes `extract` tell what
  // told each part of an article.
  explicit TextView(ByteSink& sink, Ink ink = Ink::Plain(), bool why = false)
      : sink_(sink), ink_(ink), why_(why) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  // One view each; they append to out_.
  void ShowSentences();
  void ShowClaims();
  void ShowClusters();
  void ShowComparisons();
  void ShowClaim(const v1::Claim& claim);

  ByteSink& sink_;
  const Ink ink_;
  const bool why_;
  std::string out_;
  v1::Header header_;
  RunRecords run_;
  std::vector<v1::Sentence> sentences_;
  std::vector<v1::Cluster> clusters_;
  std::vector<v1::Comparison> comparisons_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_TEXT_VIEW_H_
