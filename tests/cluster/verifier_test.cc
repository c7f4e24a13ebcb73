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
  Verifier verifier;
  verifier.SetText(block[0]);
  const double similarity = verifier.Jaccard(block[1]);

  // The same without the hashes of the other text.
  ShingleBlock tokens;
  tokens.Add(b);
  tokens.Tokenise(KernelsFor(SimdLevel::kBest));
  EXPECT_EQ(verifier.Jaccard(tokens[0]), similarity);
  return similarity;
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

  double Jaccard(const Forged& other) const {
    Verifier verifier;
    verifier.SetText(shingled_);
    return verifier.Jaccard(*other);
  }

 private:
  ShingleBlock block_;
  ShingledText shingled_;
  std::vector<uint64_t> hashes_;
};

TEST(VerifierTest, ForgedHashesMakeNothingSimilar) {
  EXPECT_EQ(Forged("a b c", 7).Jaccard(Forged("x y z", 7)), 0.0);
  EXPECT_EQ(Forged("a b c d", 7).Jaccard(Forged("a b c", 7)), 1.0 / 2.0);
}

TEST(VerifierTest, ManyForgedHashesTakeNoQuadraticTime) {
  std::string a;
  std::string b;
  for (int i = 0; i < 200'000; ++i) {
    a += "a" + std::to_string(i) + " ";
    b += "b" + std::to_string(i) + " ";
  }
  EXPECT_EQ(Forged(a, 7).Jaccard(Forged(b, 7)), 0.0);
}

// Shingles that nobody tells apart must not vanish from the union.
TEST(VerifierTest, ForgedHashesDoNotHideWhatATextHasBesides) {
  std::string padded = "a b c";
  for (int i = 0; i < 100; ++i) padded += " w" + std::to_string(i);
  EXPECT_LT(Forged("a b c", 7).Jaccard(Forged(padded, 7)), 0.02);
  EXPECT_LT(Forged(padded, 7).Jaccard(Forged("a b c", 7)), 0.02);
}

TEST(VerifierTest, OneTextMeetsManyOthersAfresh) {
  ShingleBlock block;
  for (const char* text :
       {"a b c d e", "a b c d x", "v w x y z", "a b c d e"}) {
    block.Add(text);
  }
  block.Shingle(KernelsFor(SimdLevel::kBest));
  Verifier verifier;
  verifier.SetText(block[0]);
  EXPECT_EQ(verifier.Jaccard(block[1]), 2.0 / 4.0);
  EXPECT_EQ(verifier.Jaccard(block[2]), 0.0);
  EXPECT_EQ(verifier.Jaccard(block[3]), 1.0);
}

}  // namespace
}  // namespace concord
