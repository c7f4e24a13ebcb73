// What a drop changed, as a desk editor reads it on a terminal.

#ifndef CONCORD_ENGINE_REPORT_DELTA_VIEW_H_
#define CONCORD_ENGINE_REPORT_DELTA_VIEW_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

// Collects the records of an `ingest` and, at Finish, writes one screen: what
// came; new divergences, high ones first; what changed, was superseded or
// retracted; new agreements with their origins, those of one origin last; new
// claims that only one article makes; what was not read. What stood there
// before the drop and still stands is not said again. All article text passes
// through SafeText.
class DeltaView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  explicit DeltaView(ByteSink& sink) : sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  void Heading(absl::string_view title, size_t count);
  void ShowCounts();
  void ShowNewDivergences();
  void ShowMoved();
  void ShowNewAgreements();
  void ShowNewUniques();
  void ShowQuarantines();
  void ShowSides(const v1::Divergence& divergence);
  void ShowMembers(const v1::Agreement& agreement);
  void ShowClaim(const std::string& claim_id);

  ByteSink& sink_;
  std::string out_;
  absl::flat_hash_map<std::string, v1::Article> articles_;
  absl::flat_hash_map<std::string, v1::Claim> claims_;
  std::vector<v1::Agreement> agreements_;
  std::vector<v1::Divergence> divergences_;
  std::vector<v1::Unique> uniques_;
  std::vector<v1::Quarantine> quarantines_;
  size_t stories_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_DELTA_VIEW_H_
