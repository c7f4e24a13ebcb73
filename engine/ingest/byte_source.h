// Bytes in chunks, wherever they come from: memory does not grow with them.
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(ByteReader in, ByteReader::Open("a.jsonl"));
//   absl::StatusOr<absl::string_view> chunk = in.Next();  // empty at the end

#ifndef CONCORD_ENGINE_INGEST_BYTE_SOURCE_H_
#define CONCORD_ENGINE_INGEST_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

// Read forward, once. Not safe for use from two threads at once.
class ByteSource {
 public:
  // Bytes of one chunk at most.
  static constexpr size_t kChunkBytes = 64 << 10;

  virtual ~ByteSource() = default;

  // The next bytes; empty at the end. Valid until the next call. All bytes that
  // come before some trouble are returned before its status is.
  absl::StatusOr<absl::string_view> Next();

  // What comes first: all of it, or the first chunk; what comes before trouble,
  // where that is anything. Next() still returns these bytes.
  // REQUIRES: Next() was not called.
  absl::StatusOr<absl::string_view> Peek();

  // Where these bytes are joined from parts that stand by themselves, as the
  // members of gzip data do: where the first part begins that begins at `from`
  // or later, counted in bytes returned, as far as is known; none elsewhere.
  // What lies before the chunk returned last is forgotten.
  virtual std::optional<uint64_t> NextSeam(uint64_t /*from*/) {
    return std::nullopt;
  }

  // After DATA_LOSS: goes on to the next part that can be read. False where
  // there is none, or no parts at all.
  virtual bool Recover() { return false; }

 protected:
  ByteSource() = default;
  ByteSource(ByteSource&& other) noexcept { *this = std::move(other); }
  ByteSource& operator=(ByteSource&& other) noexcept;

  // Appends bytes to `buffer`, up to kChunkBytes in all; false at the end, and
  // an error each time after the first. REQUIRES: the buffer is not full.
  virtual absl::StatusOr<bool> Fill(std::string& buffer) = 0;

 private:
  bool peeked_ = false;
  std::string buffer_;
};

// Bytes at hand as a source, without a copy of them all.
class StringSource : public ByteSource {
 public:
  // What `bytes` show must outlive this.
  explicit StringSource(absl::string_view bytes) : bytes_(bytes) {}

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override;

 private:
  absl::string_view bytes_;  // not yet returned
};

// Appends all that is left in `in` to `bytes`; what comes before some trouble,
// too. OUT_OF_RANGE where `bytes` would be longer than `limit`.
absl::Status ReadRest(ByteSource& in, size_t limit, std::string& bytes);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_BYTE_SOURCE_H_
