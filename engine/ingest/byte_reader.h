// Bytes of a file or of standard input, in chunks: memory does not grow with
// the file.
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(ByteReader in, ByteReader::Open("a.jsonl"));
//   absl::StatusOr<absl::string_view> chunk = in.Next();  // empty at the end

#ifndef CONCORD_ENGINE_INGEST_BYTE_READER_H_
#define CONCORD_ENGINE_INGEST_BYTE_READER_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

// Reads a file descriptor forward, once. Movable. Not safe for use from two
// threads at once.
class ByteReader {
 public:
  // Bytes of one chunk at most.
  static constexpr size_t kChunkBytes = 64 << 10;

  // Opens a regular file. Never blocks: a pipe, a device or a socket is refused
  // with FAILED_PRECONDITION; NOT_FOUND where nothing is there; any other
  // trouble is PERMISSION_DENIED or UNAVAILABLE with the system's words.
  static absl::StatusOr<ByteReader> Open(const std::string& path);

  // Standard input, which is not closed at the end.
  static ByteReader StandardInput();

  ByteReader(ByteReader&& other) noexcept;
  ByteReader& operator=(ByteReader&& other) noexcept;
  ~ByteReader();

  // The next bytes; empty at the end. Valid until the next call.
  absl::StatusOr<absl::string_view> Next();

  // What the file begins with: all of it, or its first chunk. Next() still
  // returns these bytes. REQUIRES: Next() was not called.
  absl::StatusOr<absl::string_view> Peek();

 private:
  ByteReader(int fd, bool owned) : fd_(fd), owned_(owned) {}
  // Reads once behind what the buffer holds; false at the end.
  absl::StatusOr<bool> Fill();

  int fd_ = -1;
  bool owned_ = false;
  bool peeked_ = false;
  std::string buffer_;
};

// All that is left in `in`, or OUT_OF_RANGE where it is more than `limit`
// bytes.
absl::StatusOr<std::string> ReadRest(ByteReader& in, size_t limit);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_BYTE_READER_H_
