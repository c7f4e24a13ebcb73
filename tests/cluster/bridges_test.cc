#include "engine/cluster/bridges.h"

#include <cstdint>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

TEST(BridgesTest, AWeakBridgeIsCut) {
  EXPECT_THAT(RootsWithoutWeakBridges(
                  4, {{0, 1, 0.9f}, {1, 2, 0.5f}, {2, 3, 0.9f}}, 0.6),
              ElementsAre(0, 0, 2, 2));
}

TEST(BridgesTest, AStrongBridgeStays) {
  EXPECT_THAT(RootsWithoutWeakBridges(
                  4, {{0, 1, 0.9f}, {1, 2, 0.7f}, {2, 3, 0.9f}}, 0.6),
              Each(0u));
}

TEST(BridgesTest, AWeakEdgeOfACircleStays) {
  EXPECT_THAT(
      RootsWithoutWeakBridges(
          4, {{0, 1, 0.5f}, {0, 3, 0.5f}, {1, 2, 0.5f}, {2, 3, 0.5f}}, 0.6),
      Each(0u));
}

TEST(BridgesTest, ASingleTextIsNotCutOff) {
  EXPECT_THAT(RootsWithoutWeakBridges(3, {{0, 1, 0.9f}, {1, 2, 0.5f}}, 0.6),
              Each(0u));
}

TEST(BridgesTest, ALongChainNeedsNoDeepStack) {
  std::vector<ClusterEdge> chain;
  constexpr uint32_t kTexts = 1'000'000;
  for (uint32_t i = 1; i < kTexts; ++i) chain.push_back({i - 1, i, 0.9f});
  EXPECT_THAT(RootsWithoutWeakBridges(kTexts, chain, 0.6), Each(0u));
}

}  // namespace
}  // namespace concord
