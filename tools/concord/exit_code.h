// The exit codes of concord: part of its contract, and tested.

#ifndef CONCORD_TOOLS_CONCORD_EXIT_CODE_H_
#define CONCORD_TOOLS_CONCORD_EXIT_CODE_H_

#include "absl/strings/string_view.h"

namespace concord {

enum ExitCode : int {
  kExitOk = 0,
  kExitQuarantined = 1,
  kExitUsage = 2,
  kExitNoInput = 3,
  kExitDamaged = 4,
  kExitLimit = 5,
  kExitHighSeverity = 6,
  kExitLocked = 7,
  kExitBug = 70,
};

struct ExitMeaning {
  ExitCode code;
  absl::string_view meaning;
};

// What each says, for the help and the manual page.
inline constexpr ExitMeaning kExitMeanings[] = {
    {kExitOk, "done"},
    {kExitQuarantined, "done, something was quarantined"},
    {kExitUsage, "the command line makes no sense"},
    {kExitNoInput, "nothing of the input could be read"},
    {kExitDamaged, "a stream or store is damaged or of another version"},
    {kExitLimit, "stopped at a limit"},
    {kExitHighSeverity, "--fail-on found a divergence"},
    {kExitLocked, "another writer holds the store"},
    {kExitBug, "a bug of ours"},
};

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_EXIT_CODE_H_
