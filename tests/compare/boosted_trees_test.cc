#include "engine/compare/boosted_trees.h"

#include "gtest/gtest.h"

namespace concord {
namespace {

constexpr absl::string_view kTwoTrees =
    "# comment\n"
    "tree\n"
    "dice 0.5 1 2\n"
    "leaf -1\n"
    "leaf 2\n"
    "tree\n"
    "leaf 0.25\n";

TEST(BoostedTreesTest, SumTheAnswersOfTheirTrees) {
  const BoostedTrees trees = *ParseTrees(kTwoTrees);
  FeatureVector features = {};
  features[kDice] = 0.5f;
  EXPECT_FLOAT_EQ(trees.Score(features), -0.75f);
  features[kDice] = 0.6f;
  EXPECT_FLOAT_EQ(trees.Score(features), 2.25f);
}

TEST(BoostedTreesTest, AreReadBackAsTheyWereWritten) {
  const BoostedTrees trees = *ParseTrees(kTwoTrees);
  EXPECT_EQ("# comment\n" + RenderTrees(trees), kTwoTrees);
}

TEST(BoostedTreesTest, RefuseWhatWouldNotEnd) {
  EXPECT_FALSE(ParseTrees("tree\ndice 0.5 0 1\nleaf 1\n").ok());
  EXPECT_FALSE(ParseTrees("tree\ndice 0.5 1 9\nleaf 1\n").ok());
  EXPECT_FALSE(ParseTrees("tree\n").ok());
}

TEST(BoostedTreesTest, RefuseUnknownFeaturesAndTornLines) {
  EXPECT_FALSE(ParseTrees("tree\nsmell 0.5 1 2\nleaf 1\nleaf 1\n").ok());
  EXPECT_FALSE(ParseTrees("tree\nleaf\n").ok());
  EXPECT_FALSE(ParseTrees("tree\nleaf one\n").ok());
}

}  // namespace
}  // namespace concord
