// One writer at a time: a file that the writer holds locked while it lives.

#ifndef CONCORD_ENGINE_STORE_WRITER_LOCK_H_
#define CONCORD_ENGINE_STORE_WRITER_LOCK_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace concord {

// Held from Take to destruction; let go by the system when the process dies, so
// that a crash leaves nothing to clean up. The file itself stays.
class WriterLock {
 public:
  // Locks `path`, which is made where it is not there. Errors: Aborted, with
  // the process id of the holder, where another writer has it;
  // PermissionDenied where the file cannot be written.
  static absl::StatusOr<std::unique_ptr<WriterLock>> Take(
      const std::string& path);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  explicit WriterLock(int fd) : fd_(fd) {}

  int fd_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_WRITER_LOCK_H_
