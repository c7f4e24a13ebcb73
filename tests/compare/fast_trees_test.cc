#include "engine/compare/fast_trees.h"

#include <algorithm>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// A tree of up to `depth` questions, as text of boosted_trees.h.
std::string RandomTree(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 5 == 0) {
    return absl::StrCat("leaf ", static_cast<int>(random() % 200) - 100, "\n");
  }
  const std::string left = RandomTree(random, depth - 1);
  const std::string right = RandomTree(random, depth - 1);
  const auto lines = std::count(left.begin(), left.end(), '\n');
  return absl::StrCat(kFeatureNames[random() % kFeatureCount], " ",
                      random() % 10, " 1 ", lines + 1, "\n", left, right);
}

FeatureVector RandomFeatures(std::mt19937& random) {
  FeatureVector features;
  for (float& f : features) f = static_cast<float>(random() % 21) / 2.0f;
  return features;
}

TEST(FastTreesTest, AnswerAsTheSlowOnesDoBitForBit) {
  std::mt19937 random(7);
  for (int trees = 0; trees < 40; ++trees) {
    std::string text;
    for (int i = 0; i < trees; ++i) {
      absl::StrAppend(&text, "tree\n", RandomTree(random, i % 9));
    }
    const BoostedTrees slow = *ParseTrees(text);
    const FastTrees fast(slow);
    EXPECT_EQ(fast.size(), slow.roots.size());
    for (int i = 0; i < 50; ++i) {
      const FeatureVector features = RandomFeatures(random);
      ASSERT_EQ(fast.Score(features), slow.Score(features)) << text;
    }
  }
}

}  // namespace
}  // namespace concord
