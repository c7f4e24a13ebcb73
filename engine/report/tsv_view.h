// A run as a table for spreadsheets.

#ifndef CONCORD_ENGINE_REPORT_TSV_VIEW_H_
#define CONCORD_ENGINE_REPORT_TSV_VIEW_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/run_records.h"

namespace concord {

// `text` as one cell: on one line, and with an apostrophe before what a
// spreadsheet would run as a formula (CWE-1236).
std::string TsvCell(absl::string_view text);

// Collects the records of `reconcile` and, at Finish, writes a heading and a
// line for each claim of each set: divergences by side, agreements, unique
// claims.
class TsvView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  explicit TsvView(ByteSink& sink) : sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  ByteSink& sink_;
  RunRecords run_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_TSV_VIEW_H_
