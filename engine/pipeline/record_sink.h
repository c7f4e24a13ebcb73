// Where records go: a stream being written, or a view being drawn.

#ifndef CONCORD_ENGINE_PIPELINE_RECORD_SINK_H_
#define CONCORD_ENGINE_PIPELINE_RECORD_SINK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/pipeline/byte_sink.h"
#include "engine/pipeline/record_format.h"

namespace concord {

// Takes the records of one run, in the order of the fields of Record.
class RecordSink {
 public:
  virtual ~RecordSink() = default;

  // Takes the next record: never a trailer, which Finish makes.
  virtual absl::Status Write(v1::Record record) = 0;

  // Ends the run. `dropped` says what caps kept out.
  virtual absl::Status Finish(const std::vector<v1::Dropped>& dropped) = 0;
};

// Writes a stream, its trailer included: counts and a digest of
// the whole.
//
// Example:
//   RecordWriter writer(RecordFormat::kPbs, sink);
//   CONCORD_RETURN_IF_ERROR(writer.Write(header));
//   ...
//   CONCORD_RETURN_IF_ERROR(writer.Finish({}));
class RecordWriter : public RecordSink {
 public:
  // Does not own `sink`, which must outlive it.
  RecordWriter(RecordFormat format, ByteSink& sink);

  // An InternalError where the kinds do not come in order.
  absl::Status Write(v1::Record record) override;
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override;

 private:
  absl::Status Emit(const v1::Record& record);

  RecordFormat format_;
  ByteSink& sink_;
  RunningDigest digest_;
  int last_kind_ = 0;
  std::vector<uint32_t> counts_;  // by field number of Record
};

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_RECORD_SINK_H_
