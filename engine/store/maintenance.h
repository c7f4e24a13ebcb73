// What a store needs now and then.

#ifndef CONCORD_ENGINE_STORE_MAINTENANCE_H_
#define CONCORD_ENGINE_STORE_MAINTENANCE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/store/store.h"

namespace concord {

// Counts and sizes, a "name value" line each, for people and scripts.
absl::StatusOr<std::string> StoreStatsText(Store& store);

// Makes the derived index anew from the record, as one segment: where files are
// lost, damaged or of another scheme, or where there are many. Holds all claims
// in memory. REQUIRES: the store was opened to write.
absl::Status RebuildIndex(Store& store, int threads);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_MAINTENANCE_H_
