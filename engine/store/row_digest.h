// What proves a row of the record: XXH3-64 over its columns.

#ifndef CONCORD_ENGINE_STORE_ROW_DIGEST_H_
#define CONCORD_ENGINE_STORE_ROW_DIGEST_H_

#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/store/database.h"

namespace concord {

// Gathers columns, each led by its kind and length, so that no two rows share
// their bytes. The digest is part of the schema: it must never change.
class RowDigest {
 public:
  template <typename... Values>
  static int64_t Of(const Values&... values) {
    RowDigest digest;
    (digest.Add(values), ...);
    return digest.Get();
  }

  // A column at a time.
  void Add(const Row& row, int column) {
    switch (row.Type(column)) {
      case SQLITE_INTEGER:
        return Add(row.Int(column));
      case SQLITE_FLOAT:
        return Add(row.Real(column));
      case SQLITE_NULL:
        return Add(std::optional<int64_t>());
      default:
        return Add(row.Text(column));
    }
  }
  int64_t Get() const {
    return static_cast<int64_t>(XXH3_64bits(bytes_.data(), bytes_.size()));
  }

 private:
  void Add(int64_t value) { AddNumber('i', static_cast<uint64_t>(value)); }
  void Add(int value) { Add(int64_t{value}); }
  void Add(uint32_t value) { Add(int64_t{value}); }
  void Add(std::optional<int64_t> value) {
    if (value.has_value()) {
      Add(*value);
    } else {
      bytes_.push_back('n');
    }
  }
  void Add(double value) {
    uint64_t bits;
    std::memcpy(&bits, &value, sizeof(bits));
    AddNumber('r', bits);
  }
  void Add(absl::string_view value) {
    AddNumber('t', value.size());
    bytes_.append(value.data(), value.size());
  }
  void Add(BlobView value) { Add(value.bytes); }

  void AddNumber(char kind, uint64_t value) {
    bytes_.push_back(kind);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes_.push_back(static_cast<char>(value >> shift));
    }
  }

  std::string bytes_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_ROW_DIGEST_H_
