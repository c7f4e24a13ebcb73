#include "tools/concord/run_verb.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/pipeline/record_format.h"
#include "engine/report/text_view.h"

namespace concord {
namespace {

int ThreadCount(const Flags& flags) {
  if (flags.threads > 0) return flags.threads;
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

void Say(absl::string_view words) {
  std::fprintf(stderr, "concord: %.*s\n", static_cast<int>(words.size()),
               words.data());
}

PipelineOptions OptionsOf(const Flags& flags, ProgressLine& progress) {
  PipelineOptions options;
  options.threads = ThreadCount(flags);
  options.limits = flags.limits;
  options.progress = [&progress](absl::string_view stage, size_t done,
                                 size_t total) {
    progress.Show(stage, done, total);
  };
  return options;
}

Ink InkFor(const Flags& flags, const Output& output) {
  if (flags.color == "always") return Ink::Colour();
  const auto variable = [](const char* name) {
    const char* const value = std::getenv(name);
    return absl::string_view(value == nullptr ? "" : value);
  };
  const bool wanted = flags.color == "auto" && output.is_terminal() &&
                      variable("NO_COLOR").empty() &&
                      variable("TERM") != "dumb";
  return wanted ? Ink::Colour() : Ink::Plain();
}

std::unique_ptr<RecordSink> MakeSink(const Flags& flags, Output& output) {
  const bool for_people = output.is_terminal() || flags.why;
  const std::string format = !flags.format.empty() ? flags.format
                             : for_people          ? "text"
                                                   : "pbs";
  if (format == "text") {
    return std::make_unique<TextView>(output.sink(), InkFor(flags, output),
                                      flags.why);
  }
  return std::make_unique<RecordWriter>(*ParseRecordFormat(format),
                                        output.sink());
}

ExitCode CodeOf(const absl::Status& status) {
  if (absl::IsInternal(status)) return kExitBug;
  if (absl::IsResourceExhausted(status)) return kExitLimit;
  return kExitNoInput;
}

ExitCode CodeOf(const RunSummary& summary, const Flags& flags) {
  if (summary.read == 0) {
    Say("nothing could be read; see the quarantine records for why");
    return kExitNoInput;
  }
  if (flags.fail_on == "high" && summary.high_divergences > 0) {
    return kExitHighSeverity;
  }
  return summary.quarantined > 0 ? kExitQuarantined : kExitOk;
}

}  // namespace concord
