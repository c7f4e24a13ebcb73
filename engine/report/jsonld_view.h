// A run as schema.org JSON-LD, for fact-checkers' tools.

#ifndef CONCORD_ENGINE_REPORT_JSONLD_VIEW_H_
#define CONCORD_ENGINE_REPORT_JSONLD_VIEW_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/run_records.h"

namespace concord {

// Collects the records of `reconcile` and, at Finish, writes one JSON-LD graph:
//   NewsArticle   each article
//   Claim         each agreement, each side of a divergence, each unique claim,
//                 with where it appears, and where first if that is sure
//   ClaimReview   a draft for each side of a divergence, without a rating:
//                 Concord gives none
// `<` is escaped, so that the graph may stand in a page's script element.
class JsonLdView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  explicit JsonLdView(ByteSink& sink) : sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  ByteSink& sink_;
  RunRecords run_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_JSONLD_VIEW_H_
