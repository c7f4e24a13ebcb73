// The exit codes of concord: part of its contract, and tested.

#ifndef CONCORD_TOOLS_CONCORD_EXIT_CODE_H_
#define CONCORD_TOOLS_CONCORD_EXIT_CODE_H_

namespace concord {

enum ExitCode : int {
  kExitOk = 0,
  kExitQuarantined = 1,   // done; something was quarantined
  kExitUsage = 2,         // the command line makes no sense
  kExitNoInput = 3,       // nothing of the input could be read
  kExitDamaged = 4,       // a stream or store is damaged or of another version
  kExitLimit = 5,         // the run stopped at a limit
  kExitHighSeverity = 6,  // --fail-on=high found a high divergence
  kExitLocked = 7,        // another writer holds the store
  kExitBug = 70,          // a bug of ours
};

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_EXIT_CODE_H_
