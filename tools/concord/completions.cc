#include "tools/concord/completions.h"

#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "tools/concord/command_doc.h"

namespace concord {
namespace {

constexpr char kHead[] =
    "# Completion of concord for $0, made by `concord manual $0`.\n";

std::string Head(absl::string_view shell) {
  return absl::StrReplaceAll(kHead, {{"$0", shell}});
}

std::string Child(const CommandDoc& command, absl::string_view verb) {
  return absl::StrCat(command.path, command.path.empty() ? "" : " ", verb);
}

bool TakesPaths(const CommandDoc& command) {
  return absl::c_any_of(command.arguments, [](const OptionDoc& argument) {
    return argument.takes_path();
  });
}

// The words that may stand where an argument is expected: verbs, and arguments
// with a few values.
std::vector<std::string> WordsOf(const CommandDoc& command) {
  std::vector<std::string> words = command.verbs;
  for (const OptionDoc& argument : command.arguments) {
    words.insert(words.end(), argument.choices.begin(), argument.choices.end());
  }
  return words;
}

// In single quotes, for bash and zsh.
std::string Quoted(absl::string_view text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

// ---- bash

// The lines that find the verb typed so far, in $path.
std::string BashPath(absl::Span<const CommandDoc> commands) {
  std::string text;
  for (const CommandDoc& command : commands) {
    for (const std::string& verb : command.verbs) {
      absl::StrAppend(&text, "      ",
                      Quoted(absl::StrCat(command.path, " ", verb)),
                      ") path=", Quoted(Child(command, verb)), " ;;\n");
    }
  }
  return text;
}

// What follows an option that takes a value.
std::string BashValues(const CommandDoc& command) {
  std::string text;
  for (const OptionDoc& option : command.options) {
    if (!option.takes_value()) continue;
    const std::string names = absl::StrJoin(
        option.names, "|", [&](std::string* out, const std::string& name) {
          absl::StrAppend(out, Quoted(absl::StrCat(command.path, ":", name)));
        });
    absl::StrAppend(&text, "    ", names, ") ");
    if (!option.choices.empty()) {
      absl::StrAppend(&text, "_concord_words ",
                      Quoted(absl::StrJoin(option.choices, " ")), "; ");
    } else if (option.takes_path()) {
      absl::StrAppend(&text, "_concord_paths; ");
    }
    absl::StrAppend(&text, "return ;;\n");
  }
  return text;
}

// What may stand where no option's value is expected.
std::string BashWords(const CommandDoc& command) {
  std::vector<std::string> names;
  for (const OptionDoc& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return absl::StrCat("    ", Quoted(command.path),
                      ") options=", Quoted(absl::StrJoin(names, " ")),
                      " words=", Quoted(absl::StrJoin(WordsOf(command), " ")),
                      " paths=", TakesPaths(command) ? "yes" : "no", " ;;\n");
}

constexpr char kBashHelpers[] = R"(
_concord_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_concord_paths() {
  # No <(...): it needs /proc, which a chroot may lack.
  local found
  found=$(compgen -f -- "$cur") && mapfile -t COMPREPLY <<<"$found"
  compopt -o filenames 2>/dev/null
}

_concord() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local path='' options='' words='' paths=no i
  COMPREPLY=()
  # --format=text comes as three words.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${COMP_WORDS[i]}" in
)";

// ---- zsh

std::string ZshFunction(absl::string_view path) {
  return absl::StrCat("_concord", path.empty() ? "" : "_",
                      absl::StrReplaceAll(path, {{" ", "_"}, {"-", "_"}}));
}

// `text` in a specification of _arguments.
std::string ZshText(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"\\", "\\\\"}, {"[", "\\["}, {"]", "\\]"}, {":", "\\:"}});
}

// ":FILE:_files": what a value is called and what it may be.
std::string ZshValue(const OptionDoc& option) {
  if (!option.choices.empty()) {
    return absl::StrCat(":value:(", absl::StrJoin(option.choices, " "), ")");
  }
  if (option.value.empty()) return "";
  return absl::StrCat(":", ZshText(option.value), ":",
                      option.takes_path() ? "_files" : " ");
}

std::string ZshOption(const OptionDoc& option) {
  const std::string others =
      option.names.size() < 2
          ? ""
          : absl::StrCat("(", absl::StrJoin(option.names, " "), ")");
  std::string text;
  for (const std::string& name : option.names) {
    const bool joined = option.takes_value() && absl::StartsWith(name, "--");
    absl::StrAppend(
        &text, "    ",
        Quoted(absl::StrCat(others, name, joined ? "=" : "", "[",
                            ZshText(option.summary), "]", ZshValue(option))),
        " \\\n");
  }
  return text;
}

// The verbs below a command, each with its summary, and the way on to theirs.
std::string ZshVerbs(const CommandDoc& command,
                     absl::Span<const CommandDoc> commands) {
  std::string specs, ways;
  for (const CommandDoc& below : commands) {
    for (const std::string& verb : command.verbs) {
      if (below.path != Child(command, verb)) continue;
      absl::StrAppend(&specs, "      ",
                      Quoted(absl::StrCat(verb, ":", below.summary)), "\n");
      absl::StrAppend(&ways, "    ", verb, ") ", ZshFunction(below.path),
                      " ;;\n");
    }
  }
  return absl::StrCat("    '1: :->verb' '*:: :->rest' && return\n",
                      "  case $state in\n  verb)\n    verbs=(\n", specs,
                      "    )\n    _describe verb verbs ;;\n",
                      "  rest)\n    case $words[1] in\n", ways,
                      "    esac ;;\n  esac\n");
}

