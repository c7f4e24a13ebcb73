#include "engine/store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace concord {
namespace {

std::string HolderIn(int fd) {
  char bytes[32] = {};
  const ssize_t size = pread(fd, bytes, sizeof(bytes) - 1, 0);
  if (size <= 0) return "another process";
  return absl::StrCat("process ", absl::StripAsciiWhitespace(absl::string_view(
                                      bytes, static_cast<size_t>(size))));
}

}  // namespace

absl::StatusOr<std::unique_ptr<WriterLock>> WriterLock::Take(
    const std::string& path) {
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) {
    return absl::PermissionDeniedError(
        absl::StrCat(path, ": cannot be written: ", std::strerror(errno),
                     "; a store that is written to needs its folder writable"));
  }
  std::unique_ptr<WriterLock> lock(new WriterLock(fd));
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) {
      return absl::UnavailableError(absl::StrCat(
          path, ": cannot be locked: ", std::strerror(errno),
          "; a store must stand on a file system of this machine"));
    }
    return absl::AbortedError(
        absl::StrCat(path, ": the store is being written by ", HolderIn(fd),
                     "; wait for it to end, then run the command again"));
  }
  const std::string holder = absl::StrCat(getpid(), "\n");
  if (ftruncate(fd, 0) != 0 ||
      pwrite(fd, holder.data(), holder.size(), 0) < 0) {
    return absl::UnavailableError(
        absl::StrCat(path, ": cannot be written: ", std::strerror(errno)));
  }
  return lock;
}

WriterLock::~WriterLock() { close(fd_); }

}  // namespace concord
