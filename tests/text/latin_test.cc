#include "engine/text/latin.h"

#include <string>

#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(PlainLowerCaseTest, LeavesMarksOut) {
  EXPECT_EQ(PlainLowerCase("Calderón"), "calderon");
  EXPECT_EQ(PlainLowerCase("Škoda"), "skoda");
  EXPECT_EQ(PlainLowerCase("Erdoğan"), "erdogan");
  EXPECT_EQ(PlainLowerCase("Żółć"), "zolc");
}

TEST(PlainLowerCaseTest, WritesOutJoinedLetters) {
  EXPECT_EQ(PlainLowerCase("Þóra Straße Œuvre"), "thora strasse oeuvre");
}

TEST(PlainLowerCaseTest, LeavesOtherScriptsAndSignsAlone) {
  EXPECT_EQ(PlainLowerCase("5 × €9 Яна 尹"), "5 × €9 Яна 尹");
}

TEST(PlainLowerCaseTest, HasALetterForEveryLetterOfItsRange) {
  for (char32_t code = 0xC0; code <= 0x17F; ++code) {
    if (code == 0xD7 || code == 0xF7) continue;  // × ÷
    const std::string letter = {static_cast<char>(0xC0 | code >> 6),
                                static_cast<char>(0x80 | (code & 0x3F))};
    for (const char c : PlainLowerCase(letter)) {
      EXPECT_TRUE(c >= 'a' && c <= 'z') << letter;
    }
  }
}

}  // namespace
}  // namespace concord
