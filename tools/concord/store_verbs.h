// The verbs that work on a store.

#ifndef CONCORD_TOOLS_CONCORD_STORE_VERBS_H_
#define CONCORD_TOOLS_CONCORD_STORE_VERBS_H_

#include "tools/concord/exit_code.h"
#include "tools/concord/verbs.h"

namespace concord {

ExitCode RunIngest(const Verb& verb, const Flags& flags);
ExitCode RunStore(const Verb& verb, const Flags& flags);

// `concord verify --store DIR`.
ExitCode VerifyStore(const Flags& flags);

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_STORE_VERBS_H_
