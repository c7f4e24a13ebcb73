#include "engine/store/database.h"

#include <sqlite3.h>

#include <memory>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

absl::Status StatusOf(int code, absl::string_view words,
                      const std::string& path) {
  const std::string said = absl::StrCat(path, ": ", words);
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return absl::DataLossError(
          absl::StrCat(said, "; the store is damaged: restore it from a copy"));
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(absl::StrCat(
          said,
          "; the disk is full: nothing was changed; free some and run "
          "the command again"));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return absl::PermissionDeniedError(absl::StrCat(
          said, "; check that the folder exists and may be written"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::AbortedError(
          absl::StrCat(said, "; another program holds it"));
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
      return absl::UnavailableError(absl::StrCat(
          said,
          "; is the disk full, or the folder on a network? Nothing was "
          "changed"));
    default:
      return absl::InternalError(
          absl::StrCat(said, " (", code, "); a bug of ours, please report it"));
  }
}

}  // namespace

absl::string_view Row::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<size_t>(size)};
}

absl::StatusOr<std::unique_ptr<Database>> Database::Open(
    const std::string& path, const Options& options) {
  int flags = options.write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (options.write && options.create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX,
                      options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (handle == nullptr) return StatusOf(SQLITE_NOMEM, "no memory", path);
  std::unique_ptr<Database> database(new Database(handle, path));
  if (code != SQLITE_OK) return database->Failure();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 10'000);
  return database;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

absl::Status Database::Failure() const {
  return StatusOf(sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_),
                  path_);
}

absl::Status Database::Execute(const std::string& statements) {
  if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) !=
      SQLITE_OK) {
    return Failure();
  }
  return absl::OkStatus();
}

absl::StatusOr<sqlite3_stmt*> Database::Prepared(const char* sql) {
  sqlite3_stmt*& statement = statements_[sql];
  if (statement == nullptr &&
      sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT,
                         &statement, nullptr) != SQLITE_OK) {
    return Failure();
  }
  return statement;
}

absl::Status Database::StepAll(sqlite3_stmt* statement,
                               absl::FunctionRef<void(const Row&)> fn) {
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) fn(Row(statement));
  absl::Status status = code == SQLITE_DONE ? absl::OkStatus() : Failure();
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  return status;
}

void Database::Bind(sqlite3_stmt* s, int place, absl::string_view value) {
  sqlite3_bind_text64(s, place, value.data() == nullptr ? "" : value.data(),
                      value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Database::Bind(sqlite3_stmt* s, int place, BlobView value) {
  sqlite3_bind_blob64(s, place,
                      value.bytes.data() == nullptr ? "" : value.bytes.data(),
                      value.bytes.size(), SQLITE_TRANSIENT);
}

}  // namespace concord
