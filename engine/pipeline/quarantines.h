// What was not read, as the last records of a run.

#ifndef CONCORD_ENGINE_PIPELINE_QUARANTINES_H_
#define CONCORD_ENGINE_PIPELINE_QUARANTINES_H_

#include <vector>

#include "absl/status/status.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/record_sink.h"

namespace concord {

// Writes quarantines sorted by source, place and code, so that the order of
// input does not show.
absl::Status WriteQuarantines(std::vector<v1::Quarantine> quarantines,
                              RecordSink& sink);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_QUARANTINES_H_
