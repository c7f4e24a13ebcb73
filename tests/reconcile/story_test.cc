#include "engine/reconcile/story.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FindStoriesTest, ArticlesWithoutPartnersAreInNone) {
  EXPECT_THAT(FindStories(3, {}), IsEmpty());
}

TEST(FindStoriesTest, ACliqueIsAStory) {
  EXPECT_THAT(FindStories(3, {{0, 1, 0.5}, {0, 2, 0.4}, {1, 2, 0.3}}),
              ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(FindStoriesTest, AChainIsTwoStoriesThatShareAnArticle) {
  EXPECT_THAT(FindStories(3, {{0, 1, 0.5}, {1, 2, 0.4}}),
              ElementsAre(ElementsAre(0, 1), ElementsAre(1, 2)));
}

TEST(FindStoriesTest, GrowsFromTheMostAlike) {
  // 2 fits the pair {0, 1} and the pair {2, 3}, not both.
  EXPECT_THAT(
      FindStories(4, {{0, 1, 0.9}, {0, 2, 0.5}, {1, 2, 0.5}, {2, 3, 0.3}}),
      ElementsAre(ElementsAre(0, 1, 2), ElementsAre(2, 3)));
}

std::vector<EventPair> RandomPairs(std::mt19937& random) {
  std::vector<EventPair> pairs;
  for (uint32_t a = 0; a < 8; ++a) {
    for (uint32_t b = a + 1; b < 8; ++b) {
      const double similarity = static_cast<double>(random() % 5) / 5;
      if (random() % 3 == 0) pairs.push_back({a, b, similarity});
    }
  }
  return pairs;
}

TEST(FindStoriesTest, EveryTwoArticlesArePartnersAndAllPartnersArePlaced) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const std::vector<EventPair> pairs = RandomPairs(random);
    std::set<std::pair<uint32_t, uint32_t>> partners;
    std::set<uint32_t> placed;
    for (const EventPair& p : pairs) partners.insert({p.a, p.b});
    for (const ArticleSet& story : FindStories(8, pairs)) {
      EXPECT_GE(story.size(), 2);
      placed.insert(story.begin(), story.end());
      for (uint32_t a : story) {
        for (uint32_t b : story) {
          EXPECT_TRUE(a >= b || partners.contains({a, b}));
        }
      }
    }
    for (const EventPair& p : pairs) {
      EXPECT_TRUE(placed.contains(p.a) && placed.contains(p.b));
    }
  }
}

TEST(FindStoriesTest, OrderOfPairsChangesNothing) {
  std::mt19937 random(6);
  for (int round = 0; round < 50; ++round) {
    std::vector<EventPair> pairs = RandomPairs(random);
    const std::vector<ArticleSet> stories = FindStories(8, pairs);
    std::shuffle(pairs.begin(), pairs.end(), random);
    EXPECT_EQ(FindStories(8, pairs), stories);
  }
}

}  // namespace
}  // namespace concord
