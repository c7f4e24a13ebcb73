#include "tools/concord/verbs.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/lexicon/outlet_book.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/ready_made.h"
#include "engine/pipeline/record_format.h"
#include "engine/pipeline/record_sink.h"
#include "engine/pipeline/stream_reader.h"
#include "engine/pipeline/verify.h"
#include "engine/report/explain_view.h"
#include "engine/report/explanation_text.h"
#include "engine/report/html_view.h"
#include "engine/report/ink.h"
#include "engine/report/jsonld_view.h"
#include "engine/report/text_view.h"
#include "engine/report/tsv_view.h"
#include "engine/value/time.h"
#include "tools/concord/exit_code.h"
#include "tools/concord/output.h"
#include "tools/concord/run_verb.h"
#include "tools/concord/store_verbs.h"

namespace concord {
namespace {

absl::StatusOr<OutletBook> OutletsOf(const Flags& flags) {
  if (flags.outlets.empty()) return OutletBook();
  return OutletBook::Open(flags.outlets);
}

// Seconds since 1970 of `--as-of`.
absl::StatusOr<std::optional<int64_t>> AsOf(const Flags& flags) {
  if (flags.as_of.empty()) return std::nullopt;
  if (flags.as_of == "now") return std::time(nullptr);
  const std::optional<v1::TimeInterval> time = ParseTimestamp(flags.as_of);
  if (time) return time->begin().seconds();
  return absl::InvalidArgumentError(
      absl::StrCat("--as-of: '", flags.as_of,
                   "' is no time such as 2026-03-04T09:30Z, and not now"));
}

// Hands every record to two sinks.
class BothSinks : public RecordSink {
 public:
  BothSinks(RecordSink& first, RecordSink& second)
      : first_(first), second_(second) {}

  absl::Status Write(v1::Record record) override {
    CONCORD_RETURN_IF_ERROR(first_.Write(record));
    return second_.Write(std::move(record));
  }
  absl::Status Finish(const std::vector<v1::Dropped>& dropped) override {
    CONCORD_RETURN_IF_ERROR(first_.Finish(dropped));
    return second_.Finish(dropped);
  }

