#include "engine/cluster/verifier.h"

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/shingle_block.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

double JaccardOf(absl::string_view a, absl::string_view b) {
  ShingleBlock block;
  block.Add(a);
  block.Add(b);
  block.Shingle(KernelsFor(SimdLevel::kBest));
  return Verifier().Jaccard(block[0], block[1]);
}

TEST(VerifierTest, CountsSharedAmongDistinctShingles) {
  EXPECT_EQ(JaccardOf("a b c d e", "a b c d e"), 1.0);
  EXPECT_EQ(JaccardOf("a b c d e", "a b c d x"), 2.0 / 4.0);
  EXPECT_EQ(JaccardOf("a b c d e", "v w x y z"), 0.0);
}

TEST(VerifierTest, RepeatsCountOnce) {
  EXPECT_EQ(JaccardOf("a a a a a a", "a a a"), 1.0);
  EXPECT_EQ(JaccardOf("a b c a b c", "a b c"), 1.0 / 3.0);
  EXPECT_EQ(JaccardOf("a b c", "a b c a b c"), 1.0 / 3.0);
}

TEST(VerifierTest, OrderOfShinglesDoesNotCount) {
  EXPECT_EQ(JaccardOf("a b c x y z", "x y z a b c"), 2.0 / 6.0);
}

TEST(VerifierTest, AShortTextIsNoPartOfALongerOne) {
  EXPECT_EQ(JaccardOf("a b", "a b c"), 0.0);
  EXPECT_EQ(JaccardOf("a", "a a a"), 0.0);
}

// A text whose hashes are what an author forged them to be.
class Forged {
 public:
  Forged(absl::string_view text, uint64_t hash) {
    block_.Add(text);
    block_.Shingle(KernelsFor(SimdLevel::kBest));
    shingled_ = block_[0];
    hashes_.assign(shingled_.shingles.size(), hash);
    shingled_.shingles = hashes_;
  }
  const ShingledText& operator*() const { return shingled_; }

 private:
  ShingleBlock block_;
  ShingledText shingled_;
  std::vector<uint64_t> hashes_;
};

TEST(VerifierTest, ForgedHashesMakeNothingSimilar) {
  EXPECT_EQ(Verifier().Jaccard(*Forged("a b c", 7), *Forged("x y z", 7)), 0.0);
  EXPECT_EQ(Verifier().Jaccard(*Forged("a b c d", 7), *Forged("a b c", 7)),
            1.0 / 2.0);
}

TEST(VerifierTest, ManyForgedHashesTakeNoQuadraticTime) {
  std::string a;
  std::string b;
  for (int i = 0; i < 200'000; ++i) {
    a += "a" + std::to_string(i) + " ";
    b += "b" + std::to_string(i) + " ";
  }
  EXPECT_EQ(Verifier().Jaccard(*Forged(a, 7), *Forged(b, 7)), 0.0);
}

}  // namespace
}  // namespace concord
