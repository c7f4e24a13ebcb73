#include "engine/text/token.h"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/text/character.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"
#include "tests/text/random_text.h"

namespace concord {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Words(absl::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) {
    words.emplace_back(Slice(text, token.span));
  }
  return words;
}

std::vector<TokenKind> Kinds(absl::string_view text) {
  std::vector<TokenKind> kinds;
  for (const Token& token : Tokenize(text)) kinds.push_back(token.kind);
  return kinds;
}

// The quotation marks of `text`, in order: '<' opens, '>' closes.
std::string Quotes(absl::string_view text) {
  std::string quotes;
  for (const Token& token : Tokenize(text)) {
    if (token.kind == TokenKind::kOpenQuote) quotes += '<';
    if (token.kind == TokenKind::kCloseQuote) quotes += '>';
  }
  return quotes;
}

// Every byte that is not white space lies in exactly one token, tokens are in
// order, and `space_before` says what stands between them.
void ExpectCover(absl::string_view text) {
  size_t pos = 0;
  for (const Token& token : Tokenize(text)) {
    const size_t begin = SkipSpace(text, pos, text.size());
    ASSERT_EQ(begin, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_EQ(token.space_before, begin > pos || begin == 0);
    pos = token.span.end;
  }
  ASSERT_EQ(SkipSpace(text, pos, text.size()), text.size());
}

TEST(TokenizeTest, PartsWhereTheCasesSay) {
  for (const Case& c : ReadCases("text/tokens.txt")) {
    ASSERT_EQ(c.fields.size(), 2u) << c.where;
    EXPECT_EQ(absl::StrJoin(Words(c.fields[0]), " "), c.fields[1]) << c.where;
  }
}

TEST(TokenizeTest, TellsKinds) {
  EXPECT_THAT(
      Kinds("Ten, 10 $ “x”"),
      ElementsAre(TokenKind::kWord, TokenKind::kPunct, TokenKind::kNumber,
                  TokenKind::kSymbol, TokenKind::kOpenQuote, TokenKind::kWord,
                  TokenKind::kCloseQuote));
}

TEST(TokenizeTest, TellsOpeningFromClosingQuotes) {
  EXPECT_EQ(Quotes("\"Go,\" he said. \"Now.\""), "<><>");
  EXPECT_EQ(Quotes("“Go,” he said."), "<>");
  EXPECT_EQ(Quotes("the so-called 'comfort fund' of the ‘old guard’"), "<><>");
  EXPECT_EQ(Quotes("(\"Go\")"), "<>");
  EXPECT_EQ(Quotes("\"'Go,' she said,\" he said."), "<<>>");
}

TEST(TokenizeTest, TakesNoApostropheForAQuote) {
  EXPECT_EQ(Quotes("the laborers' pay, Lund’s, don't, '90s"), "");
}

TEST(TokenizeTest, TellsCase) {
  const std::vector<Token> tokens = Tokenize("Oslo NATO U.S. aid iPhone");
  EXPECT_TRUE(tokens[0].capital && !tokens[0].all_caps);
  EXPECT_TRUE(tokens[1].capital && tokens[1].all_caps);
  EXPECT_TRUE(tokens[2].capital && tokens[2].all_caps);
  EXPECT_FALSE(tokens[3].capital || tokens[3].all_caps);
  EXPECT_FALSE(tokens[4].capital || tokens[4].all_caps);
}

TEST(TokenizeTest, PointsIntoTheWholeText) {
  const std::string text = "One. Two three.";
  const std::vector<Token> tokens = Tokenize(text, {5, 14});
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(Slice(text, tokens[1].span), "three");
}

TEST(TokenizeTest, CoversEverySmallText) {
  ForEachSmallText("aA. \"\n", 6, ExpectCover);
  ForEachSmallText("s1.'-@", 5, ExpectCover);
}

TEST(TokenizeTest, CoversRandomText) {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) ExpectCover(RandomText(random, 40));
}

TEST(TokenizeTest, IsNotMovedByWhiteSpaceAroundTheText) {
  std::mt19937 random(4);
  for (int i = 0; i < 500; ++i) {
    const std::string text = RandomText(random, 30);
    EXPECT_EQ(Words(absl::StrCat(" \n", text, "\n ")), Words(text)) << text;
  }
}

}  // namespace
}  // namespace concord