 private:
  RecordSink& first_;
  RecordSink& second_;
};

// `run`, which draws the page of `--report` beside what it writes to `sink`.
template <typename Run>
absl::StatusOr<RunSummary> RunWithPage(const std::string& page_path,
                                       RecordSink& sink, const Run& run) {
  CONCORD_ASSIGN_OR_RETURN(const std::unique_ptr<Output> page,
                           Output::Open(page_path));
  HtmlView view(page->sink());
  BothSinks both(sink, view);
  CONCORD_ASSIGN_OR_RETURN(const RunSummary summary, run(both));
  CONCORD_RETURN_IF_ERROR(page->Commit());
  return summary;
}

// Writes all about one claim.
ExitCode RunExplain(const Flags& flags, const OutletBook& outlets,
                    std::optional<int64_t> as_of) {
  bool found = false;
  const ExitCode code =
      RunToBytes(flags, [&](PipelineOptions options, Output& output) {
        options.as_of = as_of;
        options.outlets = outlets;
        options.explain = flags.explain_claim;
        ExplainView view(flags.explain_claim, output.sink());
        absl::StatusOr<RunSummary> summary =
            RunDropVerb(DropVerb::kReconcile, flags.inputs, options, view);
        found = view.found();
        return summary;
      });
  if (found || code == kExitNoInput) return code;
  Say(absl::StrCat("--explain: no claim ", flags.explain_claim,
                   " in the drop; concord claims lists them"));
  return kExitUsage;
}

template <DropVerb verb>
ExitCode RunDrops(const Verb&, const Flags& flags) {
  absl::StatusOr<OutletBook> outlets = OutletsOf(flags);
  if (!outlets.ok()) {
    Say(outlets.status().message());
    return kExitUsage;
  }
  const absl::StatusOr<std::optional<int64_t>> as_of = AsOf(flags);
  if (!as_of.ok()) {
    Say(as_of.status().message());
    return kExitUsage;
  }
  if (!flags.explain_claim.empty()) return RunExplain(flags, *outlets, *as_of);
  return RunToOutput(flags, [&](PipelineOptions options, RecordSink& sink) {
    options.as_of = *as_of;
    options.outlets = *std::move(outlets);
    const auto run = [&](RecordSink& to) {
      return RunDropVerb(verb, flags.inputs, options, to);
    };
    return flags.report.empty() ? run(sink)
                                : RunWithPage(flags.report, sink, run);
  });
}

// One JSON object on one line, as `--stats` promises it.
std::string StatsRecord(const ClusterStats& stats) {
  const std::pair<absl::string_view, uint64_t> counts[] = {
      {"texts", stats.texts},
      {"distinct_sets", stats.distinct_sets},
      {"candidates", stats.candidates},
      {"filter_passed", stats.filter_passed},
      {"verified", stats.verified},
      {"edges", stats.edges},
      {"capped_postings", stats.capped_postings},
      {"bytes", stats.bytes},
  };
  const auto field = [](std::string* out, const auto& count) {
    absl::StrAppend(out, "\"", count.first, "\":", count.second);
  };
  return absl::StrCat("{\"cluster_stats\":{", absl::StrJoin(counts, ",", field),
                      "}}\n");
}

ExitCode RunClusterVerb(const Verb&, const Flags& flags) {
  ClusterStats stats;
  const ExitCode code =
      RunToOutput(flags, [&](const PipelineOptions& options, RecordSink& sink) {
        return RunCluster(flags.inputs, flags.cluster, options, sink, &stats);
      });
  // Beside the stream, which says what was found and not at what expense.
  if (flags.stats) std::fputs(StatsRecord(stats).c_str(), stderr);
  return code;
}

ExitCode RunGroupVerb(const Verb&, const Flags& flags) {
  return RunToOutput(flags,
                     [&](const PipelineOptions& options, RecordSink& sink) {
                       return RunGroup(flags.inputs, options, sink);
                     });
}

ExitCode RunCompareVerb(const Verb&, const Flags& flags) {
  std::vector<PairExplanation> explained;
  const ExitCode code =
      RunToOutput(flags, [&](const PipelineOptions& options, RecordSink& sink) {
        return RunCompare(flags.inputs, options, sink,
                          flags.explain ? &explained : nullptr);
      });
  for (const PairExplanation& pair : explained) {
    std::fputs(
        ExplanationText(pair.id, pair.a, pair.b, pair.explanation).c_str(),
        stderr);
  }
  return code;
}

std::string ReadAll(std::istream& in) {
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

// Records of a whole stream, as one of the views for people.
absl::Status Show(absl::string_view stream, RecordSink& view) {
  StreamReader reader(stream);
  for (;;) {
    CONCORD_ASSIGN_OR_RETURN(std::optional<v1::Record> record, reader.Next());
    if (!record.has_value()) return absl::DataLossError("no trailer");
    if (record->has_trailer()) {
      const auto& dropped = record->trailer().dropped();
      return view.Finish({dropped.begin(), dropped.end()});
    }
    CONCORD_RETURN_IF_ERROR(view.Write(*std::move(record)));
  }
}

ExitCode RunReport(const Verb&, const Flags& flags) {
  const std::string& path = flags.inputs.front();
  std::ifstream file(path, std::ios::binary);
  if (path != "-" && !file) {
    Say(absl::StrCat(path, ": cannot be read"));
    return kExitNoInput;
  }
  const std::string stream = path == "-" ? ReadAll(std::cin) : ReadAll(file);
  if (const VerifyResult result = VerifyStream(stream); !result.ok()) {
    Say(absl::StrCat(path, ": damaged: ", result.problems.front()));
    return kExitDamaged;
  }
  absl::StatusOr<std::unique_ptr<Output>> output = Output::Open(flags.output);
  if (!output.ok()) {
    Say(output.status().message());
    return kExitUsage;
  }
  std::unique_ptr<RecordSink> view;
  if (flags.format == "text") {
    view =
        std::make_unique<TextView>((*output)->sink(), InkFor(flags, **output));
  } else if (flags.format == "tsv") {
    view = std::make_unique<TsvView>((*output)->sink());
  } else if (flags.format == "jsonld") {
    view = std::make_unique<JsonLdView>((*output)->sink());
  } else {
    view = std::make_unique<HtmlView>((*output)->sink());
  }
  absl::Status status = Show(stream, *view);
  if (status.ok()) status = (*output)->Commit();
  if (status.ok()) return kExitOk;
  Say(status.message());
  return CodeOf(status);
}

ExitCode RunVerify(const Verb&, const Flags& flags) {
  if (!flags.store.empty()) return VerifyStore(flags);
  if (flags.inputs.empty()) {
    Say("verify what? Name streams, or a store by --store");
    return kExitUsage;
  }
  ExitCode code = kExitOk;
  for (const std::string& path : flags.inputs) {
    std::ifstream file(path, std::ios::binary);
    if (path != "-" && !file) {
      Say(absl::StrCat(path, ": cannot be read"));
      return kExitNoInput;
    }
    const VerifyResult result =
        VerifyStream(path == "-" ? ReadAll(std::cin) : ReadAll(file));
    for (const std::string& problem : result.problems) {
      Say(absl::StrCat(path, ": ", problem));
    }
    std::printf("%s: %s: %s\n", path.c_str(), result.ok() ? "whole" : "DAMAGED",
                result.summary.c_str());
    if (!result.ok()) code = kExitDamaged;
  }
  return code;
}

constexpr Verb kVerbs[] = {
    {"reconcile", "DROP...",
     "Compare all accounts: agreements, divergences, unique claims",
     "concord reconcile drop/ -o run.pbs\n"
     "concord reconcile drop/ --format=text\n"
     "cat articles.jsonl | concord reconcile - --format=jsonl",
     &RunDrops<DropVerb::kReconcile>},
    {"extract", "DROP...", "Read articles: text, sections, dates, origin",
     "concord extract story.txt --format=text\n"
     "concord extract drop/ --format=jsonl | jq .article.title",
     &RunDrops<DropVerb::kExtract>},
    {"segment", "DROP...", "Split articles into sentences",
     "concord segment story.txt --format=text", &RunDrops<DropVerb::kSegment>},
    {"claims", "DROP...", "Split articles into atomic claims",
     "concord claims story.txt --format=text\n"
     "concord claims articles.jsonl -o claims.pbs",
     &RunDrops<DropVerb::kClaims>},
    {"cluster", "CLAIMS.jsonl...",
     "Find near-duplicates among ready-made claims, by wording",
     "concord cluster claims.jsonl --format=jsonl\n"
     "concord cluster --lines sentences.txt --threshold=0.7\n"
     "concord cluster claims.jsonl --exact --stats -o clusters.pbs",
     &RunClusterVerb},
    {"group", "CLAIMS.jsonl...",
     "Group ready-made claims that say the same, by meaning",
     "concord group answers.jsonl --format=jsonl", &RunGroupVerb},
    {"compare", "PAIRS.jsonl...",
     "Compare ready-made pairs {\"id\", \"a\", \"b\"}",
     "concord compare pairs.jsonl --format=text", &RunCompareVerb},
    {"report", "RUN.pbs",
     "Show a run of reconcile to people: one web page, or text",
     "concord report run.pbs -o page.html\n"
     "concord report run.pbs --format=text\n"
     "concord report run.pbs --format=jsonld -o claims.jsonld",
     &RunReport},
    {"ingest", "DROP...",
     "Add a drop to everything seen; says what is new, changed, gone",
     "concord ingest drop/ --store state/ --format=text\n"
     "concord ingest drop/ --store state/ -o delta.pbs\n"
     "concord ingest drop/ --store state/ --dry-run",
     &RunIngest},
    {"store", "ACTION", "Look after a store: stats, verify, export, rebuild",
     "concord store stats --store state/\n"
     "concord store verify --store state/\n"
     "concord store export --store state/ -o all.pbs\n"
     "concord store rebuild --store state/",
     &RunStore},
    {"verify", "RUN.pbs...",
     "Prove record streams whole, or a store: counts, digests, references",
     "concord verify run.pbs\n"
     "concord reconcile drop/ | concord verify -\n"
     "concord verify --store state/",
     &RunVerify},
};

}  // namespace

absl::Span<const Verb> Verbs() { return kVerbs; }

}  // namespace concord
