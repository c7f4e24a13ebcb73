#include "engine/reconcile/agreement.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Which claims agree, as a set of pairs.
using Table = std::set<ClaimPair>;

std::vector<ClaimSet> Group(const std::vector<AgreeingPair>& pairs) {
  Table table;
  for (const AgreeingPair& p : pairs) table.insert(p.pair);
  return GroupAgreeing(pairs, [&](uint32_t a, uint32_t b) {
    return table.contains({std::min(a, b), std::max(a, b)});
  });
}

TEST(GroupAgreeingTest, NothingAgreesWithNothing) {
  EXPECT_THAT(Group({}), IsEmpty());
}

TEST(GroupAgreeingTest, JoinsClaimsOfWhichEveryTwoAgree) {
  EXPECT_THAT(Group({{{0, 1}, 0.9f}, {{1, 2}, 0.8f}, {{0, 2}, 0.7f}}),
              ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(GroupAgreeingTest, DoesNotFollowChains) {
  EXPECT_THAT(Group({{{0, 1}, 0.8f}, {{1, 2}, 0.9f}}),
              ElementsAre(ElementsAre(1, 2)));
}

TEST(GroupAgreeingTest, TiesGoToTheSmallerIndex) {
  EXPECT_THAT(Group({{{1, 2}, 0.9f}, {{0, 1}, 0.9f}}),
              ElementsAre(ElementsAre(0, 1)));
}

TEST(GroupAgreeingTest, JoinsGroupsThatHoldTogether) {
  EXPECT_THAT(Group({{{0, 1}, 0.9f},
                     {{2, 3}, 0.9f},
                     {{0, 2}, 0.5f},
                     {{0, 3}, 0.5f},
                     {{1, 2}, 0.5f},
                     {{1, 3}, 0.5f}}),
              ElementsAre(ElementsAre(0, 1, 2, 3)));
}

std::vector<AgreeingPair> RandomPairs(std::mt19937& random) {
  std::vector<AgreeingPair> pairs;
  for (uint32_t a = 0; a < 9; ++a) {
    for (uint32_t b = a + 1; b < 9; ++b) {
      const float similarity = static_cast<float>(random() % 4) / 4;
      if (random() % 2 == 0) pairs.push_back({{a, b}, similarity});
    }
  }
  return pairs;
}

TEST(GroupAgreeingTest, EveryTwoMembersAgreeAndNoClaimIsInTwoGroups) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const std::vector<AgreeingPair> pairs = RandomPairs(random);
    Table table;
    for (const AgreeingPair& p : pairs) table.insert(p.pair);
    std::set<uint32_t> seen;
    for (const ClaimSet& group : Group(pairs)) {
      EXPECT_GE(group.size(), 2);
      for (uint32_t a : group) {
        EXPECT_TRUE(seen.insert(a).second);
        for (uint32_t b : group) {
          EXPECT_TRUE(a >= b || table.contains({a, b}));
        }
      }
    }
  }
}

TEST(GroupAgreeingTest, OrderOfPairsChangesNothing) {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    std::vector<AgreeingPair> pairs = RandomPairs(random);
    const std::vector<ClaimSet> groups = Group(pairs);
    std::shuffle(pairs.begin(), pairs.end(), random);
    EXPECT_EQ(Group(pairs), groups);
  }
}

}  // namespace
}  // namespace concord