std::string ZshCommand(const CommandDoc& command,
                       absl::Span<const CommandDoc> commands) {
  std::string text = absl::StrCat(
      "\n", ZshFunction(command.path), "() {\n",
      "  local curcontext=$curcontext context state state_descr line\n",
      "  local -a verbs\n  local -A opt_args\n  _arguments -C \\\n");
  for (const OptionDoc& option : command.options) text += ZshOption(option);
  if (!command.verbs.empty()) {
    return absl::StrCat(text, ZshVerbs(command, commands), "}\n");
  }
  for (const OptionDoc& argument : command.arguments) {
    absl::StrAppend(&text, "    ", Quoted("*" + ZshValue(argument)), " \\\n");
  }
  return absl::StrCat(absl::StripSuffix(text, " \\\n"), "\n}\n");
}

// ---- fish

std::string FishText(absl::string_view text) {
  return absl::StrCat(
      "'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
}

std::string FishAt(const CommandDoc& command) {
  return absl::StrCat("complete -c concord -n \"__concord_at '", command.path,
                      "'\"");
}

std::string FishOption(const CommandDoc& command, const OptionDoc& option) {
  std::string text = FishAt(command);
  for (absl::string_view name : option.names) {
    if (absl::ConsumePrefix(&name, "--")) {
      absl::StrAppend(&text, " -l ", name);
    } else {
      absl::StrAppend(&text, " -s ", absl::StripPrefix(name, "-"));
    }
  }
  if (!option.choices.empty()) {
    absl::StrAppend(&text, " -x -a ",
                    FishText(absl::StrJoin(option.choices, " ")));
  } else if (option.takes_path()) {
    absl::StrAppend(&text, " -r -F");
  } else if (option.takes_value()) {
    absl::StrAppend(&text, " -x");
  }
  return absl::StrCat(text, " -d ", FishText(option.summary), "\n");
}

std::string FishCommand(const CommandDoc& command,
                        absl::Span<const CommandDoc> commands) {
  std::string text;
  for (const CommandDoc& below : commands) {
    for (const std::string& verb : command.verbs) {
      if (below.path != Child(command, verb)) continue;
      absl::StrAppend(&text, FishAt(command), " -a ", verb, " -d ",
                      FishText(below.summary), "\n");
    }
  }
  for (const OptionDoc& argument : command.arguments) {
    if (argument.choices.empty()) continue;
    absl::StrAppend(&text, FishAt(command), " -a ",
                    FishText(absl::StrJoin(argument.choices, " ")), "\n");
  }
  if (TakesPaths(command)) absl::StrAppend(&text, FishAt(command), " -F\n");
  for (const OptionDoc& option : command.options) {
    text += FishOption(command, option);
  }
  return text;
}

constexpr char kFishPath[] = R"(
# Whether the verb typed so far is the one given.
function __concord_at
    set -l path ''
    for word in (commandline -opc)[2..-1]
        switch "$path $word"
)";

}  // namespace

std::string BashCompletion(absl::Span<const CommandDoc> commands) {
  std::string text =
      absl::StrCat(Head("bash"), kBashHelpers, BashPath(commands),
                   "    esac\n  done\n", "  case \"$path:$prev\" in\n");
  for (const CommandDoc& command : commands) text += BashValues(command);
  absl::StrAppend(&text, "  esac\n  case $path in\n");
  for (const CommandDoc& command : commands) text += BashWords(command);
  return absl::StrCat(text, R"(  esac
  if [[ $cur == -?* || $paths$words == no ]]; then
    _concord_words "$options"
  elif [[ $paths == yes ]]; then
    _concord_paths
  else
    _concord_words "$words"
  fi
}

complete -F _concord concord
)");
}

std::string ZshCompletion(absl::Span<const CommandDoc> commands) {
  std::string text = absl::StrCat("#compdef concord\n", Head("zsh"));
  for (const CommandDoc& command : commands) {
    text += ZshCommand(command, commands);
  }
  return absl::StrCat(text, R"(
# Loaded by the first Tab, it is the body of the function; sourced, it is not.
if [[ $funcstack[1] == _concord ]]; then
  _concord "$@"
else
  compdef _concord concord
fi
)");
}

std::string FishCompletion(absl::Span<const CommandDoc> commands) {
  std::string text = absl::StrCat(Head("fish"), kFishPath);
  for (const CommandDoc& command : commands) {
    for (const std::string& verb : command.verbs) {
      absl::StrAppend(&text, "            case ",
                      FishText(absl::StrCat(command.path, " ", verb)),
                      "\n                set path ",
                      FishText(Child(command, verb)), "\n");
    }
  }
  absl::StrAppend(&text, "        end\n    end\n    test \"$path\" = ",
                  "\"$argv[1]\"\nend\n\ncomplete -c concord -f\n");
  for (const CommandDoc& command : commands) {
    text += FishCommand(command, commands);
  }
  return text;
}

}  // namespace concord
