#include "engine/cluster/fold.h"

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

std::string Fold(absl::string_view text) {
  std::string out(text.size(), '\0');
  out.resize(FoldBeyondAscii(text, out.data()));
  return out;
}

TEST(FoldTest, AsciiPassesUnchanged) {
  EXPECT_EQ(Fold("The talks, 1 to 9!"), "The talks, 1 to 9!");
}

TEST(FoldTest, LettersTakeTheirLowerCase) {
  EXPECT_EQ(Fold("ÀÞŁŽŸ"), "àþłžÿ");
  EXPECT_EQ(Fold("ΆΑΣΏ"), "άασώ");
  EXPECT_EQ(Fold("ЀЖЯҐ"), "ѐжяґ");
  EXPECT_EQ(Fold("ẼỲ"), "ẽỳ");
}

TEST(FoldTest, LowerCaseLettersStay) {
  const absl::string_view text = "àþłžÿ άασώ ѐжяґ ẽỳ ß";
  EXPECT_EQ(Fold(text), text);
}

TEST(FoldTest, FinalSigmaAndLongSFoldWithTheirLetters) {
  EXPECT_EQ(Fold("ΛΟΓΟΣ"), Fold("λογος"));
  EXPECT_EQ(Fold("ſ"), "s");
}

TEST(FoldTest, TypographicPunctuationBecomesBlank) {
  EXPECT_EQ(Fold("“no” – it’s €5…"), " no    it s  5 ");
}

TEST(FoldTest, SoftHyphensAndJoinersVanish) {
  EXPECT_EQ(Fold("co\xC2\xADoperate"), "cooperate");
  EXPECT_EQ(Fold("zero\xE2\x80\x8Bwidth"), "zerowidth");
}

TEST(FoldTest, BytesThatAreNotUtf8Stay) {
  const absl::string_view text = "a\xFF\xC3 b\xE2\x80";
  EXPECT_EQ(Fold(text), text);
}

std::string Encode(uint32_t code) {
  std::string text;
  const auto put = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
  return text;
}

TEST(FoldTest, NothingGrowsAndNothingFoldsTwice) {
  for (uint32_t code = 0x80; code < 0x20000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    const std::string text = Encode(code);
    const std::string once = Fold(text);
    ASSERT_LE(once.size(), text.size()) << code;
    ASSERT_EQ(Fold(once), once) << code;
  }
}

TEST(FoldTest, CopyAsciiCopiesAndSeesEveryByte) {
  for (size_t size = 0; size < 80; ++size) {
    std::string text(size, 'a');
    std::string copy(size, ' ');
    EXPECT_TRUE(CopyAscii(text, copy.data()));
    EXPECT_EQ(copy, text);
    for (char& c : text) {
      c = '\x80';
      EXPECT_FALSE(CopyAscii(text, copy.data()));
      EXPECT_EQ(copy, text);
      c = 'a';
    }
  }
}

}  // namespace
}  // namespace concord
