// Bytes of a file or of standard input.

#ifndef CONCORD_ENGINE_INGEST_BYTE_READER_H_
#define CONCORD_ENGINE_INGEST_BYTE_READER_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/ingest/byte_source.h"

namespace concord {

// Reads a file descriptor. Movable.
class ByteReader : public ByteSource {
 public:
  // Opens a regular file. Never blocks: a pipe, a device or a socket is refused
  // with FAILED_PRECONDITION; NOT_FOUND where nothing is there; any other
  // trouble is PERMISSION_DENIED or UNAVAILABLE with the system's words.
  static absl::StatusOr<ByteReader> Open(const std::string& path);

  // Standard input, which is not closed at the end.
  static ByteReader StandardInput();

  ByteReader(ByteReader&& other) noexcept;
  ByteReader& operator=(ByteReader&& other) noexcept;
  ~ByteReader() override;

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override;

 private:
  ByteReader(int fd, bool owned) : fd_(fd), owned_(owned) {}

  int fd_ = -1;
  bool owned_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_BYTE_READER_H_
