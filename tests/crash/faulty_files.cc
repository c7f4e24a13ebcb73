#include "tests/crash/faulty_files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstring>
#include <string>

namespace concord {

Faults faults;

namespace {

enum class Fate { kGoes, kFails, kHalf };

// Counts an operation and says what becomes of it.
Fate NextFate() {
  const long number = ++faults.done;
  switch (faults.mode) {
    case FaultMode::kNone:
      return Fate::kGoes;
    case FaultMode::kOnce:
      return number == faults.fail_at ? Fate::kFails : Fate::kGoes;
    case FaultMode::kFromThere:
      return number >= faults.fail_at ? Fate::kFails : Fate::kGoes;
    case FaultMode::kCut:
      return number == faults.fail_at  ? Fate::kHalf
             : number > faults.fail_at ? Fate::kFails
                                       : Fate::kGoes;
  }
  return Fate::kGoes;
}

// --- SQLite ------------------------------------------------------------------

struct FaultyFile {
  sqlite3_file base;
  sqlite3_file* real;  // behind this struct, in the same piece of memory
};

sqlite3_vfs* RealVfs() {
  static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
  return vfs;
}

sqlite3_file* Real(sqlite3_file* file) {
  return reinterpret_cast<FaultyFile*>(file)->real;
}

int Close(sqlite3_file* f) { return Real(f)->pMethods->xClose(Real(f)); }
int Read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
  return Real(f)->pMethods->xRead(Real(f), to, n, at);
}
int Write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
  switch (NextFate()) {
    case Fate::kGoes:
      return Real(f)->pMethods->xWrite(Real(f), from, n, at);
    case Fate::kHalf:
      Real(f)->pMethods->xWrite(Real(f), from, n / 2, at);
      return SQLITE_FULL;
    case Fate::kFails:
      return SQLITE_FULL;
  }
  return SQLITE_FULL;
}
int Truncate(sqlite3_file* f, sqlite3_int64 size) {
  if (NextFate() != Fate::kGoes) return SQLITE_IOERR_TRUNCATE;
  return Real(f)->pMethods->xTruncate(Real(f), size);
}
int Sync(sqlite3_file* f, int flags) {
  if (NextFate() != Fate::kGoes) return SQLITE_IOERR_FSYNC;
  return Real(f)->pMethods->xSync(Real(f), flags);
}
int FileSize(sqlite3_file* f, sqlite3_int64* size) {
  return Real(f)->pMethods->xFileSize(Real(f), size);
}
int Lock(sqlite3_file* f, int kind) {
  return Real(f)->pMethods->xLock(Real(f), kind);
}
int Unlock(sqlite3_file* f, int kind) {
  return Real(f)->pMethods->xUnlock(Real(f), kind);
}
int CheckReservedLock(sqlite3_file* f, int* held) {
  return Real(f)->pMethods->xCheckReservedLock(Real(f), held);
}
int FileControl(sqlite3_file* f, int op, void* argument) {
  return Real(f)->pMethods->xFileControl(Real(f), op, argument);
}
int SectorSize(sqlite3_file* f) {
  return Real(f)->pMethods->xSectorSize(Real(f));
}
int DeviceCharacteristics(sqlite3_file* f) {
  return Real(f)->pMethods->xDeviceCharacteristics(Real(f));
}
int ShmMap(sqlite3_file* f, int page, int size, int extend,
           void volatile** to) {
  return Real(f)->pMethods->xShmMap(Real(f), page, size, extend, to);
}
int ShmLock(sqlite3_file* f, int offset, int n, int flags) {
  return Real(f)->pMethods->xShmLock(Real(f), offset, n, flags);
}
void ShmBarrier(sqlite3_file* f) { Real(f)->pMethods->xShmBarrier(Real(f)); }
int ShmUnmap(sqlite3_file* f, int remove) {
  return Real(f)->pMethods->xShmUnmap(Real(f), remove);
}

const sqlite3_io_methods kMethods = {
    2,
    Close,
    Read,
    Write,
    Truncate,
    Sync,
    FileSize,
    Lock,
    Unlock,
    CheckReservedLock,
    FileControl,
    SectorSize,
    DeviceCharacteristics,
    ShmMap,
    ShmLock,
    ShmBarrier,
    ShmUnmap,
    nullptr,
    nullptr,
};

int Open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags,
         int* out_flags) {
  auto* faulty = reinterpret_cast<FaultyFile*>(file);
  faulty->base.pMethods = nullptr;
  faulty->real = reinterpret_cast<sqlite3_file*>(faulty + 1);
  const int code =
      RealVfs()->xOpen(RealVfs(), name, faulty->real, flags, out_flags);
  if (code == SQLITE_OK) faulty->base.pMethods = &kMethods;
  return code;
}

int Delete(sqlite3_vfs*, const char* name, int sync_folder) {
  if (NextFate() != Fate::kGoes) return SQLITE_IOERR_DELETE;
  return RealVfs()->xDelete(RealVfs(), name, sync_folder);
}

}  // namespace

const std::string& FaultyVfs() {
  static const std::string& name = *new std::string("faulty");
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *RealVfs();
    made.zName = name.c_str();
    made.szOsFile = static_cast<int>(sizeof(FaultyFile)) + RealVfs()->szOsFile;
    made.xOpen = Open;
    made.xDelete = Delete;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  (void)registered;
  return name;
}

}  // namespace concord

// --- The engine's own, by --wrap ---------------------------------------------

using concord::Fate;
using concord::NextFate;

extern "C" {

ssize_t __real_write(int fd, const void* from, size_t n);
ssize_t __real_pwrite(int fd, const void* from, size_t n, off_t at);
int __real_fsync(int fd);
int __real_ftruncate(int fd, off_t size);
int __real_rename(const char* from, const char* to);
int __real_open(const char* path, int flags, ...);

ssize_t __wrap_write(int fd, const void* from, size_t n) {
  switch (NextFate()) {
    case Fate::kGoes:
      return __real_write(fd, from, n);
    case Fate::kHalf:
      return __real_write(fd, from, n / 2);
    case Fate::kFails:
      break;
  }
  errno = ENOSPC;
  return -1;
}

ssize_t __wrap_pwrite(int fd, const void* from, size_t n, off_t at) {
  switch (NextFate()) {
    case Fate::kGoes:
      return __real_pwrite(fd, from, n, at);
    case Fate::kHalf:
      return __real_pwrite(fd, from, n / 2, at);
    case Fate::kFails:
      break;
  }
  errno = ENOSPC;
  return -1;
}

int __wrap_fsync(int fd) {
  if (NextFate() == Fate::kGoes) return __real_fsync(fd);
  errno = EIO;
  return -1;
}

int __wrap_ftruncate(int fd, off_t size) {
  if (NextFate() == Fate::kGoes) return __real_ftruncate(fd, size);
  errno = EIO;
  return -1;
}

int __wrap_rename(const char* from, const char* to) {
  if (NextFate() == Fate::kGoes) return __real_rename(from, to);
  errno = EIO;
  return -1;
}

int __wrap_open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const int mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;
  va_end(rest);
  if ((flags & O_CREAT) == 0 || NextFate() == Fate::kGoes) {
    return __real_open(path, flags, mode);
  }
  errno = ENOSPC;
  return -1;
}

}  // extern "C"
