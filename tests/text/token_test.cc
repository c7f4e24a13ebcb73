#include "engine/text/token.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// The tokens of `text`, parted by single spaces.
std::string Spaced(absl::string_view text) {
  std::vector<absl::string_view> words;
  for (const Token& token : Tokenize(text)) {
    words.push_back(Slice(text, token.span));
  }
  return absl::StrJoin(words, " ");
}

TEST(TokenizeTest, PartsWordsAndMarks) {
  EXPECT_EQ(Spaced("Adeyemi's office said: 30 hurt."),
            "Adeyemi 's office said : 30 hurt .");
}

TEST(TokenizeTest, PartsContractionsAsThePennTreebankDoes) {
  EXPECT_EQ(Spaced("They don't, we’ll and you cannot."),
            "They do n't , we ’ll and you can not .");
}

TEST(TokenizeTest, KeepsInnerHyphensAndApostrophes) {
  EXPECT_EQ(Spaced("O'Brien co-wrote the 30-minute talk"),
            "O'Brien co-wrote the 30-minute talk");
}

TEST(TokenizeTest, KeepsNumbersWhole) {
  EXPECT_EQ(Spaced("3.6 1,000 17:48 1910-45 1910–45 18th 1990s 9/11"),
            "3.6 1,000 17:48 1910-45 1910–45 18th 1990s 9/11");
}

TEST(TokenizeTest, PartsCurrencySignsFromTheirNumbers) {
  EXPECT_EQ(Spaced("$2.6m, €40 and 12%."), "$ 2.6m , € 40 and 12 % .");
}

TEST(TokenizeTest, KeepsTheStopsOfAbbreviations) {
  EXPECT_EQ(Spaced("U.S. Sen. J. Okoro of the U.N.-led team"),
            "U.S. Sen. J. Okoro of the U.N.-led team");
  EXPECT_EQ(Spaced("He said no. No. 5 won."), "He said no . No. 5 won .");
}

TEST(TokenizeTest, KeepsAddressesWhole) {
  EXPECT_EQ(
      Spaced("See https://news.example.org/a_b?c=1, or j.doe@example.net."),
      "See https://news.example.org/a_b?c=1 , or j.doe@example.net .");
}

}  // namespace
}  // namespace concord
