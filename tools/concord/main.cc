// concord: the command line. One verb a job; see verbs.cc for the verbs and
// exit_code.h for the exit codes.

#include <google/protobuf/stubs/logging.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/base/limits.h"
#include "engine/lexicon/lexicon.h"
#include "engine/pipeline/header.h"
#include "tools/concord/command_doc.h"
#include "tools/concord/completions.h"
#include "tools/concord/exit_code.h"
#include "tools/concord/man_page.h"
#include "tools/concord/verbs.h"

namespace concord {
namespace {

constexpr char kAbout[] =
    "Concord reads several outlets' accounts of one event and shows who said\n"
    "what, where they agree, where they differ, and what only one of them "
    "says.";

// "Exit codes: 0 done; ...", in lines that fit a terminal.
std::string ExitCodes() {
  std::string text = "Exit codes:";
  size_t line_begin = 0;
  for (const ExitMeaning& exit : kExitMeanings) {
    const std::string item =
        absl::StrCat(static_cast<int>(exit.code), " ", exit.meaning,
                     exit.code == kExitBug ? "." : ";");
    const bool fits = text.size() - line_begin + 1 + item.size() <= 80;
    if (!fits) line_begin = text.size() + 1;
    absl::StrAppend(&text, fits ? " " : "\n", item);
  }
  return text;
}

// Help with examples first: what most readers came for.
class ExamplesFirst : public CLI::Formatter {
 public:
  explicit ExamplesFirst(absl::string_view examples) {
    examples_ = "\nExamples:\n";
    for (absl::string_view line : absl::StrSplit(examples, '\n')) {
      absl::StrAppend(&examples_, "  ", line, "\n");
    }
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    return examples_ + CLI::Formatter::make_usage(app, name);
  }

