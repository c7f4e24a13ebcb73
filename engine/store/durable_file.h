// Files that are there whole or not at all, after any crash.

#ifndef CONCORD_ENGINE_STORE_DURABLE_FILE_H_
#define CONCORD_ENGINE_STORE_DURABLE_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace concord {

// Writes a file beside its place, syncs it and renames it into place. The name
// is durable after SyncFolder. Errors: ResourceExhausted where the disk is
// full, PermissionDenied, Unavailable; what was half written is removed.
absl::Status WriteDurably(const std::string& path, absl::string_view bytes);

// Makes the names in a folder durable.
absl::Status SyncFolder(const std::string& folder);

// The status for errno after an operation on `path`.
absl::Status FileFailure(const std::string& path, absl::string_view operation);

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DURABLE_FILE_H_
