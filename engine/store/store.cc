#include "engine/store/store.h"

#include <sys/stat.h>
#include <sys/vfs.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/base/status_macros.h"
#include "engine/cluster/cluster.h"
#include "engine/pipeline/header.h"
#include "engine/store/database.h"
#include "engine/store/durable_file.h"
#include "engine/store/schema.h"
#include "engine/store/writer_lock.h"

namespace concord {

StepHook store_step_hook = nullptr;

namespace {

// What must be equal for sets made before and after to be comparable.
std::map<std::string, std::string> SchemesOfThisEngine() {
  std::map<std::string, std::string> schemes = ParametersOf(Limits());
  schemes["engine_version"] = std::string(EngineVersion());
  schemes["id_scheme"] = std::string(kIdScheme);
  schemes["shingle_scheme"] = std::string(kShingleScheme);
  return schemes;
}

// Locks and shared memory do not work over a network.
absl::Status RefuseNetwork(const std::string& folder) {
  constexpr int64_t kNetworks[] = {0x6969,     0x517B,     0xFF534D42,
                                   0xFE534D42, 0x01021997, 0x00C36400,
                                   0x65735546};
  struct statfs info = {};
  if (statfs(folder.c_str(), &info) != 0) return absl::OkStatus();
  for (int64_t network : kNetworks) {
    if (static_cast<int64_t>(info.f_type) != network) continue;
    return absl::PermissionDeniedError(
        absl::StrCat(folder,
                     ": on a network file system, where locks do not hold; put "
                     "the store on a disk of this machine"));
  }
  return absl::OkStatus();
}

absl::Status MakeFolder(const std::string& folder) {
  if (mkdir(folder.c_str(), 0755) == 0 || errno == EEXIST) {
    return absl::OkStatus();
  }
  return FileFailure(folder, "make the folder");
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> Store::Open(
    const std::string& folder, const StoreOptions& options) {
  const std::string path = folder + "/record.db";
  struct stat info = {};
  const bool is_there = stat(path.c_str(), &info) == 0 && info.st_size > 0;
  if (!is_there && !options.create) {
    return absl::NotFoundError(
        absl::StrCat(folder, ": there is no store; concord ingest makes one"));
  }
  std::unique_ptr<WriterLock> lock;
  if (options.write) {
    CONCORD_RETURN_IF_ERROR(MakeFolder(folder));
    CONCORD_RETURN_IF_ERROR(RefuseNetwork(folder));
    CONCORD_ASSIGN_OR_RETURN(lock, WriterLock::Take(folder + "/LOCK"));
    CONCORD_RETURN_IF_ERROR(MakeFolder(folder + "/segments"));
  }
  CONCORD_ASSIGN_OR_RETURN(std::unique_ptr<Database> database,
                           Database::Open(path, {.write = options.write,
                                                 .create = options.create,
                                                 .vfs = options.vfs}));
  std::unique_ptr<Store> store(
      new Store(folder, std::move(lock), std::move(database)));
  CONCORD_RETURN_IF_ERROR(store->Initialize());
  return store;
}

absl::Status Store::Initialize() {
  CONCORD_RETURN_IF_ERROR(
      database_->Execute("PRAGMA cell_size_check = ON; "
                         "PRAGMA trusted_schema = OFF; "
                         "PRAGMA cache_size = -65536"));
  if (lock_ != nullptr) {
    CONCORD_RETURN_IF_ERROR(
        database_->Execute("PRAGMA journal_mode = WAL; "
                           "PRAGMA synchronous = FULL"));
  }
  CONCORD_ASSIGN_OR_RETURN(const int64_t version,
                           database_->Number("PRAGMA user_version", 0));
  if (version == 0 && lock_ != nullptr) {
    CONCORD_RETURN_IF_ERROR(record_.Begin());
    absl::Status status = database_->Execute(kSchema);
    for (const auto& [name, value] : SchemesOfThisEngine()) {
      if (!status.ok()) break;
      status =
          database_->Run("INSERT INTO meta(name, value) VALUES(?, ?)",
                         absl::string_view(name), absl::string_view(value));
    }
    if (status.ok()) {
      status = database_->Execute(
          absl::StrCat("PRAGMA user_version = ", kSchemaVersion));
    }
    if (status.ok()) status = record_.Commit();
    if (!status.ok()) {
      (void)record_.Rollback();
      return status;
    }
    AtStep("made");
    CONCORD_RETURN_IF_ERROR(SyncFolder(folder_));
  }
  return CheckVersion();
}

absl::Status Store::CheckVersion() {
  CONCORD_ASSIGN_OR_RETURN(const int64_t version,
                           database_->Number("PRAGMA user_version", 0));
  if (version != kSchemaVersion) {
    return absl::FailedPreconditionError(absl::StrCat(
        folder_, ": a store of version ", version, "; this engine reads ",
        kSchemaVersion, ": use the engine that wrote it"));
  }
  std::map<std::string, std::string> stated;
  CONCORD_RETURN_IF_ERROR(
      database_->ForEach("SELECT name, value FROM meta", [&](const Row& row) {
        stated[std::string(row.Text(0))] = std::string(row.Text(1));
      }));
  for (const auto& [name, value] : SchemesOfThisEngine()) {
    if (stated[name] == value) continue;
    return absl::FailedPreconditionError(absl::StrCat(
        folder_, ": made with ", name, " '", stated[name],
        "', where this engine has '", value,
        "': what it finds would not fit together; use the engine that wrote "
        "it, or ingest everything into a new store"));
  }
  return absl::OkStatus();
}

absl::StatusOr<DerivedIndex> Store::OpenIndex() {
  return DerivedIndex::Open(*database_, segments_folder());
}

absl::Status Store::RemoveStrayFiles() {
  absl::flat_hash_set<std::string> named;
  CONCORD_RETURN_IF_ERROR(
      database_->ForEach("SELECT name FROM segment", [&](const Row& row) {
        named.insert(absl::StrCat(row.Text(0), ".postings"));
        named.insert(absl::StrCat(row.Text(0), ".claims"));
      }));
  std::error_code error;
  std::vector<std::filesystem::path> stray;
  for (const auto& entry :
       std::filesystem::directory_iterator(segments_folder(), error)) {
    if (!named.contains(entry.path().filename().string())) {
      stray.push_back(entry.path());
    }
  }
  for (const std::filesystem::path& path : stray) {
    std::filesystem::remove(path, error);
  }
  return absl::OkStatus();
}

}  // namespace concord
