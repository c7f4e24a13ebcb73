#include "engine/grammar/finite_verb.h"

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "tests/grammar/hand_parse.h"

namespace concord {
namespace {

bool Wants(absl::string_view sentence) {
  const HandParse s = ReadHandParse(sentence);
  return WantsFiniteVerb(s.words, s.parse.tags);
}

bool MayFollow(absl::string_view words) {
  return MayFollowSubject(ReadHandParse(words).parse.tags);
}

TEST(WantsFiniteVerbTest, ASentenceHasOne) {
  EXPECT_TRUE(Wants("Police/NNS arrested/VBN him/PRP ./."));
  EXPECT_FALSE(Wants("Police/NNS arrested/VBD him/PRP ./."));
  EXPECT_FALSE(Wants("He/PRP may/MD go/VB ./. \"/''"));
}

TEST(WantsFiniteVerbTest, HeadlinesAndListsNeedNone) {
  EXPECT_FALSE(Wants("Man/NN arrested/VBN in/IN Oslo/NNP"));
  EXPECT_TRUE(Wants("Man/NN arrested/VBN ./. \"/''"));
}

TEST(WantsFiniteVerbTest, SoHasEachClause) {
  EXPECT_TRUE(
      Wants("She/PRP said/VBD that/IN police/NNS arrested/VBN him/PRP ./."));
  EXPECT_TRUE(Wants("The/DT men/NNS ,/, who/WP left/VBD ,/, returned/VBN ./."));
  EXPECT_FALSE(
      Wants("He/PRP fell/VBD because/IN the/DT rope/NN broke/VBD ./."));
}

TEST(WantsFiniteVerbTest, PrepositionsOpenNoClause) {
  EXPECT_FALSE(Wants("He/PRP left/VBD after/IN the/DT vote/NN ./."));
}

TEST(WantsFiniteVerbTest, AClauseCutShortHasNone) {
  EXPECT_FALSE(Wants("He/PRP left/VBD when/WRB asked/VBN to/TO ./."));
  EXPECT_FALSE(Wants("Leave/VBP if/IN possible/JJ today/NN ./."));
  EXPECT_FALSE(Wants("He/PRP knows/VBZ how/WRB to/TO swim/VB ./."));
}

TEST(WantsFiniteVerbTest, AQuestionIsOneClause) {
  EXPECT_FALSE(Wants("Who/WP won/VBD the/DT game/NN ?/."));
  EXPECT_FALSE(Wants("\"/`` Who/WP won/VBD the/DT game/NN ?/."));
}

TEST(MayFollowSubjectTest, AfterASubjectAndAdverbs) {
  EXPECT_TRUE(MayFollow("Police/NNS"));
  EXPECT_TRUE(MayFollow("they/PRP also/RB"));
  EXPECT_TRUE(MayFollow("Ann/NNP ,/, 31/CD ,/,"));
  EXPECT_TRUE(MayFollow("who/WP"));
}

TEST(MayFollowSubjectTest, NotAfterWhatAParticipleGoesWith) {
  EXPECT_FALSE(MayFollow("has/VBZ not/RB"));
  EXPECT_FALSE(MayFollow("the/DT hotly/RB"));
  EXPECT_FALSE(MayFollow("as/IN"));
  EXPECT_FALSE(MayFollow("now/RB"));
}

}  // namespace
}  // namespace concord
