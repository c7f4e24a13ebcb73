// File operations that fail on demand: those of the engine, by the linker's
// --wrap, and those of SQLite, by a VFS of its own.
//
// Every operation that changes a file or its name is counted: write, sync,
// truncate, rename, remove, create. The operation with the number `fail_at`
// fails, in the way of `mode`.

#ifndef CONCORD_TESTS_CRASH_FAULTY_FILES_H_
#define CONCORD_TESTS_CRASH_FAULTY_FILES_H_

#include <string>

namespace concord {

enum class FaultMode {
  kNone,       // count only
  kOnce,       // that one operation fails; the next goes through
  kFromThere,  // it and all later ones fail, as on a disk that is full or gone
  kCut,        // as kFromThere, but that a write puts down its first half
};

struct Faults {
  FaultMode mode = FaultMode::kNone;
  long fail_at = 0;  // from 1
  long done = 0;     // operations so far
};

// The faults of this process; set before a store is opened.
extern Faults faults;

// Registers the VFS, once, and gives its name.
const std::string& FaultyVfs();

}  // namespace concord

#endif  // CONCORD_TESTS_CRASH_FAULTY_FILES_H_
