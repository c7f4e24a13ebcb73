#include "engine/base/utf8.h"

#include <string>

#include "gtest/gtest.h"

namespace concord {
namespace {

std::string Encode(char32_t code) {
  std::string out;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

TEST(Utf8Test, DecodesEveryScalarValue) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code == 0xD800) code = 0xE000;
    const std::string bytes = Encode(code);
    ASSERT_EQ(Utf8SequenceLength(bytes, 0), bytes.size());
    const Rune rune = DecodeRune(bytes, 0);
    ASSERT_EQ(rune.code, code);
    ASSERT_EQ(rune.length, bytes.size());
  }
}

TEST(Utf8Test, RefusesSurrogates) {
  for (char32_t code = 0xD800; code < 0xE000; ++code) {
    ASSERT_EQ(Utf8SequenceLength(Encode(code), 0), 0u);
  }
}

TEST(Utf8Test, RefusesOverlongForms) {
  EXPECT_EQ(Utf8SequenceLength("\xC0\x80", 0), 0u);
  EXPECT_EQ(Utf8SequenceLength("\xC1\xBF", 0), 0u);
  EXPECT_EQ(Utf8SequenceLength("\xE0\x9F\xBF", 0), 0u);
  EXPECT_EQ(Utf8SequenceLength("\xF0\x8F\xBF\xBF", 0), 0u);
}

TEST(Utf8Test, RefusesWhatIsAboveUnicode) {
  EXPECT_EQ(Utf8SequenceLength("\xF4\x90\x80\x80", 0), 0u);
  EXPECT_EQ(Utf8SequenceLength("\xF5\x80\x80\x80", 0), 0u);
}

TEST(Utf8Test, RefusesSequencesCutShort) {
  EXPECT_EQ(Utf8SequenceLength("\xE2\x82", 0), 0u);
  EXPECT_EQ(Utf8SequenceLength("\xE2\x82z", 0), 0u);
}

TEST(Utf8Test, RefusesEveryLoneByteAboveAscii) {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    EXPECT_EQ(Utf8SequenceLength(std::string(1, static_cast<char>(byte)), 0),
              0u);
  }
}

TEST(Utf8Test, FloorsToTheCharacterBegin) {
  const std::string text = "a€b";
  EXPECT_EQ(FloorCharBoundary(text, 0), 0u);
  EXPECT_EQ(FloorCharBoundary(text, 2), 1u);
  EXPECT_EQ(FloorCharBoundary(text, 3), 1u);
  EXPECT_EQ(FloorCharBoundary(text, 4), 4u);
  EXPECT_EQ(FloorCharBoundary(text, 99), 5u);
}

}  // namespace
}  // namespace concord
