#include "engine/reconcile/posting_index.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
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
using testing::Pair;

using Partners = std::vector<std::pair<uint32_t, uint32_t>>;

Partners PartnersOf(const PostingIndex& index, uint32_t item) {
  Partners partners;
  index.ForPartners(item, [&](uint32_t other, uint32_t shared) {
    partners.emplace_back(other, shared);
  });
  return partners;
}

TEST(PostingIndexTest, CountsSharedKeysOfGreaterItems) {
  PostingIndex index;
  for (uint32_t item : {0u, 1u, 2u}) index.Add(/*key=*/7, item, item);
  for (uint32_t item : {0u, 2u}) index.Add(/*key=*/8, item, item);
  index.Build(/*items=*/3, /*cap=*/10);
  EXPECT_THAT(PartnersOf(index, 0), ElementsAre(Pair(1, 1), Pair(2, 2)));
  EXPECT_THAT(PartnersOf(index, 1), ElementsAre(Pair(2, 1)));
  EXPECT_THAT(PartnersOf(index, 2), IsEmpty());
  EXPECT_EQ(index.capped(), 0);
}

TEST(PostingIndexTest, NeighboursAreAllThatShareKeys) {
  PostingIndex index;
  for (uint32_t item : {0u, 1u, 2u}) index.Add(/*key=*/7, item, item);
  index.Add(/*key=*/8, 3, 3);
  index.Build(/*items=*/4, /*cap=*/10);
  Partners neighbours;
  index.ForNeighbours(1, [&](uint32_t other, uint32_t shared) {
    neighbours.emplace_back(other, shared);
  });
  EXPECT_THAT(neighbours, ElementsAre(Pair(0, 1), Pair(2, 1)));
}

TEST(PostingIndexTest, EmptyIndexHasNoPartners) {
  PostingIndex index;
  index.Build(/*items=*/2, /*cap=*/10);
  EXPECT_THAT(PartnersOf(index, 0), IsEmpty());
}

TEST(PostingIndexTest, CountsWhatTheCapKeepsOut) {
  PostingIndex index;
  for (uint32_t item = 0; item < 100; ++item) index.Add(7, item, item);
  index.Build(/*items=*/100, /*cap=*/10);
  EXPECT_EQ(index.capped(), 90);
}

// The items kept, by content hash, whatever order and index they had.
TEST(PostingIndexTest, CapKeepsTheSameContentInAnyOrder) {
  std::vector<uint64_t> hashes(50);
  std::iota(hashes.begin(), hashes.end(), 1000);
  std::set<std::set<uint64_t>> kept_sets;
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(hashes.begin(), hashes.end(), random);
    PostingIndex index;
    for (uint32_t i = 0; i < hashes.size(); ++i) index.Add(7, i, hashes[i]);
    index.Build(50, /*cap=*/5);
    std::set<uint64_t> kept;
    for (uint32_t i = 0; i < hashes.size(); ++i) {
      for (const auto& [other, shared] : PartnersOf(index, i)) {
        kept.insert({hashes[i], hashes[other]});
      }
    }
    EXPECT_EQ(kept.size(), 5);
    kept_sets.insert(kept);
  }
  EXPECT_EQ(kept_sets.size(), 1);
}

TEST(PostingIndexTest, FindsWhatAllPairsFind) {
  std::mt19937 random(2);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::set<uint64_t>> keys(12);
    PostingIndex index;
    for (uint32_t i = 0; i < keys.size(); ++i) {
      for (int k = 0; k < 4; ++k) keys[i].insert(random() % 15);
      for (uint64_t key : keys[i]) index.Add(key, i, i);
    }
    index.Build(12, /*cap=*/12);
    for (uint32_t i = 0; i < keys.size(); ++i) {
      Partners expected;
      for (uint32_t j = i + 1; j < keys.size(); ++j) {
        const auto shared = static_cast<uint32_t>(
            std::count_if(keys[i].begin(), keys[i].end(),
                          [&](uint64_t key) { return keys[j].contains(key); }));
        if (shared > 0) expected.emplace_back(j, shared);
      }
      EXPECT_EQ(PartnersOf(index, i), expected);
    }
  }
}

}  // namespace
}  // namespace concord
