// README's examples, run as they stand there.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

// A command and the lines that README shows below it.
struct Example {
  std::string command;
  std::vector<std::string> shown;
};

// Of all blocks marked `console`: "$ " begins a command, "> " goes on with it.
std::vector<Example> ReadExamples() {
  std::vector<Example> examples;
  std::ifstream readme(TestPath("../README.md"));
  bool in_block = false;
  for (std::string line; std::getline(readme, line);) {
    if (absl::StartsWith(line, "```")) {
      in_block = line == "```console";
    } else if (in_block && absl::StartsWith(line, "$ ")) {
      examples.push_back({line.substr(2), {}});
    } else if (in_block && absl::StartsWith(line, "> ")) {
      absl::StrAppend(&examples.back().command, "\n", line.substr(2));
    } else if (in_block) {
      examples.back().shown.push_back(line);
    }
  }
  return examples;
}

// The blocks marked `python`.
std::vector<std::string> ReadPython() {
  std::vector<std::string> scripts;
  std::ifstream readme(TestPath("../README.md"));
  bool in_block = false;
  for (std::string line; std::getline(readme, line);) {
    if (absl::StartsWith(line, "```")) {
      in_block = line == "```python";
      if (in_block) scripts.emplace_back();
    } else if (in_block) {
      absl::StrAppend(&scripts.back(), line, "\n");
    }
  }
  return scripts;
}

// True where `line` is `pattern`, in which "..." is any run of characters.
bool LineFits(absl::string_view line, absl::string_view pattern) {
  const std::vector<absl::string_view> parts = absl::StrSplit(pattern, "...");
  if (!absl::ConsumePrefix(&line, parts.front())) return false;
  if (parts.size() == 1) return line.empty();
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    const size_t at = line.find(parts[i]);
    if (at == absl::string_view::npos) return false;
    line.remove_prefix(at + parts[i].size());
  }
  return absl::EndsWith(line, parts.back());
}

// True where `lines` from `line` on are `shown` from `part` on. A line "..."
// stands for any number of lines.
bool Fits(const std::vector<std::string>& lines, size_t line,
          const std::vector<std::string>& shown, size_t part) {
  for (; part < shown.size(); ++part, ++line) {
    if (shown[part] == "...") {
      for (size_t from = line; from <= lines.size(); ++from) {
        if (Fits(lines, from, shown, part + 1)) return true;
      }
      return false;
    }
    if (line >= lines.size() || !LineFits(lines[line], shown[part])) {
      return false;
    }
  }
  return line == lines.size();
}

std::vector<std::string> LinesOf(absl::string_view text) {
  if (text.empty()) return {};
  absl::ConsumeSuffix(&text, "\n");
  return absl::StrSplit(text, '\n');
}

class ReadmeTest : public ToolTest {
 protected:
  // Runs `command` where a reader would: at the top, with concord on the path.
  Ran RunAtTop(const std::string& command) {
    Put(".command", command);
    const std::string path =
        std::filesystem::path(CONCORD_TOOL).parent_path().string();
    return RunShell(absl::StrCat("PATH='", path, "':\"$PATH\" sh -e .command"));
  }

  void SetUp() override {
    ToolTest::SetUp();
    for (const char* name : {"tests", "tools", "proto"}) {
      std::filesystem::create_directory_symlink(
          TestPath(absl::StrCat("../", name)), dir_ / name);
    }
  }
};

TEST_F(ReadmeTest, EveryExampleShowsWhatComesOut) {
  const std::vector<Example> examples = ReadExamples();
  ASSERT_GE(examples.size(), 6);
  for (const Example& example : examples) {
    const Ran ran = RunAtTop(example.command);
    EXPECT_EQ(ran.code, 0) << example.command << "\n" << ran.err;
    EXPECT_TRUE(Fits(LinesOf(ran.out), 0, example.shown, 0))
        << "$ " << example.command << "\nsays\n"
        << ran.out << "and README shows\n"
        << absl::StrJoin(example.shown, "\n");
  }
}

// With the reader of tools/python, as pip would install it.
TEST_F(ReadmeTest, EveryPythonExampleRuns) {
  const std::string python = "/usr/bin/python3";
  const Ran has = RunShell(
      absl::StrCat(python, " -c 'import google.protobuf, pandas, xxhash'"));
  if (has.code != 0) GTEST_SKIP() << "needs python3-protobuf, -pandas, -xxhash";
  ASSERT_EQ(RunShell("mkdir reader && cp -r tools/python/concord reader/ && "
                     "protoc -I proto --python_out=reader proto/concord/v1/*")
                .code,
            0);
  ASSERT_EQ(Run("reconcile tests/data/sample -o run.pbs").code, 0);
  const std::vector<std::string> scripts = ReadPython();
  EXPECT_FALSE(scripts.empty());
  for (const std::string& script : scripts) {
    Put("script.py", script);
    const Ran ran =
        RunShell(absl::StrCat("PYTHONPATH=reader ", python, " script.py"));
    EXPECT_EQ(ran.code, 0) << script << ran.err;
    EXPECT_FALSE(ran.out.empty()) << script;
  }
}

TEST(ReadmeFitTest, DotsStandForWhatIsLeftOut) {
  EXPECT_TRUE(Fits({"a", "b", "c"}, 0, {"a", "...", "c"}, 0));
  EXPECT_TRUE(Fits({"a", "c"}, 0, {"a", "...", "c"}, 0));
  EXPECT_FALSE(Fits({"a", "b"}, 0, {"a", "...", "c"}, 0));
  EXPECT_FALSE(Fits({"a", "b"}, 0, {"a"}, 0));
  EXPECT_TRUE(LineFits("claim 260, story 1", "claim ..., story 1"));
  EXPECT_FALSE(LineFits("claim 260, story 2", "claim ..., story 1"));
}

}  // namespace
}  // namespace concord
