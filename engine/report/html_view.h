// A run as one web page that an editor reads from top to bottom.

#ifndef CONCORD_ENGINE_REPORT_HTML_VIEW_H_
#define CONCORD_ENGINE_REPORT_HTML_VIEW_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/run_records.h"

namespace concord {

// Collects the records of `reconcile` and, at Finish, writes the page: what was
// read and what was not; divergences, highest severity first, their sides
// beside each other; what has changed; agreements with who stands behind them,
// those on one origin apart; unique claims by outlet; who was first; who agrees
// with whom; what is left to review; the articles with their claims marked.
//
// The page is one file that loads nothing: its content security policy admits
// its own style and script, by their digests, and nothing else. All text goes
// through HtmlWriter. It takes memory for the records and time linear in them.
class HtmlView : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  explicit HtmlView(ByteSink& sink) : sink_(sink) {}

  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  ByteSink& sink_;
  RunRecords run_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_HTML_VIEW_H_
