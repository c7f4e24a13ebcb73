// The manual page and the shells' completions say what the help says. The help
// is drawn by the parser's own library, so it is the truth they are held to.

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

bool Installed(absl::string_view program) {
  return std::system(
             absl::StrCat("command -v ", program, " >/dev/null").c_str()) == 0;
}

// The first words of the lines below `heading`, up to an empty line.
std::vector<std::string> FirstWords(const std::string& help,
                                    absl::string_view heading) {
  std::vector<std::string> words;
  bool below = false;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    if (line == heading) {
      below = true;
    } else if (line.empty()) {
      below = false;
    } else if (below && line.size() > 2 && line[2] != ' ') {
      words.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
  }
  return words;
}

class ManualTest : public ToolTest {
 protected:
  void SetUp() override {
    ToolTest::SetUp();
    Walk("");
  }

  // The long flags of a verb below their headings, as its help names them.
  std::vector<std::pair<std::string, std::string>> FlagsByHeading(
      const std::string& path) {
    std::vector<std::pair<std::string, std::string>> flags;
    std::string heading;
    std::istringstream help(Run(path + " --help").out);
    for (std::string line; std::getline(help, line);) {
      if (absl::EndsWith(line, ":") && line.front() != ' ') {
        heading = line.substr(0, line.size() - 1);
      }
      if (!absl::StartsWith(line, "  -")) continue;
      for (absl::string_view name :
           absl::StrSplit(line.substr(2, line.find(' ', 2) - 2), ',')) {
        if (absl::StartsWith(name, "--")) flags.emplace_back(heading, name);
      }
    }
    return flags;
  }

  std::vector<std::string> LongFlags(const std::string& path) {
    std::vector<std::string> flags;
    for (const auto& [heading, flag] : FlagsByHeading(path)) {
      flags.push_back(flag);
    }
    return flags;
  }

  // What bash offers for the last of `words`, which stand in quotes of the
  // shell where they need them.
  std::vector<std::string> Bash(absl::string_view words) {
    Run("manual bash > c.bash");
    Put("complete.bash",
        "source ./c.bash\nCOMP_WORDS=(\"$@\")\nCOMP_CWORD=$(($# - 1))\n"
        "_concord\nfor word in \"${COMPREPLY[@]}\"; do echo \"$word\"; done\n");
    return Lines(Shell(absl::StrCat("bash complete.bash concord ", words)));
  }

  // What fish offers at the end of `line`.
  std::vector<std::string> Fish(absl::string_view line) {
    Run("manual fish > c.fish");
    std::vector<std::string> words;
    for (const std::string& offer : Lines(
             Shell(absl::StrCat("HOME=$PWD fish --no-config -c 'source c.fish; "
                                "complete -C \"concord ",
                                line, "\"'")))) {
      words.push_back(offer.substr(0, offer.find('\t')));
    }
    return words;
  }

  // All that a command of the shell says, in the test's folder.
  std::string Shell(const std::string& command) {
    const Ran ran = RunShell(command);
    EXPECT_EQ(ran.code, 0) << command << "\n" << ran.err;
    return ran.out + ran.err;
  }

  static std::vector<std::string> Lines(const std::string& text) {
    return absl::StrSplit(text, '\n', absl::SkipEmpty());
  }

  std::vector<std::string> verbs_;  // "reconcile", "store verify"

 private:
  void Walk(const std::string& path) {
    for (const std::string& name :
         FirstWords(Run(path + " --help").out, "Subcommands:")) {
      verbs_.push_back(absl::StrCat(path, path.empty() ? "" : " ", name));
      Walk(verbs_.back());
    }
  }
};

TEST_F(ManualTest, TheHelpNamesVerbsAndFlags) {
  EXPECT_THAT(verbs_, IsSupersetOf({"reconcile", "report", "verify"}));
  EXPECT_THAT(LongFlags("reconcile"), IsSupersetOf({"--format", "--fail-on"}));
}

TEST_F(ManualTest, TheVerbThatPrintsThemIsHidden) {
  EXPECT_THAT(Run("--help").out, Not(HasSubstr("manual")));
}

// What stands below the heading `name` of `page`; "" where there is none.
std::string SectionOf(const std::string& page, const std::string& name) {
  const size_t begin = page.find(absl::StrCat("\n.SS ", name));
  if (begin == std::string::npos) return "";
  return page.substr(begin, page.find("\n.S", begin + 1) - begin);
}

