#include "tools/concord/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace concord {
namespace {

absl::Status FileError(absl::string_view what, absl::string_view path) {
  return absl::UnavailableError(
      absl::StrCat(path, ": ", what, ": ", std::strerror(errno),
                   "; check that the folder exists and can be written"));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Output>> Output::Open(const std::string& path) {
  if (path.empty() || path == "-") {
    return std::unique_ptr<Output>(new Output(stdout, ""));
  }
  const std::string temporary = absl::StrCat(path, ".", getpid(), ".tmp");
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return FileError("cannot open for writing", temporary);
  return std::unique_ptr<Output>(new Output(file, path));
}

Output::Output(std::FILE* file, std::string path)
    : file_(file), path_(std::move(path)), sink_(file) {
  if (!path_.empty()) temporary_ = absl::StrCat(path_, ".", getpid(), ".tmp");
}

Output::~Output() {
  if (path_.empty()) return;
  if (file_ != nullptr) std::fclose(file_);
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

bool Output::is_terminal() const { return isatty(fileno(file_)) != 0; }

absl::Status Output::Commit() {
  if (std::fflush(file_) != 0) return FileError("cannot write", path_);
  if (path_.empty()) return absl::OkStatus();
  if (fsync(fileno(file_)) != 0) return FileError("cannot write", temporary_);
  std::FILE* file = std::exchange(file_, nullptr);
  if (std::fclose(file) != 0) return FileError("cannot write", temporary_);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return FileError("cannot rename into place", path_);
  }
  temporary_.clear();
  return absl::OkStatus();
}

}  // namespace concord
