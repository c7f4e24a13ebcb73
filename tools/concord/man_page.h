// The manual page of concord.

#ifndef CONCORD_TOOLS_CONCORD_MAN_PAGE_H_
#define CONCORD_TOOLS_CONCORD_MAN_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/concord/command_doc.h"

namespace concord {

// The page concord.1 in the man macros of roff. Options that several verbs
// share word for word stand once, in a section of their own. `version` and
// `date` ("2026-11-25") are those of the release. Examples and exit codes come
// from the tables in verbs.h and exit_code.h.
std::string ManPage(absl::Span<const CommandDoc> commands,
                    absl::string_view version, absl::string_view date);

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_MAN_PAGE_H_
