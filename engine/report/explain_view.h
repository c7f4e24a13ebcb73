// Everything that became of one claim, for whoever doubts it.

#ifndef CONCORD_ENGINE_REPORT_EXPLAIN_VIEW_H_
#define CONCORD_ENGINE_REPORT_EXPLAIN_VIEW_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/run_records.h"

namespace concord {

// Collects the records of a run of `reconcile` and, at Finish, writes what the
// run says of one claim: where it stands, every claim it was compared with, by
// which rules and on which bytes, what was doubted and why, and the sets it is
// in. Claims in the same words are compared once, so their relations are shown
// too. A view for people; all text of others passes through SafeText.
class ExplainView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  ExplainView(std::string claim_id, ByteSink& sink)
      : claim_id_(std::move(claim_id)), sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

  // Whether the run had the claim. To be asked after Finish.
  bool found() const { return found_; }

 private:
  void ShowClaim(const v1::Claim& claim);
  void ShowRelations(absl::string_view of);
  void ShowRelation(const v1::Relation& relation, absl::string_view of);
  void ShowEvidence(const v1::Relation& relation);
  void ShowSets();
  // The claim in whose words this one is, which has the relations of both; this
  // one where there is none.
  std::string CompareAs() const;
  std::string Where(absl::string_view claim_id) const;
  std::string WordsOfClaim(absl::string_view claim_id) const;
  std::string Bytes(absl::string_view claim_id, const v1::TextSpan& span) const;

  const std::string claim_id_;
  ByteSink& sink_;
  RunRecords run_;
  std::vector<v1::Relation> relations_;
  std::string out_;
  bool found_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_EXPLAIN_VIEW_H_
