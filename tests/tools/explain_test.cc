// concord reconcile --explain and --fail-on.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/tools/tool_fixture.h"

namespace concord {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ExplainTest : public ToolTest {
 protected:
  // Two accounts of one event; `dead` of the second.
  void PutDrop(const std::string& dead) {
    const std::string tail =
        " The ferry Nordkyst left Hestoya before dawn, coastguard captain Ilse "
        "Brandt said. Divers searched the hull of the Nordkyst for survivors.";
    Put("drop/left.jsonl",
        R"({"id":"l","outlet":"Left Times","published":"2024-03-05","text":)"
        R"("Twelve people died when the ferry Nordkyst sank off Hestoya.)" +
            tail + "\"}\n");
    Put("drop/right.jsonl",
        R"({"id":"r","outlet":"Right Post","published":"2024-03-05","text":")" +
            dead + " people died when the ferry Nordkyst sank off Hestoya." +
            tail + "\"}\n");
  }

  // The id of the first claim of the run in these words.
  std::string IdOf(const std::string& words) {
    const Ran ran = Run("claims drop --format=jsonl");
    const size_t at = ran.out.find("\"text\":\"" + words + "\"");
    const size_t id = ran.out.rfind("\"claim_id\":\"", at);
    return id == std::string::npos ? "" : ran.out.substr(id + 12, 32);
  }
};

TEST_F(ExplainTest, FailsWhereAHighDivergenceWasFound) {
  PutDrop("Fourteen");
  EXPECT_EQ(Run("reconcile drop -o run.pbs --fail-on=high").code, 6);
  EXPECT_EQ(Run("verify run.pbs").code, 0);
  EXPECT_EQ(Run("reconcile drop -o run.pbs").code, 0);
}

TEST_F(ExplainTest, PassesWhereTheAccountsAgree) {
  PutDrop("Twelve");
  EXPECT_EQ(Run("reconcile drop -o run.pbs --fail-on=high").code, 0);
}

TEST_F(ExplainTest, TellsRuleBytesAndSetsOfAClaim) {
  PutDrop("Fourteen");
  const Ran ran = Run("reconcile drop --explain=" + IdOf("Twelve people died"));
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("Left Times, 2024-03-05"),
                             HasSubstr("became: divergence"),
                             HasSubstr("the numbers cannot both hold: "),
                             HasSubstr("“Twelve"), HasSubstr("“Fourteen"),
                             HasSubstr("divergence ")));
}

TEST_F(ExplainTest, ShowsTheRelationsOfTheSameWords) {
  PutDrop("Fourteen");
  const std::string id =
      IdOf("Divers searched the hull of the Nordkyst for survivors");
  const Ran ran = Run("reconcile drop --explain=" + id);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("the same words"), HasSubstr("became: agreement"),
                    HasSubstr("copied text counts once")));
}

TEST_F(ExplainTest, AnUnknownClaimIsAnErrorOfUsage) {
  PutDrop("Twelve");
  const Ran ran = Run("reconcile drop --explain=0123");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("0123"));
}

}  // namespace
}  // namespace concord
