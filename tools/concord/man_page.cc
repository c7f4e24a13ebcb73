#include "tools/concord/man_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "tools/concord/command_doc.h"
#include "tools/concord/exit_code.h"
#include "tools/concord/verbs.h"

namespace concord {
namespace {

// `text` as roff prints it: no character of it is a command.
std::string Roff(absl::string_view text) {
  const std::string escaped = absl::StrReplaceAll(
      text, {{"\\", "\\e"}, {"-", "\\-"}, {"'", "\\(aq"}, {"\"", "\\(dq"}});
  return absl::StrCat(absl::StartsWith(escaped, ".") ? "\\&" : "", escaped);
}

std::string Bold(absl::string_view text) {
  return absl::StrCat("\\fB", Roff(text), "\\fR");
}

std::string Italic(absl::string_view text) {
  return absl::StrCat("\\fI", Roff(text), "\\fR");
}

// A summary as a sentence: they are written without a full stop.
std::string Sentence(absl::string_view text) {
  const bool ended = absl::EndsWith(text, ".");
  return absl::StrCat(Roff(text), ended ? "" : ".", "\n");
}

std::string ValueOf(const OptionDoc& option) {
  if (option.choices.empty()) return Italic(option.value);
  return absl::StrJoin(option.choices, "|",
                       [](std::string* out, const std::string& choice) {
                         absl::StrAppend(out, Bold(choice));
                       });
}

// "-o, --output FILE".
std::string NamesOf(const OptionDoc& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(Bold(name));
  std::string line = absl::StrJoin(names, ", ");
  if (option.takes_value()) absl::StrAppend(&line, " ", ValueOf(option));
  return line;
}

std::string Entry(const OptionDoc& option) {
  std::string entry =
      absl::StrCat(".TP\n", NamesOf(option), "\n", Sentence(option.summary));
  if (!option.range.empty()) {
    absl::StrAppend(&entry, "Takes: ", Sentence(option.range));
  }
  if (!option.fallback.empty()) {
    absl::StrAppend(&entry, "By default: ", Sentence(option.fallback));
  }
  return entry;
}

// Options that more than two verbs have, word for word.
std::vector<OptionDoc> Shared(absl::Span<const CommandDoc> commands) {
  std::vector<OptionDoc> all;
  for (const CommandDoc& command : commands) {
    all.insert(all.end(), command.options.begin(), command.options.end());
  }
  std::vector<OptionDoc> shared;
  for (const OptionDoc& option : all) {
    if (std::count(all.begin(), all.end(), option) > 2 &&
        !absl::c_linear_search(shared, option)) {
      shared.push_back(option);
    }
  }
  return shared;
}

constexpr absl::string_view kPlainGroup = "Options";

// A line that names those of the common options that `command` has: one by
// one, and by their heading those that stand under one of their own.
std::string CommonOptionsOf(const CommandDoc& command,
                            absl::Span<const OptionDoc> shared) {
  std::vector<std::string> names;
  for (const OptionDoc& option : command.options) {
    if (!absl::c_linear_search(shared, option)) continue;
    const std::string name = option.group == kPlainGroup
                                 ? Bold(option.names.back())
                                 : Italic(option.group);
    if (!absl::c_linear_search(names, name)) names.push_back(name);
  }
  if (names.empty()) return "";
  return absl::StrCat(".PP\nCommon options: ", absl::StrJoin(names, ", "),
                      ".\n");
}

// The common options, under their headings.
std::string CommonOptions(absl::Span<const OptionDoc> shared) {
  std::vector<std::string> groups = {std::string(kPlainGroup)};
  for (const OptionDoc& option : shared) {
    if (!absl::c_linear_search(groups, option.group)) {
      groups.push_back(option.group);
    }
  }
  std::string text;
  for (const std::string& group : groups) {
    const bool plain = group == kPlainGroup;
    absl::StrAppend(&text, ".SS ", plain ? "Common options" : Roff(group),
                    "\nThose that several verbs have.\n");
    for (const OptionDoc& option : shared) {
      if (option.group == group) text += Entry(option);
    }
  }
  return text;
}

// The examples of a verb, as they would be typed.
std::string ExamplesOf(absl::string_view path) {
  for (const Verb& verb : Verbs()) {
    if (verb.name != path) continue;
    std::string text = ".PP\n.EX\n";
    for (absl::string_view line : absl::StrSplit(verb.examples, '\n')) {
      absl::StrAppend(&text, Roff(line), "\n");
    }
    return text + ".EE\n";
  }
  return "";
}

std::string VerbSection(const CommandDoc& command,
                        absl::Span<const OptionDoc> shared) {
  std::string text = absl::StrCat(".SS concord ", Roff(command.path));
  for (const OptionDoc& argument : command.arguments) {
    absl::StrAppend(&text, " ", ValueOf(argument));
  }
  absl::StrAppend(&text, "\n", Sentence(command.summary));
  for (const OptionDoc& option : command.options) {
    if (!absl::c_linear_search(shared, option)) text += Entry(option);
  }
  return absl::StrCat(text, CommonOptionsOf(command, shared),
                      ExamplesOf(command.path));
}

std::string ExitStatus() {
  std::string text = ".SH EXIT STATUS\n";
  for (const ExitMeaning& exit : kExitMeanings) {
    absl::StrAppend(&text, ".TP\n\\fB", static_cast<int>(exit.code), "\\fR\n",
                    Sentence(exit.meaning));
  }
  return text;
}

constexpr char kEnvironment[] =
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBCONCORD_LEXICON\\fR\n"
    "Path of a lexicon file to use in place of the one built in.\n"
    ".TP\n\\fBNO_COLOR\\fR\n"
    "Where it is set and not empty, text has no colour unless it is asked "
    "for.\n";

}  // namespace

std::string ManPage(absl::Span<const CommandDoc> commands,
                    absl::string_view version, absl::string_view date) {
  const CommandDoc& program = commands.front();
  const std::vector<OptionDoc> shared = Shared(commands);
  std::string page = absl::StrCat(
      ".TH CONCORD 1 ", date, " \"concord ", version, "\" \"User Commands\"\n",
      ".SH NAME\nconcord \\- source comparison and claim reconciliation\n",
      ".SH SYNOPSIS\n\\fBconcord\\fR \\fIVERB\\fR [\\fIOPTION\\fR]... ",
      "\\fIARGUMENT\\fR...\n.SH DESCRIPTION\n",
      Sentence(absl::StrReplaceAll(program.summary, {{"\n", " "}})),
      ".SH VERBS\n");
  for (const CommandDoc& command : commands.subspan(1)) {
    page += VerbSection(command, shared);
  }
  page += ".SH OPTIONS\n";
  for (const OptionDoc& option : program.options) {
    if (!absl::c_linear_search(shared, option)) page += Entry(option);
  }
  return absl::StrCat(page, CommonOptions(shared), ExitStatus(), kEnvironment);
}

}  // namespace concord
