// SQLite, with absl::Status for errors and values bound by their types.
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(auto db, Database::Open(path, {}));
//   CONCORD_RETURN_IF_ERROR(db->Run(
//       "INSERT INTO meta(name, value) VALUES(?, ?)", "format", 1));
//   CONCORD_RETURN_IF_ERROR(db->ForEach(
//       "SELECT value FROM meta WHERE name = ?",
//       [&](const Row& row) { value = row.Text(0); }, "format"));

#ifndef CONCORD_ENGINE_STORE_DATABASE_H_
#define CONCORD_ENGINE_STORE_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

// Bytes that are bound as a BLOB; a string_view is bound as TEXT.
struct BlobView {
  absl::string_view bytes;
};

// The row a statement stands on. Views hold until the next row.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  int64_t Int(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  double Real(int column) const {
    return sqlite3_column_double(statement_, column);
  }
  bool IsNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  // SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  int Type(int column) const { return sqlite3_column_type(statement_, column); }
  int size() const { return sqlite3_column_count(statement_); }
  // The bytes of a TEXT or BLOB.
  absl::string_view Text(int column) const;

 private:
  sqlite3_stmt* statement_;
};

// A connection. Statements are prepared once and kept. Not safe for use from
// two threads at once; each thread opens its own.
//
// Errors: DataLoss where SQLite finds the file damaged or no database;
// ResourceExhausted where the disk is full; PermissionDenied where the file or
// folder may not be written; Aborted where another connection holds a lock;
// Unavailable for other trouble with files; Internal for a bug of ours. Each
// names the file and what to do.
class Database {
 public:
  struct Options {
    bool write = true;   // else nothing is ever changed
    bool create = true;  // only with `write`
    // The VFS of SQLite to go through; "" is the operating system's.
    std::string vfs{};
  };

  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path,
                                                        const Options& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs statements that take no values and give no rows.
  absl::Status Execute(const std::string& statements);

  // Runs a statement for its effect.
  template <typename... Values>
  absl::Status Run(const char* sql, const Values&... values) {
    return ForEach(
        sql, [](const Row&) {}, values...);
  }

  // Runs a statement and calls `fn` for each row, which must not run the same
  // statement again.
  template <typename... Values>
  absl::Status ForEach(const char* sql, absl::FunctionRef<void(const Row&)> fn,
                       const Values&... values) {
    absl::StatusOr<sqlite3_stmt*> statement = Prepared(sql);
    if (!statement.ok()) return statement.status();
    int place = 0;
    (Bind(*statement, ++place, values), ...);
    return StepAll(*statement, fn);
  }

  // The first column of the first row as a number; `missing` where there is
  // none.
  template <typename... Values>
  absl::StatusOr<int64_t> Number(const char* sql, int64_t missing,
                                 const Values&... values) {
    int64_t number = missing;
    const absl::Status status = ForEach(
        sql, [&](const Row& row) { number = row.Int(0); }, values...);
    if (!status.ok()) return status;
    return number;
  }

  int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  const std::string& path() const { return path_; }

 private:
  Database(sqlite3* handle, std::string path)
      : handle_(handle), path_(std::move(path)) {}

  absl::StatusOr<sqlite3_stmt*> Prepared(const char* sql);
  absl::Status StepAll(sqlite3_stmt* statement,
                       absl::FunctionRef<void(const Row&)> fn);
  absl::Status Failure() const;

  static void Bind(sqlite3_stmt* s, int place, int64_t value) {
    sqlite3_bind_int64(s, place, value);
  }
  static void Bind(sqlite3_stmt* s, int place, int value) {
    sqlite3_bind_int64(s, place, value);
  }
  static void Bind(sqlite3_stmt* s, int place, uint32_t value) {
    sqlite3_bind_int64(s, place, value);
  }
  static void Bind(sqlite3_stmt* s, int place, uint64_t value) {
    sqlite3_bind_int64(s, place, static_cast<int64_t>(value));
  }
  static void Bind(sqlite3_stmt* s, int place, std::optional<int64_t> value) {
    if (value.has_value()) sqlite3_bind_int64(s, place, *value);
  }
  static void Bind(sqlite3_stmt* s, int place, double value) {
    sqlite3_bind_double(s, place, value);
  }
  static void Bind(sqlite3_stmt* s, int place, absl::string_view value);
  static void Bind(sqlite3_stmt* s, int place, BlobView value);

  sqlite3* handle_;
  std::string path_;
  // By the address of the SQL, which is a literal.
  std::map<const char*, sqlite3_stmt*> statements_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_DATABASE_H_
