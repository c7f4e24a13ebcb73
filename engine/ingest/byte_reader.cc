#include "engine/ingest/byte_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

absl::Status SystemError(absl::string_view doing) {
  return absl::ErrnoToStatus(errno, doing);
}

}  // namespace

absl::StatusOr<ByteReader> ByteReader::Open(const std::string& path) {
  // O_NONBLOCK: opening a pipe that nobody writes would wait for ever.
  const int fd =
      open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return SystemError("cannot open");
  ByteReader reader(fd, /*owned=*/true);
  struct stat info;
  if (fstat(fd, &info) != 0) return SystemError("cannot look at");
  if (!S_ISREG(info.st_mode)) {
    return absl::FailedPreconditionError("is no regular file");
  }
  return reader;
}

ByteReader ByteReader::StandardInput() {
  return ByteReader(STDIN_FILENO, /*owned=*/false);
}

ByteReader::ByteReader(ByteReader&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      owned_(std::exchange(other.owned_, false)),
      peeked_(other.peeked_),
      buffer_(std::move(other.buffer_)) {}

ByteReader& ByteReader::operator=(ByteReader&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(owned_, other.owned_);
  std::swap(peeked_, other.peeked_);
  buffer_.swap(other.buffer_);
  return *this;
}

ByteReader::~ByteReader() {
  if (owned_) close(fd_);
}

absl::StatusOr<bool> ByteReader::Fill() {
  const size_t have = buffer_.size();
  buffer_.resize(kChunkBytes);
  ssize_t got;
  do {
    got = read(fd_, &buffer_[have], kChunkBytes - have);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return SystemError("cannot read");
  buffer_.resize(have + static_cast<size_t>(got));
  return got > 0;
}

absl::StatusOr<absl::string_view> ByteReader::Next() {
  if (peeked_) {
    peeked_ = false;
    if (!buffer_.empty()) return buffer_;
  }
  buffer_.clear();
  CONCORD_RETURN_IF_ERROR(Fill().status());
  return buffer_;
}

absl::StatusOr<absl::string_view> ByteReader::Peek() {
  while (buffer_.size() < kChunkBytes) {
    CONCORD_ASSIGN_OR_RETURN(const bool more, Fill());
    if (!more) break;
  }
  peeked_ = true;
  return buffer_;
}

absl::StatusOr<std::string> ReadRest(ByteReader& in, size_t limit) {
  std::string all;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view chunk, in.Next());
    if (chunk.empty()) return all;
    if (chunk.size() > limit - all.size()) {
      return absl::OutOfRangeError("longer than the limit");
    }
    all.append(chunk.data(), chunk.size());
  }
}

}  // namespace concord
