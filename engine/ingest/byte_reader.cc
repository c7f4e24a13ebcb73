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
    : ByteSource(std::move(other)),
      fd_(std::exchange(other.fd_, -1)),
      owned_(std::exchange(other.owned_, false)) {}

ByteReader& ByteReader::operator=(ByteReader&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(owned_, other.owned_);
  ByteSource::operator=(std::move(other));
  return *this;
}

ByteReader::~ByteReader() {
  if (owned_) close(fd_);
}

absl::StatusOr<bool> ByteReader::Fill(std::string& buffer) {
  const size_t have = buffer.size();
  buffer.resize(kChunkBytes);
  ssize_t got;
  do {
    got = read(fd_, &buffer[have], kChunkBytes - have);
  } while (got < 0 && errno == EINTR);
  buffer.resize(have + static_cast<size_t>(got < 0 ? 0 : got));
  if (got < 0) return SystemError("cannot read");
  return got > 0;
}

}  // namespace concord
