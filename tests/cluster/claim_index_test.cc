#include "engine/cluster/claim_index.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/workload.h"
#include "engine/cluster/cluster.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ClaimIndexTest, ATextFindsThoseBeforeIt) {
  ClaimIndex index;
  std::vector<Neighbor> neighbors;
  EXPECT_EQ(index.Add("the talks ended on Monday in Geneva", neighbors), 0u);
  EXPECT_THAT(neighbors, IsEmpty());
  EXPECT_EQ(index.Add("The talks ended on Monday in Geneva.", neighbors), 1u);
  EXPECT_THAT(neighbors, ElementsAre(Neighbor{0, 1.0f}));
}

TEST(ClaimIndexTest, FindAddsNothing) {
  ClaimIndex index;
  std::vector<Neighbor> neighbors;
  EXPECT_THAT(index.Find("one two three"), IsEmpty());
  index.Add("one two three", neighbors);
  EXPECT_THAT(index.Find("One, two, three"), ElementsAre(Neighbor{0, 1.0f}));
  EXPECT_EQ(index.size(), 1u);
}

TEST(ClaimIndexTest, TextsAreKept) {
  ClaimIndex index;
  std::vector<Neighbor> neighbors;
  for (int i = 0; i < 5000; ++i) {
    const std::string text = absl::StrCat("text number ", i);
    index.Add(text, neighbors);
  }
  for (uint32_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(index.text(i), absl::StrCat("text number ", i));
  }
}

// Growth in between included.
TEST(ClaimIndexTest, OneByOneFindsWhatABatchFinds) {
  const std::vector<std::string> texts = GenerateTexts(ShortClaims(5'000));
  ClusterOptions options;
  options.max_postings = 1000;
  const Clustering batch = ClusterTexts(ViewsOf(texts), options);
  ASSERT_EQ(batch.stats.capped_postings, 0u);
  ClaimIndex index(options, 100);
  std::vector<Neighbor> neighbors;
  std::vector<std::vector<Neighbor>> expected(texts.size());
  for (const ClusterEdge& edge : batch.edges) {
    expected[edge.b].push_back({edge.a, edge.similarity});
  }
  for (uint32_t id = 0; id < texts.size(); ++id) {
    ASSERT_EQ(index.Add(texts[id], neighbors), id);
    EXPECT_EQ(neighbors, expected[id]) << id;
  }
}

TEST(ClaimIndexTest, ATextWhoseKeysAreFullIsStillAnswered) {
  ClusterOptions options;
  options.max_postings = 4;
  ClaimIndex index(options);
  std::vector<Neighbor> neighbors;
  for (int i = 0; i < 300; ++i) {
    index.Add(absl::StrCat("a notice that is the same for all readers of this "
                           "paper and of every other one but for its number ",
                           i),
              neighbors);
    EXPECT_EQ(neighbors.empty(), i == 0) << i;
  }
}

TEST(DocumentIndexTest, FindsACopyThatWasEdited) {
  WorkloadOptions options = LongDocuments(200);
  options.copy_share = 0;
  const std::vector<std::string> texts = GenerateTexts(options);
  DocumentIndex index;
  std::vector<Neighbor> neighbors;
  for (const std::string& text : texts) {
    index.Add(text, neighbors);
    EXPECT_THAT(neighbors, IsEmpty());
  }
  const std::string copy = absl::StrCat("By our own reporter. ", texts[7]);
  index.Add(copy, neighbors);
  ASSERT_EQ(neighbors.size(), 1u);
  EXPECT_EQ(neighbors[0].id, 7u);
  EXPECT_GT(neighbors[0].similarity, 0.95f);
}

}  // namespace
}  // namespace concord
