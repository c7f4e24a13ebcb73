// A store: everything ever ingested, in a folder.
//
//   record.db         the record, an SQLite database (schema.sql)
//   segments/         the derived index, made from the record (FORMAT.md)
//   LOCK              held by the one writer
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(auto store,
//                            Store::Open("state", {.write = true}));
//   CONCORD_ASSIGN_OR_RETURN(
//       IngestSummary summary,
//       Ingest(*store, {"drop/"}, IngestOptions{}, sink));
//
// Promises: a drop is in the store whole or not at all, after any crash; it is
// there when Ingest has returned OK. Readers are never blocked and see one
// state throughout. There is one writer at a time.

#ifndef CONCORD_ENGINE_STORE_STORE_H_
#define CONCORD_ENGINE_STORE_STORE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/store/database.h"
#include "engine/store/derived_index.h"
#include "engine/store/record.h"
#include "engine/store/writer_lock.h"

namespace concord {

struct StoreOptions {
  bool write = false;
  bool create = false;  // with `write`: make the store where there is none
  std::string vfs{};    // of SQLite; for tests that break it
};

// An open store. Not safe for use from two threads at once: each opens its own.
class Store {
 public:
  // Errors: NotFound where there is no store; Aborted where `write` and another
  // writer has it, with its process id; FailedPrecondition where it was made by
  // a version or with settings that cannot be gone on with; DataLoss where it
  // is damaged; PermissionDenied, ResourceExhausted, Unavailable for trouble
  // with files.
  static absl::StatusOr<std::unique_ptr<Store>> Open(
      const std::string& folder, const StoreOptions& options);

  const std::string& folder() const { return folder_; }
  std::string segments_folder() const { return folder_ + "/segments"; }
  Database& database() { return *database_; }
  Record& record() { return record_; }

  // The derived index of the state that the open transaction sees; of now where
  // none is open.
  absl::StatusOr<DerivedIndex> OpenIndex();

  // Removes files of segments that the record does not name: what a crash left,
  // or a merge replaced. Only for the writer, outside a transaction.
  absl::Status RemoveStrayFiles();

 private:
  Store(std::string folder, std::unique_ptr<WriterLock> lock,
        std::unique_ptr<Database> database)
      : folder_(std::move(folder)),
        lock_(std::move(lock)),
        database_(std::move(database)),
        record_(*database_) {}

  absl::Status Initialize();
  absl::Status CheckVersion();

  const std::string folder_;
  const std::unique_ptr<WriterLock> lock_;  // null for a reader
  const std::unique_ptr<Database> database_;
  Record record_;
};

// Called at the named steps of a writer; for tests that kill it there.
using StepHook = void (*)(const char* step);
extern StepHook store_step_hook;
inline void AtStep(const char* step) {
  if (store_step_hook != nullptr) store_step_hook(step);
}

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_STORE_H_
