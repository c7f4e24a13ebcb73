#include "engine/cluster/cluster.h"

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ClusterTextsTest, CaseAndPunctuationDoNotCount) {
  const Clustering c = ClusterTexts({"the talks ended on Monday in Geneva",
                                     "The talks ended on Monday, in Geneva."});
  ASSERT_EQ(c.edges.size(), 1u);
  EXPECT_EQ(c.edges[0].similarity, 1.0f);
  EXPECT_THAT(c.root, ElementsAre(0, 0));
}

TEST(ClusterTextsTest, OneChangedWordLeavesAnEdgeWithItsJaccard) {
  const Clustering c =
      ClusterTexts({"one two three four five six seven eight nine ten",
                    "one two three four five six seven eight nine eleven"});
  ASSERT_EQ(c.edges.size(), 1u);
  EXPECT_FLOAT_EQ(c.edges[0].similarity, 7.0f / 9.0f);
}

TEST(ClusterTextsTest, TextsBelowTheThresholdStayApart) {
  const Clustering c = ClusterTexts({"a b c d e f", "a b c u v w"});
  EXPECT_THAT(c.edges, IsEmpty());
  EXPECT_THAT(c.root, ElementsAre(0, 1));
}

TEST(ClusterTextsTest, ShortTextsMatchOnlyThemselves) {
  const Clustering c =
      ClusterTexts({"yes", "no", "Yes!", "oh no", "", "...", ""});
  EXPECT_THAT(c.root, ElementsAre(0, 1, 0, 3, 4, 5, 4));
}

TEST(ClusterTextsTest, NoTextsGiveNoClusters) {
  const Clustering c = ClusterTexts({});
  EXPECT_THAT(c.root, IsEmpty());
}

}  // namespace
}  // namespace concord
