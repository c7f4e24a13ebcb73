// The store as one record stream.

#ifndef CONCORD_ENGINE_STORE_EXPORT_H_
#define CONCORD_ENGINE_STORE_EXPORT_H_

#include "absl/status/status.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/store.h"

namespace concord {

// Writes everything of the record: what `reconcile` would write of all drops
// together, in the same order and under the same verb, but for quarantines and
// for what caps kept out. Every row is proved as it is read, and the streams'
// counts against the record's, so that a record of which something is lost is a
// DataLossError and not a shorter stream.
absl::Status Export(Store& store, RecordSink& sink);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_EXPORT_H_
