#include "engine/base/id.h"

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(IdBuilderTest, GivesTheSameIdForTheSameFields) {
  EXPECT_EQ(IdBuilder("claim").Add("doc").Add("words").Hex(),
            IdBuilder("claim").Add("doc").Add("words").Hex());
}

TEST(IdBuilderTest, HasThirtyTwoLowerCaseHexDigits) {
  const std::string id = IdBuilder("claim").Hex();
  EXPECT_EQ(id.size(), 32u);
  EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(IdBuilderTest, KeepsKindsApart) {
  EXPECT_NE(IdBuilder("claim").Add("x").Hex(),
            IdBuilder("article").Add("x").Hex());
}

TEST(IdBuilderTest, KeepsFieldBordersApart) {
  EXPECT_NE(IdBuilder("k").Add("ab").Add("c").Hex(),
            IdBuilder("k").Add("a").Add("bc").Hex());
  EXPECT_NE(IdBuilder("k").Add("").Hex(), IdBuilder("k").Hex());
}

// Ids are kept for years: this value may never change.
TEST(IdBuilderTest, IsFrozen) {
  EXPECT_EQ(IdBuilder("claim").Add("doc").Add("words").Hex(),
            "6ac4511039cce14cb5b1e62af5b0c824");
}

TEST(DigestHexTest, IsXxh3OfTheBytes) {
  EXPECT_EQ(DigestHex(""), "99aa06d3014798d86001c324468d497f");
}

TEST(RunningDigestTest, IsTheDigestOfAllPieces) {
  RunningDigest digest;
  EXPECT_EQ(digest.Hex(), DigestHex(""));
  digest.Update("who said ");
  digest.Update("what");
  EXPECT_EQ(digest.Hex(), DigestHex("who said what"));
}

}  // namespace
}  // namespace concord
