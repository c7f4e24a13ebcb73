#include "engine/compare/vocabulary.h"

#include "gtest/gtest.h"

namespace concord {
namespace {

WordRelation Between(absl::string_view a, absl::string_view b) {
  return Relate(LookUpWord(a), LookUpWord(b));
}

bool Opposed(absl::string_view a, absl::string_view b) {
  return AreOpposites(LookUpWord(a), LookUpWord(b));
}

TEST(RelateTest, SeesThroughInflection) {
  EXPECT_EQ(Between("raised", "raising"), WordRelation::kSame);
}

TEST(RelateTest, SeesThroughDerivation) {
  EXPECT_EQ(Between("decision", "decided"), WordRelation::kFamily);
}

TEST(RelateTest, KnowsWhatCanStandForAWord) {
  EXPECT_EQ(Between("boosted", "hiked"), WordRelation::kSameSide);
  EXPECT_EQ(Between("killed", "assassinated"), WordRelation::kSameSide);
  EXPECT_EQ(Between("purchase", "buy"), WordRelation::kSameSide);
}

TEST(RelateTest, TellsKindsFromNeighbours) {
  EXPECT_EQ(Between("sedan", "car"), WordRelation::kBroader);
  EXPECT_EQ(Between("cat", "monday"), WordRelation::kUnrelated);
}

TEST(RelateTest, IsSymmetric) {
  for (const char* a : {"invasion", "cat", "rise", "london", "xyzzy"}) {
    for (const char* b : {"attack", "dog", "fall", "paris", "decide"}) {
      EXPECT_EQ(Between(a, b), Between(b, a)) << a << " " << b;
    }
  }
}

TEST(OppositesTest, StandOnTwoSidesOfOneClass) {
  EXPECT_TRUE(Opposed("raised", "cut"));
  EXPECT_TRUE(Opposed("approves", "rejected"));
  EXPECT_TRUE(Opposed("more", "less"));
  EXPECT_TRUE(Opposed("before", "after"));
  EXPECT_TRUE(Opposed("arrested", "released"));
}

TEST(OppositesTest, AreNotTheSameWordNorOneSide) {
  EXPECT_FALSE(Opposed("raised", "raises"));
  EXPECT_FALSE(Opposed("raised", "hiked"));
  EXPECT_FALSE(Opposed("xyzzy", "plugh"));
}

TEST(LookUpWordTest, TellsClosedClassesFromContent) {
  EXPECT_EQ(LookUpWord("the").facts->word_class, WordClass::kArticle);
  EXPECT_EQ(LookUpWord("could").facts->word_class, WordClass::kModal);
  EXPECT_EQ(LookUpWord("treaty").facts->word_class, WordClass::kContent);
}

TEST(LookUpWordTest, WeighsRareWordsMore) {
  EXPECT_LT(LookUpWord("year").facts->bits, LookUpWord("treaty").facts->bits);
  EXPECT_EQ(LookUpWord("xyzzy").facts->bits, kRareBits);
}

}  // namespace
}  // namespace concord
