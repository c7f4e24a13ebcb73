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
// spreadsheet would run as a formula (CWE-1236). What begins with a quotation
// mark, at which a spreadsheet would read on to the next one, stands in
// quotation marks, its own doubled, as RFC 4180 has it.
std::string TsvCell(absl::string_view text);

// Collects the records of `reconcile` and, at Finish, writes a heading and one
// line a claim: its set, that to be read first where it is in several (the
// others are in `also_in`), and the side of a divergence it is on. Sets stand
// together, divergences first; claims in none stand last, as what they are:
// undecided, repeated, alone or related.
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
