#include "engine/cluster/exact_join.h"

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "bench/workload.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/verifier.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(ExactJoinTest, FindsWhatComparingAllPairsFinds) {
  WorkloadOptions options = ShortClaims(300);
  options.copy_share = 0.6;
  options.min_words = 1;
  const std::vector<std::string> texts = GenerateTexts(options);
  ShingleBlock block;
  for (const std::string& text : texts) block.Add(text);
  block.Shingle(ScalarKernels());
  for (const double threshold : {0.2, 0.5, 0.75, 1.0}) {
    const Clustering truth = ClusterExactly(ViewsOf(texts), threshold);
    std::vector<ClusterEdge> expected;
    Verifier verifier;
    for (uint32_t a = 0; a < texts.size(); ++a) {
      verifier.SetText(block[a]);
      for (uint32_t b = a + 1; b < texts.size(); ++b) {
        const double similarity = verifier.Jaccard(block[b]);
        if (similarity < threshold) continue;
        expected.push_back({a, b, static_cast<float>(similarity)});
      }
    }
    EXPECT_EQ(truth.edges, expected) << threshold;
  }
}

TEST(ExactJoinTest, IdenticalTextsHaveOneEdgeEach) {
  const Clustering truth = ClusterExactly({"a b c", "A b c.", "a, b, c"}, 0.5);
  EXPECT_EQ(truth.edges,
            (std::vector<ClusterEdge>{{0, 1, 1.0f}, {0, 2, 1.0f}}));
}

}  // namespace
}  // namespace concord
