// What the verbs have in common: output, progress, exit codes.

#ifndef CONCORD_TOOLS_CONCORD_RUN_VERB_H_
#define CONCORD_TOOLS_CONCORD_RUN_VERB_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/text_view.h"
#include "tools/concord/exit_code.h"
#include "tools/concord/output.h"
#include "tools/concord/progress.h"
#include "tools/concord/verbs.h"

namespace concord {

// Words for people, on standard error.
void Say(absl::string_view words);

PipelineOptions OptionsOf(const Flags& flags, ProgressLine& progress);

// Colour where `--color` and the terminal want it (https://no-color.org).
Ink InkFor(const Flags& flags, const Output& output);

// The writer of `--format`, or by default the view of a terminal.
std::unique_ptr<RecordSink> MakeSink(const Flags& flags, Output& output);

ExitCode CodeOf(const absl::Status& status);
ExitCode CodeOf(const RunSummary& summary, const Flags& flags);

// Opens the output, runs `run(options, output)`, commits, and names the result.
template <typename Run>
ExitCode RunToBytes(const Flags& flags, const Run& run) {
  absl::StatusOr<std::unique_ptr<Output>> output = Output::Open(flags.output);
  if (!output.ok()) {
    Say(output.status().message());
    return kExitUsage;
  }
  ProgressLine progress;
  const absl::StatusOr<RunSummary> summary =
      run(OptionsOf(flags, progress), **output);
  const absl::Status status =
      summary.ok() ? (*output)->Commit() : summary.status();
  if (!status.ok()) {
    Say(status.message());
    return CodeOf(status);
  }
  if (summary->quarantined > 0) {
    Say(absl::StrCat(summary->quarantined,
                     " of the input was not read, or not as it stood: see the "
                     "quarantine records"));
  }
  return CodeOf(*summary, flags);
}

// The same where what is written are records: `run(options, sink)`.
template <typename Run>
ExitCode RunToOutput(const Flags& flags, const Run& run) {
  return RunToBytes(flags, [&](PipelineOptions options, Output& output) {
    const std::unique_ptr<RecordSink> sink = MakeSink(flags, output);
    return run(std::move(options), *sink);
  });
}

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_RUN_VERB_H_
