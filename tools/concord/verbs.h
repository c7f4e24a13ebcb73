// The verbs of concord, in one table: what the command line, its help and the
// tests of both are made from.

#ifndef CONCORD_TOOLS_CONCORD_VERBS_H_
#define CONCORD_TOOLS_CONCORD_VERBS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"
#include "engine/pipeline/ready_made.h"
#include "tools/concord/exit_code.h"

namespace concord {

// What the command line said. Options that a verb does not have keep their
// defaults.
struct Flags {
  std::vector<std::string> inputs;
  std::string format;  // "" picks text on a terminal, else pbs
  std::string output;
  int threads = 0;  // 0: one for each core
  Limits limits;
  std::string as_of;           // a time, "now", or ""
  bool why = false;            // extract: show the rule of every section
  std::string fail_on;         // reconcile: "" or "high"
  std::string outlets;         // reconcile: a file of outlets, or ""
  std::string explain_claim;   // reconcile: the id of a claim, or ""
  std::string report;          // reconcile: where the page goes, or ""
  std::string color = "auto";  // of text: "auto", "always" or "never"
  ClusterVerbOptions cluster;
  bool stats = false;    // cluster
  bool explain = false;  // compare
  std::string store;     // ingest, store, verify: the folder of a store
  bool dry_run = false;  // ingest
};

struct Verb {
  absl::string_view name;
  absl::string_view arguments;  // "DROP...": what `inputs` are called
  absl::string_view summary;
  absl::string_view examples;  // a command a line
  ExitCode (*run)(const Verb& verb, const Flags& flags);
};

// All verbs, in the order of the help.
absl::Span<const Verb> Verbs();

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_VERBS_H_
