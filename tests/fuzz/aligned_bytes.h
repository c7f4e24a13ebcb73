// Bytes that begin where a mapped file would: for readers that read in place.

#ifndef CONCORD_TESTS_FUZZ_ALIGNED_BYTES_H_
#define CONCORD_TESTS_FUZZ_ALIGNED_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

// A copy of some bytes that begins at a multiple of 64.
class AlignedBytes {
 public:
  AlignedBytes(const uint8_t* data, size_t size)
      : rows_(size / sizeof(Row) + 1), size_(size) {
    if (size > 0) std::memcpy(rows_.data(), data, size);
  }

  char* data() { return reinterpret_cast<char*>(rows_.data()); }
  size_t size() const { return size_; }
  absl::string_view view() { return {data(), size_}; }

  // Takes bytes away at the end. REQUIRES: size <= size().
  void Shorten(size_t size) { size_ = size; }

 private:
  struct alignas(64) Row {
    char bytes[64];
  };
  std::vector<Row> rows_;
  size_t size_;
};

}  // namespace concord

#endif  // CONCORD_TESTS_FUZZ_ALIGNED_BYTES_H_
