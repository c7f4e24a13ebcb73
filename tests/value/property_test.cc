// What holds of quantities, times and names whatever the text.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "engine/text/token.h"
#include "engine/value/name.h"
#include "engine/value/quantity.h"
#include "engine/value/time.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// Spans are not empty, lie in the text and follow each other.
template <typename Values>
void ExpectOrdered(const Values& values, const std::string& text) {
  uint32_t end = 0;
  for (const auto& value : values) {
    ASSERT_LE(end, value.span().begin_byte()) << text;
    ASSERT_LT(value.span().begin_byte(), value.span().end_byte()) << text;
    end = value.span().end_byte();
  }
  ASSERT_LE(end, text.size()) << text;
}

void ExpectSound(const std::string& text) {
  static const auto& published = *new auto(ParseTimestamp("2022-05-12"));
  const std::vector<Token> tokens = Tokenize(text);
  const auto quantities = FindQuantities(text, tokens);
  ExpectOrdered(quantities, text);
  for (const v1::Quantity& quantity : quantities) {
    ASSERT_LE(quantity.low(), quantity.high()) << text;
    ASSERT_TRUE(std::isfinite(quantity.low())) << text;
    ASSERT_TRUE(std::isfinite(quantity.high())) << text;
    ASSERT_NE(quantity.comparator(), v1::COMPARATOR_UNSPECIFIED) << text;
  }
  const auto times = FindTimes(text, tokens, published);
  ExpectOrdered(times, text);
  for (const v1::TimeInterval& time : times) {
    ASSERT_TRUE(time.has_begin()) << text;
    ASSERT_LT(time.begin().seconds(), time.end().seconds()) << text;
    ASSERT_NE(time.basis(), v1::TIME_BASIS_UNSPECIFIED) << text;
  }
  const auto names = FindNames(text, tokens);
  ExpectOrdered(names, text);
  for (const v1::Entity& name : names) ASSERT_FALSE(name.head().empty());
}

// Words that the rules look at, joined in every order.
TEST(ValuePropertyTest, HoldsForWordsInAnyOrder) {
  static constexpr absl::string_view kPieces[] = {"nearly",
                                                  "a",
                                                  "million",
                                                  "3",
                                                  "-",
                                                  "half",
                                                  "to",
                                                  "between",
                                                  "and",
                                                  "two",
                                                  "$",
                                                  "1,2",
                                                  "of",
                                                  "%",
                                                  "dozens",
                                                  "more than",
                                                  "last",
                                                  "next",
                                                  "the",
                                                  "past",
                                                  "May",
                                                  "10",
                                                  "10-12",
                                                  "2022",
                                                  "Monday",
                                                  "will",
                                                  "said",
                                                  "ago",
                                                  "years",
                                                  "quarter",
                                                  "first",
                                                  "Mayor",
                                                  "former",
                                                  "Ilse",
                                                  "van",
                                                  "der",
                                                  "Bank",
                                                  "U.S.",
                                                  "Yoon",
                                                  "Suk",
                                                  "Do-hyun",
                                                  "Jr.",
                                                  "minus",
                                                  "or so",
                                                  "2000",
                                                  "30-odd",
                                                  "1910-45",
                                                  "'90s",
                                                  "mid-",
                                                  "century",
                                                  "19th",
                                                  "in",
                                                  "out",
                                                  "10am",
                                                  ",",
                                                  ".",
                                                  "“",
                                                  "”",
                                                  "No.",
                                                  "year-old",
                                                  "million-strong",
                                                  "9.5-inch",
                                                  "Rs",
                                                  "€",
                                                  "2bn",
                                                  "999999999999999999"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t i = random() % 10; i > 0; --i) {
      absl::StrAppend(&text, kPieces[random() % std::size(kPieces)]);
      if (random() % 8 != 0) text += ' ';
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSound(text)) << text;
  }
}

// A character of one, two or three bytes in UTF-8; control characters too.
void AppendCharacter(uint32_t code, std::string& text) {
  const auto byte = [](uint32_t value) { return static_cast<char>(value); };
  if (code < 0x80) {
    text += byte(code);
  } else if (code < 0x800) {
    text += {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  } else {
    text += {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)),
             byte(0x80 | (code & 0x3F))};
  }
}

// Tokens are those of valid UTF-8; within that, whatever the text.
TEST(ValuePropertyTest, HoldsForAnyCharacters) {
  static constexpr uint32_t kEnds[] = {0x80, 0x800, 0xD800};
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t i = random() % 24; i > 0; --i) {
      const auto code = static_cast<uint32_t>(random());
      AppendCharacter(code % kEnds[random() % 3], text);
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSound(text)) << text;
  }
}

// Letters, digits and marks meet more often than among all characters.
TEST(ValuePropertyTest, HoldsForNumbersAndNames) {
  static constexpr absl::string_view kAlphabet = "019.,:/-$%' aAsMndth";
  std::mt19937 random(13);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t i = random() % 24; i > 0; --i) {
      text += kAlphabet[random() % kAlphabet.size()];
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSound(text)) << text;
  }
}

// A long sentence is its parts: nothing is dropped for its length.
TEST(ValuePropertyTest, ReadsLongSentencesToTheEnd) {
  std::string text;
  for (int i = 0; i < 5000; ++i)
    text += "On May 3, Ilse Marrow sold 40 ships; ";
  const std::vector<Token> tokens = Tokenize(text);
  EXPECT_EQ(FindQuantities(text, tokens).size(), 5000u);
  EXPECT_EQ(FindNames(text, tokens).size(), 5000u);
  EXPECT_EQ(FindTimes(text, tokens, std::nullopt).size(), 5000u);
}

}  // namespace
}  // namespace concord
