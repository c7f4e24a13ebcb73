// The index against the exact join: on whole small worlds, on generated texts,
// and on what an author would send who means harm.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bench/workload.h"
#include "engine/cluster/cluster.h"
#include "engine/cluster/exact_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::Each;

size_t CountAtLeast(const std::vector<ClusterEdge>& edges, float similarity) {
  return static_cast<size_t>(std::count_if(
      edges.begin(), edges.end(),
      [&](const ClusterEdge& e) { return e.similarity >= similarity; }));
}

bool Contains(const std::vector<ClusterEdge>& all,
              const std::vector<ClusterEdge>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end(),
                       [](const ClusterEdge& x, const ClusterEdge& y) {
                         return std::pair(x.a, x.b) < std::pair(y.a, y.b);
                       });
}

// All texts of up to `length` tokens over three words.
std::vector<std::string> SmallWorld(size_t length) {
  std::vector<std::string> texts = {""};
  for (size_t begin = 0; length > 0; --length) {
    const size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const absl::string_view word : {"x", "yy", "zzz"}) {
        const absl::string_view blank = texts[begin].empty() ? "" : " ";
        texts.push_back(absl::StrCat(texts[begin], blank, word));
      }
    }
  }
  return texts;
}

TEST(SmallWorldTest, EveryEdgeIsTrueAndIdenticalTextsAreAllFound) {
  const std::vector<std::string> texts = SmallWorld(7);
  ClusterOptions options;
  options.max_postings = 4096;
  const Clustering truth = ClusterExactly(ViewsOf(texts), options.threshold);
  const Clustering found = ClusterTexts(ViewsOf(texts), options);
  EXPECT_TRUE(Contains(truth.edges, found.edges));
  // Sets of one to five shingles are the hardest there are: similarities are
  // few and low.
  EXPECT_GE(found.edges.size(), truth.edges.size() * 9 / 10);
  EXPECT_EQ(CountAtLeast(found.edges, 1.0f), CountAtLeast(truth.edges, 1.0f));
}

TEST(SmallWorldTest, DocumentsToo) {
  const std::vector<std::string> texts = SmallWorld(6);
  ClusterOptions options;
  options.max_postings = 4096;
  const Clustering truth = ClusterExactly(ViewsOf(texts), options.threshold);
  const Clustering found = ClusterDocuments(ViewsOf(texts), options);
  EXPECT_TRUE(Contains(truth.edges, found.edges));
  EXPECT_EQ(CountAtLeast(found.edges, 1.0f), CountAtLeast(truth.edges, 1.0f));
}

void ExpectPromisedRecall(const Clustering& found, const Clustering& truth) {
  EXPECT_TRUE(Contains(truth.edges, found.edges)) << "an edge that is none";
  EXPECT_GE(static_cast<double>(found.edges.size()),
            0.97 * static_cast<double>(truth.edges.size()));
  EXPECT_GE(static_cast<double>(CountAtLeast(found.edges, 0.7f)),
            0.99 * static_cast<double>(CountAtLeast(truth.edges, 0.7f)));
}

