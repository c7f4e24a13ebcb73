#include "engine/text/character.h"

#include <string>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(ClassOfTest, KnowsCaseBeyondAscii) {
  for (char32_t c : {U'A', U'É', U'Ł', U'Ž', U'Ω', U'Д', U'Ế'}) {
    EXPECT_EQ(ClassOf(c), CharClass::kUpper) << static_cast<uint32_t>(c);
  }
  for (char32_t c : {U'a', U'é', U'ł', U'ž', U'ω', U'д', U'ế', U'ß'}) {
    EXPECT_EQ(ClassOf(c), CharClass::kLower) << static_cast<uint32_t>(c);
  }
}

TEST(ClassOfTest, TakesOtherScriptsForLetters) {
  for (char32_t c : {U'日', U'م', U'क', U'한'}) {
    EXPECT_EQ(ClassOf(c), CharClass::kLetter) << static_cast<uint32_t>(c);
  }
}

TEST(ClassOfTest, KnowsMarks) {
  EXPECT_EQ(ClassOf(U'…'), CharClass::kStop);
  EXPECT_EQ(ClassOf(U'“'), CharClass::kOpenQuote);
  EXPECT_EQ(ClassOf(U'’'), CharClass::kApostrophe);
  EXPECT_EQ(ClassOf(U'–'), CharClass::kDash);
  EXPECT_EQ(ClassOf(U'€'), CharClass::kSymbol);
  EXPECT_EQ(ClassOf(U'\u00a0'), CharClass::kSpace);
}

TEST(CharBeforeTest, StepsOverWholeCharacters) {
  const std::string text = "aé語";
  EXPECT_EQ(CharBefore(text, 6).code, U'語');
  EXPECT_EQ(CharBefore(text, 3).code, U'é');
  EXPECT_EQ(CharBefore(text, 0).length, 0u);
}

TEST(SkipSpaceTest, SkipsWhiteSpaceOfEveryWidth) {
  const std::string text = " \t\u00a0\u3000x";
  EXPECT_EQ(SkipSpace(text, 0, text.size()), 7u);
  EXPECT_EQ(TrimSpace(text, 0, 7), 0u);
}

}  // namespace
}  // namespace concord
