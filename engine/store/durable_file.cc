#include "engine/store/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {
namespace {

bool WriteAll(int fd, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

absl::Status FileFailure(const std::string& path, absl::string_view operation) {
  const int error = errno;
  const std::string said =
      absl::StrCat(path, ": cannot ", operation, ": ", std::strerror(error));
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return absl::ResourceExhaustedError(absl::StrCat(
          said, "; free some and run the command again: nothing was changed"));
    case EACCES:
    case EPERM:
    case EROFS:
      return absl::PermissionDeniedError(absl::StrCat(
          said, "; check that the folder exists and may be written"));
    default:
      return absl::UnavailableError(said);
  }
}

absl::Status WriteDurably(const std::string& path, absl::string_view bytes) {
  const std::string temporary = path + ".new";
  const int fd =
      open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return FileFailure(temporary, "create");
  absl::Status status;
  if (!WriteAll(fd, bytes)) status = FileFailure(temporary, "write");
  if (status.ok() && fsync(fd) != 0) status = FileFailure(temporary, "sync");
  close(fd);
  if (status.ok() && std::rename(temporary.c_str(), path.c_str()) != 0) {
    status = FileFailure(path, "put in place");
  }
  if (!status.ok()) unlink(temporary.c_str());
  return status;
}

absl::Status SyncFolder(const std::string& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FileFailure(folder, "open");
  absl::Status status;
  if (fsync(fd) != 0) status = FileFailure(folder, "sync");
  close(fd);
  return status;
}

}  // namespace concord
