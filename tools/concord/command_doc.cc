#include "tools/concord/command_doc.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace concord {
namespace {

// The parser names a value and what bounds it in one: "TEXT:{pbs,jsonl}",
// "INT:INT in [1 - 1024]", "FILE".
void ReadType(absl::string_view type, OptionDoc& option) {
  const size_t colon = type.find(':');
  option.value = std::string(type.substr(0, colon));
  if (colon == absl::string_view::npos) return;
  absl::string_view bounds = type.substr(colon + 1);
  if (absl::ConsumePrefix(&bounds, "{") && absl::ConsumeSuffix(&bounds, "}")) {
    option.choices = absl::StrSplit(bounds, ',');
    option.value.clear();
  } else {
    option.range = std::string(bounds);
  }
}

OptionDoc DescribeOption(const CLI::Option& from) {
  OptionDoc option;
  for (const std::string& name : from.get_snames()) {
    option.names.push_back(absl::StrCat("-", name));
  }
  for (const std::string& name : from.get_lnames()) {
    option.names.push_back(absl::StrCat("--", name));
  }
  if (from.get_items_expected_max() > 0) ReadType(from.get_type_name(), option);
  option.fallback = from.get_default_str();
  option.summary = from.get_description();
  option.group = from.get_group();
  return option;
}

void DescribeInto(const CLI::App& app, absl::string_view path,
                  std::vector<CommandDoc>& commands) {
  CommandDoc command;
  command.path = std::string(path);
  command.summary = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? command.options : command.arguments)
        .push_back(DescribeOption(*option));
  }
  const auto shown = app.get_subcommands(
      [](const CLI::App* verb) { return !verb->get_group().empty(); });
  for (const CLI::App* verb : shown) command.verbs.push_back(verb->get_name());
  commands.push_back(command);
  for (const CLI::App* verb : shown) {
    DescribeInto(*verb,
                 absl::StrCat(path, path.empty() ? "" : " ", verb->get_name()),
                 commands);
  }
}

}  // namespace

bool OptionDoc::takes_path() const {
  const absl::string_view name = absl::StripSuffix(value, "...");
  return name == "FILE" || name == "DIR" || name == "DROP" ||
         absl::StrContains(name, '.');
}

std::vector<CommandDoc> Describe(const CLI::App& app) {
  std::vector<CommandDoc> commands;
  DescribeInto(app, "", commands);
  return commands;
}

}  // namespace concord
