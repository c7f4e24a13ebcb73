// The tool, run as a user runs it, in a folder of its own for each test.

#ifndef CONCORD_TESTS_TOOLS_TOOL_FIXTURE_H_
#define CONCORD_TESTS_TOOLS_TOOL_FIXTURE_H_

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace concord {

// What a run of the tool came to.
struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

class ToolTest : public ::testing::Test {
 protected:
  // A short article.
  static constexpr char kStory[] =
      "Ferry runs aground\n\n"
      "The ferry ran aground off Calder Point on Tuesday. Nobody was hurt, the "
      "harbour master said.\n";

  void SetUp() override {
    std::string name = absl::StrCat(::testing::TempDir(), "/concord.XXXXXX");
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    dir_ = name;
    std::filesystem::create_directory(dir_ / "drop");
  }

  void TearDown() override { std::filesystem::remove_all(dir_); }

  void Put(const std::string& name, const std::string& bytes) {
    std::ofstream(dir_ / name, std::ios::binary) << bytes;
  }

  std::string Get(const std::string& name) {
    std::ifstream in(dir_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Runs `concord ARGUMENTS` in the folder, as the shell reads them.
  Ran Run(const std::string& arguments) { return Run("", arguments); }

  // The same with `environment`, "NAME=value".
  Ran Run(const std::string& environment, const std::string& arguments) {
    return RunShell(
        absl::StrCat(environment, " '", CONCORD_TOOL, "' ", arguments));
  }

  // Runs a command of the shell in the folder.
  Ran RunShell(const std::string& line) {
    const std::string command = absl::StrCat(
        "cd '", dir_.string(), "' && { ", line, "; } >.out 2>.err </dev/null");
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Get(".out"),
            Get(".err")};
  }

  std::filesystem::path dir_;
};

}  // namespace concord

#endif  // CONCORD_TESTS_TOOLS_TOOL_FIXTURE_H_