 private:
  std::string examples_;
};

// Reads "64MiB" as a number of bytes, where the limit is one.
CLI::Validator ValueOf(const LimitInfo& limit) {
  return CLI::Validator(
      [&limit](std::string& text) -> std::string {
        absl::string_view digits = text;
        int shift = 0;
        for (const auto& [unit, bits] :
             {std::pair("KiB", 10), {"MiB", 20}, {"GiB", 30}}) {
          if (limit.in_bytes && absl::ConsumeSuffix(&digits, unit)) {
            shift = bits;
            break;
          }
        }
        uint64_t value = 0;
        if (!absl::SimpleAtoi(digits, &value) ||
            value < (limit.least >> shift) || value > (limit.most >> shift)) {
          return absl::StrCat("'", text, "' is not ",
                              limit.in_bytes ? "a size" : "a number", " from ",
                              limit.least, " to ", limit.most,
                              limit.in_bytes ? ", or one such as 64MiB" : "");
        }
        text = absl::StrCat(value << shift);
        return "";
      },
      "");
}

// A flag for each limit that can be set, called as messages and headers call it
// but with dashes: --max-record-bytes. Sizes may have a unit: 64MiB.
void AddLimitOptions(CLI::App& app, Flags& flags) {
  for (const LimitInfo& limit : AllLimits()) {
    if (limit.least == limit.most) continue;
    const std::string name =
        absl::StrCat("--", absl::StrReplaceAll(limit.name, {{"_", "-"}}));
    app.add_option(name, flags.limits.*limit.value, std::string(limit.bounds))
        ->capture_default_str()
        ->type_name(limit.in_bytes ? "SIZE" : "COUNT")
        ->group("Limits")
        ->transform(ValueOf(limit));
  }
}

void AddCommonOptions(CLI::App& app, Flags& flags) {
  app.add_option("--format", flags.format,
                 "pbs, jsonl, txtpb or text; by default text on a terminal, "
                 "else pbs")
      ->check(CLI::IsMember({"pbs", "jsonl", "txtpb", "text"}));
  app.add_option("-o,--output", flags.output,
                 "Write to a file, which appears only when whole")
      ->type_name("FILE");
  app.add_option("--threads", flags.threads,
                 "Threads; by default one a core. Never changes the output")
      ->check(CLI::Range(1, 1024));
  AddLimitOptions(app, flags);
}

void AddDropOptions(CLI::App& app, Flags& flags) {
  app.add_option("--as-of", flags.as_of,
                 "A time such as 2026-03-04T09:30Z, or now: what is under "
                 "embargo until then is read too")
      ->type_name("TIME");
}

// "0.5 to 1" and the like, where CLI::Range would let NaN pass and name types.
CLI::Validator Between(double least, double most) {
  return CLI::Validator(
      [=](const std::string& text) -> std::string {
        double value = 0;
        if (absl::SimpleAtod(text, &value) && value >= least && value <= most) {
          return "";
        }
        return absl::StrCat("'", text, "' is not a number from ", least, " to ",
                            most);
      },
      absl::StrCat(least, " to ", most));
}

void AddClusterOptions(CLI::App& app, Flags& flags) {
  ClusterOptions& options = flags.cluster.cluster;
  app.add_option("--threshold", options.threshold,
                 "Least Jaccard similarity of two near-duplicates, counted in "
                 "their three-word shingles")
      ->capture_default_str()
      ->check(Between(0.05, 1));
  CLI::Option* const bands =
      app.add_option("--bands", options.bands,
                     "Bands of the index: more find more, and take longer")
          ->capture_default_str()
          ->check(Between(1, 64));
  app.add_flag("--exact", flags.cluster.exact,
               "Every pair there is, by an exact join: slower, up to a hundred "
               "thousand claims or so")
      ->excludes(bands);
  app.add_flag("--lines", flags.cluster.plain_lines,
               "Each line is a claim, its id the line's number");
  app.add_flag("--stats", flags.stats,
               "One line of JSON on standard error when done: texts, distinct "
               "sets, candidates, filter checks passed, verified, edges, "
               "capped postings, bytes");
}

void AddColourOption(CLI::App& app, Flags& flags) {
  app.add_option("--color", flags.color,
                 "Colour in text: auto (on a terminal, unless NO_COLOR is "
                 "set), always or never")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

CLI::Option* AddStoreOption(CLI::App& app, Flags& flags) {
  return app.add_option("--store", flags.store, "The folder of the store")
      ->type_name("DIR");
}

void AddIngestOptions(CLI::App& app, Flags& flags) {
  AddStoreOption(app, flags)->required();
  app.add_flag("--dry-run", flags.dry_run,
               "Say what the drop would change, and change nothing");
  app.add_option("--fail-on", flags.fail_on,
                 "high: exit with 6 where a new high divergence was found")
      ->check(CLI::IsMember({"high"}));
}

void AddReportOptions(CLI::App& app, Flags& flags) {
  app.add_option("--format", flags.format,
                 "html, the default; text; tsv, for spreadsheets; or jsonld, a "
                 "graph of schema.org")
      ->check(CLI::IsMember({"html", "text", "tsv", "jsonld"}));
  app.add_option("-o,--output", flags.output,
                 "Write to a file, which appears only when whole")
      ->type_name("FILE");
  AddColourOption(app, flags);
}

void AddVerbOptions(CLI::App& app, absl::string_view verb, Flags& flags) {
  if (verb == "verify") {
    AddStoreOption(app, flags);
    return;
  }
  if (verb == "store") AddStoreOption(app, flags)->required();
  if (verb == "report") return AddReportOptions(app, flags);
  AddCommonOptions(app, flags);
  const bool ready_made =
      verb == "cluster" || verb == "group" || verb == "compare";
  if (!ready_made) AddDropOptions(app, flags);
  if (verb == "reconcile") {
    app.add_option("--fail-on", flags.fail_on,
                   "high: exit with 6 where a high divergence was found")
        ->check(CLI::IsMember({"high"}));
    app.add_option("--outlets", flags.outlets,
                   "A file of outlets, their owners and other names: those of "
                   "one owner are one origin")
        ->type_name("FILE");
    app.add_option("--explain", flags.explain_claim,
                   "Instead of the account, all about one claim: what it was "
                   "compared with, by which rules, what became of it")
        ->type_name("CLAIM_ID");
    app.add_option("--report", flags.report,
                   "Also draw the account as one web page")
        ->type_name("FILE");
    AddColourOption(app, flags);
  }
  if (verb == "extract") {
    app.add_flag("--why", flags.why,
                 "Show what told each part of an article, as text (records "
                 "bear the rule of every section anyway)");
  }
  if (verb == "cluster") AddClusterOptions(app, flags);
  if (verb == "compare") {
    app.add_flag(
        "--explain", flags.explain,
        "Say why, on standard error: every rule with the words it saw, "
        "what the models answer, what held a conflict back");
  }
  if (verb == "ingest") AddIngestOptions(app, flags);
}

// The hidden verb that the build and the packages make their files with.
CLI::App* AddManual(CLI::App& app, std::string& form) {
  CLI::App* const manual =
      app.add_subcommand("manual", "Print the manual page or completions");
  manual->group("")
      ->add_option("form", form)
      ->required()
      ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
  return manual;
}

ExitCode PrintManual(const CLI::App& app, absl::string_view form) {
  const std::vector<CommandDoc> commands = Describe(app);
  const std::string text =
      form == "bash"   ? BashCompletion(commands)
      : form == "zsh"  ? ZshCompletion(commands)
      : form == "fish" ? FishCompletion(commands)
                       : ManPage(commands, EngineVersion(), CONCORD_DATE);
  std::fputs(text.c_str(), stdout);
  return std::fflush(stdout) == 0 ? kExitOk : kExitNoInput;
}

int Main(int argc, char** argv) {
  // Damaged streams are reported by us, once, in our words.
  google::protobuf::SetLogHandler(nullptr);
  CLI::App app(kAbout, "concord");
  app.footer(ExitCodes());
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(EngineVersion()));
  app.formatter(std::make_shared<ExamplesFirst>(Verbs().front().examples));
  Flags flags;
  const Verb* chosen = nullptr;
  for (const Verb& verb : Verbs()) {
    CLI::App& sub =
        *app.add_subcommand(std::string(verb.name), std::string(verb.summary));
    sub.formatter(std::make_shared<ExamplesFirst>(verb.examples));
    sub.footer(ExitCodes());
    sub.add_option("inputs", flags.inputs, "Files, folders or -")
        ->required(verb.name != "verify")
        ->type_name(std::string(verb.arguments));
    AddVerbOptions(sub, verb.name, flags);
    sub.callback([&chosen, &verb] { chosen = &verb; });
  }
  std::string form;
  const CLI::App* const manual = AddManual(app, form);
  try {  // CLI11 reports by exceptions; they end here.
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  if (manual->parsed()) return PrintManual(app, form);
  // Before anything is read or written: no verb can go on without it.
  if (const auto lexicon = Lexicon::Chosen(); !lexicon.ok()) {
    std::fprintf(stderr, "concord: %s\n",
                 std::string(lexicon.status().message()).c_str());
    return kExitUsage;
  }
  return chosen->run(*chosen, flags);
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  try {
    return concord::Main(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "concord: %s; a bug of ours, please report it\n",
                 error.what());
    return concord::kExitBug;
  }
}
