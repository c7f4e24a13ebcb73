#include "engine/report/safe_text.h"

#include <string>

#include "engine/base/utf8.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

TEST(SafeTextTest, KeepsOrdinaryText) {
  EXPECT_EQ(SafeText("“Zürich” is 3 km off"), "“Zürich” is 3 km off");
}

TEST(SafeTextTest, FoldsWhiteSpaceToOneLine) {
  EXPECT_EQ(SafeText("  a\n\n b\t\u00a0c \r\n"), "a b c");
}

TEST(SafeTextTest, ShowsEscapes) {
  EXPECT_EQ(SafeText("\x1b[2Jx\x07"), "\\u{1B}[2Jx\\u{7}");
}

TEST(SafeTextTest, ShowsC1Controls) {
  EXPECT_EQ(SafeText("\u009b31m"), "\\u{9B}31m");
}

TEST(SafeTextTest, ShowsDirectionOverrides) {
  EXPECT_EQ(SafeText("a\u202eb\u2066c"), "a\\u{202E}b\\u{2066}c");
}

TEST(SafeTextTest, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(SafeText("a\xff"), "a\xEF\xBF\xBD");
}

TEST(SafeTextTest, NoByteSteersATerminal) {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string out =
          SafeText(std::string{static_cast<char>(a), static_cast<char>(b)});
      for (size_t pos = 0; pos < out.size();) {
        ASSERT_NE(Utf8SequenceLength(out, pos), 0u);
        const Rune rune = DecodeRune(out, pos);
        ASSERT_FALSE(rune.code < 0x20 ||
                     (rune.code >= 0x7F && rune.code < 0xA0));
        pos += rune.length;
      }
    }
  }
}

}  // namespace
}  // namespace concord
