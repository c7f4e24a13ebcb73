#include "tools/concord/store_verbs.h"

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/report/delta_view.h"
#include "engine/store/check_store.h"
#include "engine/store/export.h"
#include "engine/store/ingest.h"
#include "engine/store/maintenance.h"
#include "engine/store/store.h"
#include "tools/concord/exit_code.h"
#include "tools/concord/output.h"
#include "tools/concord/run_verb.h"
#include "tools/concord/verbs.h"

namespace concord {
namespace {

ExitCode StoreCodeOf(const absl::Status& status) {
  if (absl::IsAborted(status)) return kExitLocked;
  if (absl::IsDataLoss(status) || absl::IsFailedPrecondition(status)) {
    return kExitDamaged;
  }
  if (absl::IsPermissionDenied(status)) return kExitUsage;
  return CodeOf(status);
}

ExitCode Fail(const absl::Status& status) {
  Say(status.message());
  return StoreCodeOf(status);
}

void SayWhatCame(const IngestSummary& s, const Flags& flags) {
  if (s.seen_before) {
    Say("this drop was ingested before: nothing has changed");
    return;
  }
  Say(absl::StrCat(flags.dry_run ? "dry run, nothing was kept: " : "", s.read,
                   " articles read, ", s.added, " new, ", s.known, " known; ",
                   s.revised, " revised; ", s.claims, " claims"));
}

// As MakeSink, but that people read what has changed.
std::unique_ptr<RecordSink> MakeDeltaSink(const Flags& flags, Output& output) {
  if (flags.format == "text" ||
      (flags.format.empty() && output.is_terminal())) {
    return std::make_unique<DeltaView>(output.sink());
  }
  return MakeSink(flags, output);
}

// Runs `run(store, options, sink)` with the store and the output open.
template <typename Run>
ExitCode RunOnStore(const Flags& flags, const StoreOptions& store_options,
                    const Run& run) {
  absl::StatusOr<std::unique_ptr<Store>> store =
      Store::Open(flags.store, store_options);
  if (!store.ok()) return Fail(store.status());
  absl::StatusOr<std::unique_ptr<Output>> output = Output::Open(flags.output);
  if (!output.ok()) {
    Say(output.status().message());
    return kExitUsage;
  }
  ProgressLine progress;
  const std::unique_ptr<RecordSink> sink = store_options.write
                                               ? MakeDeltaSink(flags, **output)
                                               : MakeSink(flags, **output);
  absl::StatusOr<ExitCode> code =
      run(**store, OptionsOf(flags, progress), *sink);
  if (!code.ok()) return Fail(code.status());
  const absl::Status status = (*output)->Commit();
  return status.ok() ? *code : Fail(status);
}

ExitCode CodeOfIngest(const IngestSummary& summary, const Flags& flags) {
  RunSummary run;
  run.read = summary.read;
  run.quarantined = summary.quarantined;
  run.high_divergences = summary.high_divergences;
  if (summary.quarantined > 0 && !summary.seen_before) {
    Say(absl::StrCat(summary.quarantined,
                     " of the input was not read, or not as it stood: see the "
                     "quarantine records"));
  }
  return summary.seen_before ? kExitOk : CodeOf(run, flags);
}

ExitCode ShowStats(const Flags& flags) {
  absl::StatusOr<std::unique_ptr<Store>> store = Store::Open(flags.store, {});
  if (!store.ok()) return Fail(store.status());
  const absl::StatusOr<std::string> stats = StoreStatsText(**store);
  if (!stats.ok()) return Fail(stats.status());
  std::fputs(stats->c_str(), stdout);
  return kExitOk;
}

ExitCode ExportStore(const Flags& flags) {
  return RunOnStore(flags, {},
                    [](Store& store, const PipelineOptions&,
                       RecordSink& sink) -> absl::StatusOr<ExitCode> {
                      CONCORD_RETURN_IF_ERROR(Export(store, sink));
                      return kExitOk;
                    });
}

ExitCode RebuildStore(const Flags& flags) {
  const StoreOptions open = {.write = true};
  return RunOnStore(
      flags, open,
      [](Store& store, const PipelineOptions& options,
         RecordSink&) -> absl::StatusOr<ExitCode> {
        CONCORD_RETURN_IF_ERROR(RebuildIndex(store, options.threads));
        return kExitOk;
      });
}

}  // namespace

ExitCode RunIngest(const Verb&, const Flags& flags) {
  const StoreOptions open = {.write = true, .create = true};
  return RunOnStore(flags, open,
                    [&](Store& store, const PipelineOptions& pipeline,
                        RecordSink& sink) -> absl::StatusOr<ExitCode> {
                      IngestOptions options;
                      options.pipeline = pipeline;
                      options.dry_run = flags.dry_run;
                      CONCORD_ASSIGN_OR_RETURN(
                          const IngestSummary summary,
                          Ingest(store, flags.inputs, options, sink));
                      SayWhatCame(summary, flags);
                      return CodeOfIngest(summary, flags);
                    });
}

ExitCode VerifyStore(const Flags& flags) {
  absl::StatusOr<std::unique_ptr<Store>> store = Store::Open(flags.store, {});
  if (!store.ok()) return Fail(store.status());
  const VerifyResult result = CheckStore(**store);
  for (const std::string& problem : result.problems) {
    Say(absl::StrCat(flags.store, ": ", problem));
  }
  std::printf("%s: %s: %s\n", flags.store.c_str(),
              result.ok() ? "whole" : "DAMAGED", result.summary.c_str());
  return result.ok() ? kExitOk : kExitDamaged;
}

ExitCode RunStore(const Verb&, const Flags& flags) {
  const std::string& action = flags.inputs.front();
  if (action == "stats") return ShowStats(flags);
  if (action == "verify") return VerifyStore(flags);
  if (action == "export") return ExportStore(flags);
  if (action == "rebuild") return RebuildStore(flags);
  Say(absl::StrCat("store: '", action,
                   "' is none of stats, verify, export, rebuild"));
  return kExitUsage;
}

}  // namespace concord
