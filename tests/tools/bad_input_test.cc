// Bad input beside good: a message, a quarantine record, the rest unharmed.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class BadInputTest : public ToolTest {
 protected:
  // Reconciles the drop, which holds a good article beside something bad, and
  // expects a quarantine of that code and source.
  void ExpectQuarantine(const std::string& code, const std::string& source) {
    Put("drop/good.txt", kStory);
    const Ran ran = Run("reconcile drop --format=jsonl");
    EXPECT_EQ(ran.code, 1) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(absl::StrCat("\"code\":\"QUARANTINE_CODE_",
                                                code, "\"")));
    EXPECT_THAT(ran.out, HasSubstr(source));
    EXPECT_THAT(ran.out, HasSubstr("\"external_id\":\"good.txt\""));
    Put("run.jsonl", ran.out);
    EXPECT_EQ(Run("verify run.jsonl").code, 0);
  }
};

constexpr char kGoodLine[] =
    "{\"id\":\"x\",\"text\":\"The pier opened today.\"}\n";

TEST_F(BadInputTest, EmptyFile) {
  Put("drop/a.txt", "");
  ExpectQuarantine("EMPTY", "a.txt");
}

TEST_F(BadInputTest, WhiteSpaceOnly) {
  Put("drop/a.txt", " \n\n\t");
  ExpectQuarantine("EMPTY", "a.txt");
}

TEST_F(BadInputTest, InvalidUtf8) {
  Put("drop/a.txt", "The mayor \xff\xfe resigned on Monday.\n");
  ExpectQuarantine("REPAIRED", "a.txt");
}

TEST_F(BadInputTest, NulBytes) {
  Put("drop/a.txt", std::string("The mayor\0 resigned on Monday.\n", 31));
  ExpectQuarantine("REPAIRED", "a.txt");
}

TEST_F(BadInputTest, LineOf100Megabytes) {
  Put("drop/a.jsonl", absl::StrCat("{\"text\":\"", std::string(100 << 20, 'a'),
                                   "\"}\n", kGoodLine));
  ExpectQuarantine("TOO_LARGE", "a.jsonl:1");
}

TEST_F(BadInputTest, LineWithoutText) {
  Put("drop/a.jsonl",
      absl::StrCat("{\"id\":\"y\",\"title\":\"T\"}\n", kGoodLine));
  ExpectQuarantine("MISSING_FIELD", "a.jsonl:1");
}

TEST_F(BadInputTest, BrokenJsonInTheMiddle) {
  Put("drop/a.jsonl",
      absl::StrCat(kGoodLine, "{\"id\":\"y\",\"text\":\n",
                   "{\"id\":\"z\",\"text\":\"It closed again.\"}\n"));
  ExpectQuarantine("MALFORMED", "a.jsonl:2");
}

TEST_F(BadInputTest, UnreadableFile) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads every file";
  Put("drop/secret.txt", kStory);
  fs::permissions(dir_ / "drop/secret.txt", fs::perms::none);
  ExpectQuarantine("UNREADABLE", "secret.txt");
}

TEST_F(BadInputTest, PipeNeverBlocks) {
  ASSERT_EQ(mkfifo((dir_ / "drop/pipe.txt").c_str(), 0600), 0);
  ExpectQuarantine("UNREADABLE", "pipe.txt");
}

TEST_F(BadInputTest, DirectoryLoop) {
  fs::create_directory_symlink(dir_ / "drop", dir_ / "drop/again");
  ExpectQuarantine("DIRECTORY_LOOP", "again");
}

TEST_F(BadInputTest, MissingDrop) {
  Put("drop/good.txt", kStory);
  const Ran ran = Run("reconcile drop nowhere --format=jsonl");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("QUARANTINE_CODE_MISSING\""));
}

TEST_F(BadInputTest, NothingReadableIsCodeThree) {
  EXPECT_EQ(Run("reconcile nowhere").code, 3);
  EXPECT_EQ(Run("reconcile drop").code, 3);  // an empty folder
}

TEST_F(BadInputTest, OneIdInTwoOutletsIsNoError) {
  Put("drop/a.jsonl",
      "{\"id\":\"1\",\"outlet\":\"A\",\"text\":\"The pier opened today.\"}\n"
      "{\"id\":\"1\",\"outlet\":\"B\",\"text\":\"The dam was closed.\"}\n");
  EXPECT_EQ(Run("reconcile drop").code, 0);
}

}  // namespace
}  // namespace concord