TEST_F(ManualTest, ThePageDescribesEveryFlagOfEveryVerb) {
  const std::string page = Run("manual man").out;
  for (const std::string& verb : verbs_) {
    std::string section = SectionOf(page, "concord " + verb);
    for (const auto& [heading, flag] : FlagsByHeading(verb)) {
      const bool elsewhere =
          absl::StrContains(section, absl::StrCat("\\fI", heading, "\\fR"));
      EXPECT_THAT(
          elsewhere ? SectionOf(page, heading) : section,
          HasSubstr(absl::StrCat(
              "\\fB", absl::StrReplaceAll(flag, {{"-", "\\-"}}), "\\fR")))
          << verb;
    }
  }
}

TEST_F(ManualTest, ThePageSaysWhatTheHelpSaysOfExitCodes) {
  const std::string page = Run("manual man").out;
  const std::string help = Run("--help").out;
  const std::string codes =
      absl::StrReplaceAll(help.substr(help.find("Exit codes: ") + 12),
                          {{"\n", " "}, {".", ""}, {"-", "\\-"}});
  for (absl::string_view code : absl::StrSplit(codes, "; ")) {
    const std::vector<std::string> parts = absl::StrSplit(
        absl::StripAsciiWhitespace(code), absl::MaxSplits(' ', 1));
    ASSERT_EQ(parts.size(), 2) << code;
    EXPECT_THAT(page, HasSubstr(absl::StrCat("\\fB", parts[0], "\\fR\n",
                                             parts[1], ".\n")));
  }
}

TEST_F(ManualTest, ThePageHasNoFaultThatMandocKnows) {
  if (!Installed("mandoc")) GTEST_SKIP() << "mandoc is not installed";
  Run("manual man > concord.1");
  EXPECT_EQ(Shell("mandoc -T lint -W warning concord.1"), "");
}

TEST_F(ManualTest, ThePageIsDrawnWithoutAWarning) {
  if (!Installed("man")) GTEST_SKIP() << "man is not installed";
  Run("manual man > concord.1");
  EXPECT_EQ(Shell("LC_ALL=C.UTF-8 MANROFFSEQ= man --warnings -E UTF-8 -l "
                  "-Tutf8 -Z ./concord.1 >/dev/null"),
            "");
}

TEST_F(ManualTest, BashCompletesEveryVerbAndFlag) {
  for (const std::string& verb : verbs_) {
    const size_t space = verb.rfind(' ');
    const std::string above =
        space == std::string::npos ? "" : verb.substr(0, space + 1);
    EXPECT_THAT(Bash(above + "''"), Contains(verb.substr(above.size())));
    EXPECT_THAT(Bash(verb + " --"), IsSupersetOf(LongFlags(verb)));
  }
}

TEST_F(ManualTest, BashCompletesTheValuesOfAnOption) {
  EXPECT_THAT(Bash("reconcile drop --format ''"),
              ElementsAre("pbs", "jsonl", "txtpb", "text"));
  EXPECT_THAT(Bash("reconcile --format = js"), ElementsAre("jsonl"));
  EXPECT_THAT(Bash("report --format ="), Contains("html"));
  EXPECT_THAT(Bash("reconcile --threads ''"), ElementsAre());
}

TEST_F(ManualTest, BashCompletesPathsWithSpaces) {
  Put("a run.pbs", "");
  EXPECT_THAT(Bash("verify a"), ElementsAre("a run.pbs"));
  EXPECT_THAT(Bash("reconcile -o a"), ElementsAre("a run.pbs"));
}

TEST_F(ManualTest, FishCompletesEveryVerbAndFlag) {
  if (!Installed("fish")) GTEST_SKIP() << "fish is not installed";
  for (const std::string& verb : verbs_) {
    EXPECT_THAT(Fish(verb + " --"), IsSupersetOf(LongFlags(verb))) << verb;
  }
  EXPECT_THAT(Fish(""), IsSupersetOf({"reconcile", "verify"}));
  EXPECT_THAT(Fish("reconcile --format "),
              ElementsAre("jsonl", "pbs", "text", "txtpb"));
}

TEST_F(ManualTest, ZshReadsTheCompletionAndItNamesEveryFlag) {
  if (!Installed("zsh")) GTEST_SKIP() << "zsh is not installed";
  Run("manual zsh > _concord");
  EXPECT_EQ(Shell("zsh -f -n _concord"), "");
  const std::string script = Get("_concord");
  for (const std::string& verb : verbs_) {
    const std::string name = absl::StrReplaceAll(verb, {{" ", "_"}});
    const size_t begin = script.find(absl::StrCat("\n_concord_", name, "()"));
    ASSERT_NE(begin, std::string::npos) << verb;
    const std::string body =
        script.substr(begin, script.find("\n}", begin) - begin);
    for (const std::string& flag : LongFlags(verb)) {
      EXPECT_THAT(body, HasSubstr(flag)) << verb;
    }
  }
}

}  // namespace
}  // namespace concord