TEST(RecallTest, ClaimsAreFoundAsPromised) {
  const std::vector<std::string> texts = GenerateTexts(ShortClaims(30'000));
  ExpectPromisedRecall(ClusterTexts(ViewsOf(texts)),
                       ClusterExactly(ViewsOf(texts), 0.5));
}

TEST(RecallTest, FiveThousandDocumentsAreFoundAsPromised) {
  const std::vector<std::string> texts = GenerateTexts(LongDocuments(5'000));
  ExpectPromisedRecall(ClusterDocuments(ViewsOf(texts)),
                       ClusterExactly(ViewsOf(texts), 0.5));
}

// Claims with families of boilerplate large enough to meet every cap.
std::vector<std::string> CrowdedTexts() {
  WorkloadOptions options = ShortClaims(6'000);
  options.boilerplate_share = 0.5;
  options.boilerplate_forms = 5;
  return GenerateTexts(options);
}

// Edges by the texts they join, so that numbers do not count.
std::vector<std::pair<std::string, std::string>> EdgesByText(
    const std::vector<std::string>& texts, const Clustering& clustering) {
  std::vector<std::pair<std::string, std::string>> edges;
  for (const ClusterEdge& edge : clustering.edges) {
    edges.push_back(std::minmax({texts[edge.a], texts[edge.b]}));
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

TEST(OrderTest, InputOrderChangesNoEdgeAndNoCluster) {
  std::vector<std::string> texts = CrowdedTexts();
  // Texts that differ in punctuation only would stand for each other.
  for (std::string& text : texts) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  }
  const Clustering first = ClusterTexts(ViewsOf(texts));
  EXPECT_GT(first.stats.capped_postings, 1000u);
  Random random(5);
  std::vector<size_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0);
  for (int round = 0; round < 3; ++round) {
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random.Below(i)]);
    }
    std::vector<std::string> shuffled;
    for (const size_t i : order) shuffled.push_back(texts[i]);
    const Clustering again = ClusterTexts(ViewsOf(shuffled));
    EXPECT_EQ(EdgesByText(shuffled, again), EdgesByText(texts, first));
    EXPECT_EQ(again.stats.capped_postings, first.stats.capped_postings);
    for (size_t i = 0; i < order.size(); ++i) {
      const size_t root = again.root[i];
      EXPECT_EQ(first.root[order[i]], first.root[order[root]]);
    }
  }
}

void ExpectSame(const Clustering& a, const Clustering& b) {
  EXPECT_EQ(a.edges, b.edges);
  EXPECT_EQ(a.root, b.root);
  EXPECT_EQ(a.stats.distinct_sets, b.stats.distinct_sets);
  EXPECT_EQ(a.stats.capped_postings, b.stats.capped_postings);
}

TEST(OrderTest, ThreadsChangeNothing) {
  const std::vector<std::string> texts = CrowdedTexts();
  const Clustering one = ClusterTexts(ViewsOf(texts));
  for (const int threads : {2, 3, 7}) {
    ClusterOptions options;
    options.threads = threads;
    ExpectSame(ClusterTexts(ViewsOf(texts), options), one);
  }
}

TEST(OrderTest, LevelsOfInstructionsChangeNothing) {
  const std::vector<std::string> texts = CrowdedTexts();
  const Clustering best = ClusterTexts(ViewsOf(texts));
  for (const SimdLevel level :
       {SimdLevel::kScalar, SimdLevel::kAvx2, SimdLevel::kAvx512}) {
    if (KernelsOrNull(level) == nullptr) continue;
    ClusterOptions options;
    options.simd = level;
    ExpectSame(ClusterTexts(ViewsOf(texts), options), best);
  }
}

TEST(CapTest, FamiliesStayWholeAndLinear) {
  const std::vector<std::string> texts = CrowdedTexts();
  const Clustering truth = ClusterExactly(ViewsOf(texts), 0.5);
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_TRUE(Contains(truth.edges, found.edges));
  EXPECT_LT(found.stats.verified, 30 * texts.size());
  size_t apart = 0;
  for (size_t i = 0; i < texts.size(); ++i) {
    apart += found.root[i] != truth.root[i];
  }
  EXPECT_LE(apart, texts.size() / 100);
}

TEST(HostileTest, AHundredThousandIdenticalTextsMakeOneCluster) {
  const std::vector<std::string> texts(100'000, "the same words once more");
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_EQ(found.edges.size(), texts.size() - 1);
  EXPECT_EQ(found.stats.verified, 0u);
  EXPECT_THAT(found.root, Each(0u));
}

// Three tokens whose shingle all texts share, and a tail of their own.
TEST(HostileTest, TextsThatShareABandButLittleElseMakeNoCluster) {
  std::vector<std::string> texts;
  for (int i = 0; i < 20'000; ++i) {
    texts.push_back(absl::StrCat("all begin alike ", i, " then ", i * 7,
                                 " part ", i * 11, " end"));
  }
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_TRUE(found.edges.empty());
  EXPECT_LT(found.stats.candidates, 40 * texts.size());
}

TEST(HostileTest, OneWordTextsAreLinear) {
  std::vector<std::string> texts;
  for (int i = 0; i < 50'000; ++i) texts.push_back(absl::StrCat("w", i % 99));
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_EQ(found.stats.distinct_sets, 99u);
}

TEST(HostileTest, AMegabyteInOneClaim) {
  std::string words;
  for (int i = 0; words.size() < (1 << 20); ++i)
    absl::StrAppend(&words, i, " ");
  const std::string letters(1 << 20, 'a');
  const std::string points(1 << 20, '.');
  std::string same;
  while (same.size() < (1 << 20)) same += "a ";
  const std::vector<std::string> texts = {words,  letters, points,        same,
                                          "tail", words,   words + "end", ""};
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_EQ(found.root, (std::vector<uint32_t>{0, 1, 2, 3, 4, 0, 0, 7}));
}

TEST(HostileTest, AnyBytesAreTexts) {
  Random random(9);
  std::vector<std::string> texts;
  for (int i = 0; i < 5'000; ++i) {
    std::string text(random.Below(200), '\0');
    for (char& c : text) c = static_cast<char>(random.Next());
    texts.push_back(text);
    texts.push_back(text);
  }
  const Clustering found = ClusterTexts(ViewsOf(texts));
  EXPECT_GE(found.edges.size(), texts.size() / 2);
  EXPECT_TRUE(Contains(ClusterExactly(ViewsOf(texts), 0.5).edges, found.edges));
}

}  // namespace
}  // namespace concord
