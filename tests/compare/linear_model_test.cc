#include "engine/compare/linear_model.h"

#include "engine/compare/models.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

constexpr absl::string_view kTwoTerms =
    "# comment\n"
    "linear 1\n"
    "bias 0.5\n"
    "dice 2 0 1\n"
    "edits -0.25 0 8\n";

TEST(LinearModelTest, SumsItsTerms) {
  const LinearModel model = *ParseLinear(kTwoTerms);
  FeatureVector features = {};
  EXPECT_FLOAT_EQ(model.Score(features), 0.5f);
  features[kDice] = 0.75f;
  features[kEdits] = 4.0f;
  EXPECT_FLOAT_EQ(model.Score(features), 1.0f);
}

TEST(LinearModelTest, StopsAtTheEndsOfWhatWasSeenInTraining) {
  const LinearModel model = *ParseLinear(kTwoTerms);
  FeatureVector features = {};
  features[kEdits] = 800.0f;
  EXPECT_FLOAT_EQ(model.Score(features), -1.5f);
}

TEST(LinearModelTest, IsReadBackAsItWasWritten) {
  const LinearModel model = *ParseLinear(kTwoTerms);
  EXPECT_EQ("# comment\n" + RenderLinear(model), kTwoTerms);
}

TEST(LinearModelTest, RefusesOtherVersions) {
  EXPECT_FALSE(ParseLinear("linear 2\nbias 0\n").ok());
  EXPECT_FALSE(ParseLinear("bias 0\n").ok());
  EXPECT_FALSE(ParseLinear("# nothing\n").ok());
}

TEST(LinearModelTest, RefusesUnknownAndRepeatedFeaturesAndTornLines) {
  EXPECT_FALSE(ParseLinear("linear 1\nsmell 1 0 1\n").ok());
  EXPECT_FALSE(ParseLinear("linear 1\ndice 1 0 1\ndice 1 0 1\n").ok());
  EXPECT_FALSE(ParseLinear("linear 1\ndice 1 0\n").ok());
  EXPECT_FALSE(ParseLinear("linear 1\ndice 1 1 0\n").ok());
  EXPECT_FALSE(ParseLinear("linear 1\ndice nan 0 1\n").ok());
  EXPECT_FALSE(ParseLinear("linear 1\nbias\n").ok());
}

TEST(ModelsTest, AreBuiltIn) {
  for (const PairModel* model : {&SameModel(), &ConflictModel()}) {
    EXPECT_GT(model->trees.size(), 10u);
    EXPECT_NE(model->linear.bias, 0.0f);
  }
}

TEST(ModelsTest, AnswerWithTheAverageOfTheirParts) {
  PairModel model;
  model.trees = FastTrees({.nodes = {{.threshold = 2.0f}}, .roots = {0}});
  model.linear.bias = -1.0f;
  model.linear_share = 0.25f;
  EXPECT_FLOAT_EQ(model.Score({}), 1.25f);
}

}  // namespace
}  // namespace concord
