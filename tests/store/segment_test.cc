// Segments: what goes in comes out; what is damaged is refused.

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/store/durable_file.h"
#include "engine/store/posting_segment.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::string PathOf(const std::string& name) {
  return absl::StrCat(::testing::TempDir(), "/segment-", getpid(), "-", name);
}

TEST(SegmentTest, EveryKeyGivesItsItemsAndNoOtherKeyAny) {
  std::mt19937_64 random(7);
  SegmentBuilder builder;
  std::map<uint64_t, std::set<uint32_t>> model;
  for (int i = 0; i < 5000; ++i) {
    const uint64_t key = i % 3 == 0 ? random() % 50 : random();
    const auto item = static_cast<uint32_t>(random() % 1000);
    if (model[key].insert(item).second) {
      builder.Add(KeySpace::kConcepts, {key, 0, 0, item});
    }
  }
  const auto segment = builder.Build();
  const SpaceView& space = segment->space(KeySpace::kConcepts);
  for (const auto& [key, items] : model) {
    ASSERT_THAT(space.Find(key).items, ElementsAreArray(items)) << key;
  }
  for (int i = 0; i < 5000; ++i) {
    const uint64_t key = random();
    if (model.contains(key)) continue;
    ASSERT_THAT(space.Find(key).items, IsEmpty());
  }
  EXPECT_THAT(space.Find(0).items.size(), model[0].size());
  EXPECT_THAT(space.Find(~uint64_t{0}).items, IsEmpty());
}

TEST(SegmentTest, RankedItemsComeByRankThenTie) {
  SegmentBuilder builder;
  builder.Add(KeySpace::kEvents, {5, 30, 0, 1});
  builder.Add(KeySpace::kEvents, {5, 10, 9, 2});
  builder.Add(KeySpace::kEvents, {5, 10, 4, 3});
  const auto segment = builder.Build();
  EXPECT_THAT(segment->space(KeySpace::kEvents).Find(5).items,
              ElementsAreArray({3, 2, 1}));
}

std::shared_ptr<const PostingSegment> SmallSegment() {
  SegmentBuilder builder;
  for (uint64_t i = 0; i < 9; ++i) {
    builder.Add(KeySpace::kEvents, {i * i, i, 0, static_cast<uint32_t>(i)});
    builder.Add(KeySpace::kIds, {i << 60, 0, 0, static_cast<uint32_t>(i)});
  }
  return builder.Build();
}

TEST(SegmentTest, FileIsWhatWasBuilt) {
  const auto built = SmallSegment();
  const std::string path = PathOf("whole");
  ASSERT_TRUE(WriteDurably(path, built->bytes()).ok());
  const auto opened = PostingSegment::Open(path);
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ((*opened)->bytes(), built->bytes());
  EXPECT_THAT((*opened)->space(KeySpace::kEvents).Find(49).items,
              ElementsAreArray({7}));
}

TEST(SegmentTest, EveryFlippedByteIsRefused) {
  const std::string bytes(SmallSegment()->bytes());
  const std::string path = PathOf("flipped");
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
    std::ofstream(path, std::ios::binary) << flipped;
    ASSERT_FALSE(PostingSegment::Open(path).ok()) << "byte " << i;
  }
}

TEST(SegmentTest, EveryCutIsRefused) {
  const std::string bytes(SmallSegment()->bytes());
  const std::string path = PathOf("cut");
  for (size_t size = 0; size < bytes.size(); size += 3) {
    std::ofstream(path, std::ios::binary) << bytes.substr(0, size);
    ASSERT_FALSE(PostingSegment::Open(path).ok()) << size << " bytes";
  }
}

TEST(SegmentTest, NoFileIsNotFound) {
  EXPECT_TRUE(absl::IsNotFound(PostingSegment::Open(PathOf("none")).status()));
}

}  // namespace
}  // namespace concord
