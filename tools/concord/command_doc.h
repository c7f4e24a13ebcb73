// What the parser of the command line takes, as plain data: the one source of
// the manual page and of the shells' completions. It is read from the parser
// itself, so a verb or a flag that is added there is in all of them.

#ifndef CONCORD_TOOLS_CONCORD_COMMAND_DOC_H_
#define CONCORD_TOOLS_CONCORD_COMMAND_DOC_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace concord {

// A flag, an option with a value, or the arguments of a command.
struct OptionDoc {
  std::vector<std::string> names;  // "-o", "--output"; empty for arguments
  // What its value is called: "FILE", "DROP..."; "" for a flag and where there
  // are `choices`.
  std::string value;
  std::vector<std::string> choices;  // all values there are; empty: any
  std::string range;                 // "INT in [1 - 1024]", or ""
  std::string fallback;              // its default, or ""
  std::string summary;
  std::string group;  // the heading it has in the help: "Options", "Limits"

  bool takes_value() const { return !value.empty() || !choices.empty(); }
  // Whether the value is a path, by what it is called: FILE, DIR, DROP..., or a
  // name with a suffix, as in RUN.pbs.
  bool takes_path() const;

  friend bool operator==(const OptionDoc&, const OptionDoc&) = default;
};

// The program itself or one of its verbs.
struct CommandDoc {
  std::string path;  // "" for the program, "reconcile", "store verify"
  std::string summary;
  std::vector<OptionDoc> arguments;
  std::vector<OptionDoc> options;
  std::vector<std::string> verbs;  // the names of those below it
};

// `app` and all verbs below it, depth first, each before those below it, in
// the order in which they were added. Verbs and options without a group, which
// the help hides, are left out.
std::vector<CommandDoc> Describe(const CLI::App& app);

}  // namespace concord

#endif  // CONCORD_TOOLS_CONCORD_COMMAND_DOC_H_
