// Completions of the command line for the shells people use.

#ifndef CONCORD_TOOLS_CONCORD_COMPLETIONS_H_
#define CONCORD_TOOLS_CONCORD_COMPLETIONS_H_

#include <string>

#include "absl/types/span.h"
#include "tools/concord/command_doc.h"

namespace concord {

// Each is a script that the shell loads on the first Tab: verbs, options, the
// values of those that have a few, and paths where a path is meant. They need
// nothing beside the shell.
std::string BashCompletion(absl::Span<const CommandDoc> commands);
std::string ZshCompletion(absl::Span<const CommandDoc> commands);
std::string FishCompletion(absl::Span<const CommandDoc> commands);

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_COMPLETIONS_H_
