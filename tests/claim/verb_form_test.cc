#include "engine/claim/verb_form.h"

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(VerbFormTest, LeadsIrregularFormsToTheirVerb) {
  ASSERT_NE(FindVerbForm("took"), nullptr);
  EXPECT_EQ(FindVerbForm("took")->base, "take");
  EXPECT_TRUE(FindVerbForm("took")->past);
  EXPECT_FALSE(FindVerbForm("took")->participle);
}

TEST(VerbFormTest, PrefersAnIrregularPastToAnotherVerb) {
  EXPECT_EQ(FindVerbForm("found")->base, "find");
}

TEST(VerbFormTest, KnowsFormsThatAreSeveral) {
  const VerbForm* put = FindVerbForm("put");
  ASSERT_NE(put, nullptr);
  EXPECT_TRUE(put->bare && put->past && put->participle);
}

TEST(VerbFormTest, DoublesTheLastConsonant) {
  EXPECT_EQ(FindVerbForm("stopped")->base, "stop");
  EXPECT_EQ(FindVerbForm("admitting")->base, "admit");
}

TEST(VerbFormTest, KnowsTheOtherSpellings) {
  EXPECT_EQ(FindVerbForm("denies")->base, "deny");
  EXPECT_EQ(FindVerbForm("dying")->base, "die");
  EXPECT_EQ(FindVerbForm("making")->base, "make");
  EXPECT_EQ(FindVerbForm("teaches")->base, "teach");
  EXPECT_EQ(FindVerbForm("hoping")->base, "hope");
  EXPECT_EQ(FindVerbForm("hopping")->base, "hop");
  EXPECT_EQ(FindVerbForm("starred")->base, "star");
  EXPECT_EQ(FindVerbForm("stared")->base, "stare");
}

TEST(VerbFormTest, TellsHowFarAWordIsAVerb) {
  EXPECT_EQ(FindVerbForm("say")->use, VerbUse::kVerb);
  EXPECT_EQ(FindVerbForm("plan")->use, VerbUse::kBoth);
  EXPECT_EQ(FindVerbForm("house")->use, VerbUse::kNoun);
}

TEST(VerbFormTest, KnowsNoVerbInOtherWords) {
  EXPECT_EQ(FindVerbForm("harbour-master"), nullptr);
  EXPECT_EQ(FindVerbForm(""), nullptr);
}

TEST(VerbFormTest, MakesThePastTense) {
  EXPECT_EQ(PastTense("take"), "took");
  EXPECT_EQ(PastTense("stop"), "stopped");
  EXPECT_EQ(PastTense("visit"), "visited");
  EXPECT_EQ(PastTense("admit"), "admitted");
  EXPECT_EQ(PastTense("carry"), "carried");
}

}  // namespace
}  // namespace concord
