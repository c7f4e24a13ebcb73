#include "engine/cluster/shingle_block.h"

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> TokensOf(const ShingledText& text) {
  std::vector<std::string> tokens;
  for (size_t i = 0; i < text.token_count(); ++i) {
    tokens.emplace_back(text.token(i));
  }
  return tokens;
}

ShingleBlock BlockOf(const std::vector<absl::string_view>& texts) {
  ShingleBlock block;
  for (const absl::string_view text : texts) block.Add(text);
  block.Shingle(KernelsFor(SimdLevel::kBest));
  return block;
}

TEST(ShingleBlockTest, TokensAreRunsOfLettersAndDigitsInLowerCase) {
  const ShingleBlock block = BlockOf({"The TALKS ended, at 9.30 -- É!"});
  EXPECT_THAT(TokensOf(block[0]),
              ElementsAre("the", "talks", "ended", "at", "9", "30", "é"));
}

TEST(ShingleBlockTest, AShingleBeginsAtEachTokenButTheLastTwo) {
  const ShingleBlock block = BlockOf({"a b c d e"});
  EXPECT_EQ(block[0].shingles.size(), 3u);
}

TEST(ShingleBlockTest, ShortTextsHaveOneShingle) {
  const ShingleBlock block = BlockOf({"a", "a b", "a b c", "b a", "a"});
  for (size_t i = 0; i < block.size(); ++i) {
    EXPECT_EQ(block[i].shingles.size(), 1u);
  }
  EXPECT_EQ(block[0].shingles[0], block[4].shingles[0]);
  EXPECT_NE(block[1].shingles[0], block[3].shingles[0]);
  EXPECT_NE(block[0].shingles[0], block[1].shingles[0]);
}

TEST(ShingleBlockTest, ATextWithoutATokenIsItsBytes) {
  const ShingleBlock block = BlockOf({"", "...", "x y z", "?!"});
  EXPECT_THAT(TokensOf(block[0]), ElementsAre(""));
  EXPECT_THAT(TokensOf(block[1]), ElementsAre("..."));
  EXPECT_THAT(TokensOf(block[2]), ElementsAre("x", "y", "z"));
  EXPECT_THAT(TokensOf(block[3]), ElementsAre("?!"));
}

TEST(ShingleBlockTest, TokensOfNeighboursDoNotTouch) {
  const ShingleBlock block = BlockOf({"ab", "cd"});
  EXPECT_THAT(TokensOf(block[0]), ElementsAre("ab"));
  EXPECT_THAT(TokensOf(block[1]), ElementsAre("cd"));
}

TEST(ShingleBlockTest, TheSameTextHasTheSameShinglesAnywhere) {
  ShingleBlock block;
  for (size_t i = 0; i < 100; ++i) {
    block.Add(std::string(i, '.'));
    block.Add("a longtokenofmorethansixteenbytes and some more words");
  }
  block.Shingle(KernelsFor(SimdLevel::kBest));
  for (size_t i = 3; i < block.size(); i += 2) {
    EXPECT_EQ(block[i].shingles, block[1].shingles);
  }
}

TEST(ShingleBlockTest, IsUsedAgainAfterClear) {
  ShingleBlock block = BlockOf({"one two three four", "..."});
  block.Clear();
  block.Add("five six");
  block.Shingle(KernelsFor(SimdLevel::kBest));
  ASSERT_EQ(block.size(), 1u);
  EXPECT_THAT(TokensOf(block[0]), ElementsAre("five", "six"));
}

TEST(ShingleBlockTest, TokensAloneAreThoseOfTheShingles) {
  ShingleBlock shingled;
  ShingleBlock tokenised;
  for (const char* text : {"ends with a word", "", "Ends, with more...", "!?",
                           "one", "\xC3\x89t\xC3\xA9 2022", "last one here"}) {
    shingled.Add(text);
    tokenised.Add(text);
  }
  shingled.Shingle(ScalarKernels());
  tokenised.Tokenise(ScalarKernels());
  ASSERT_EQ(tokenised.size(), shingled.size());
  for (size_t i = 0; i < shingled.size(); ++i) {
    EXPECT_EQ(TokensOf(tokenised[i]), TokensOf(shingled[i]));
    EXPECT_EQ(tokenised[i].shingle_count(), shingled[i].shingles.size());
  }
}

}  // namespace
}  // namespace concord
