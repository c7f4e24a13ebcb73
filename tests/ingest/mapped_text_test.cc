#include "engine/ingest/mapped_text.h"

#include <random>
#include <string>

#include "engine/ingest/document.h"
#include "gtest/gtest.h"
#include "tests/ingest/source_map_check.h"

namespace concord {
namespace {

std::string Repaired(const std::string& bytes) { return RepairedUtf8(bytes); }

TEST(MappedTextTest, KeepsWellFormedTextInOneSegment) {
  MappedText mapped;
  mapped.AppendSource("héllo €", 5);
  EXPECT_EQ(mapped.text(), "héllo €");
  const auto map = mapped.TakeMap();
  ASSERT_EQ(map.size(), 1u);
  EXPECT_EQ(map[0].source_begin(), 5u);
  EXPECT_EQ(map[0].source_length(), map[0].text_length());
}

TEST(MappedTextTest, ReplacesEachByteThatIsNoUtf8) {
  EXPECT_EQ(Repaired("caf\xE9!"), "caf\uFFFD!");
  EXPECT_EQ(Repaired("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(Repaired("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
  EXPECT_EQ(Repaired("a\xE2\x82"), "a\uFFFD\uFFFD");          // cut short
}

TEST(MappedTextTest, ReplacesNul) {
  EXPECT_EQ(Repaired(std::string("a\0b", 3)), "a\uFFFDb");
}

TEST(MappedTextTest, CountsWhatItReplaces) {
  MappedText mapped;
  mapped.AppendSource("\xFFok\xFE\xFD", 0);
  EXPECT_EQ(mapped.repaired_sequences(), 3u);
}

TEST(MappedTextTest, MapsADecodedEntityAsAWhole) {
  MappedText mapped;
  mapped.AppendSource("R", 0);
  mapped.AppendDecoded("&", 1, 5);
  mapped.AppendSource("D", 6);
  EXPECT_EQ(mapped.text(), "R&D");
  const auto map = mapped.TakeMap();
  ASSERT_EQ(map.size(), 3u);
  EXPECT_EQ(map[1].text_begin(), 1u);
  EXPECT_EQ(map[1].text_length(), 1u);
  EXPECT_EQ(map[1].source_begin(), 1u);
  EXPECT_EQ(map[1].source_length(), 5u);
}

TEST(MappedTextTest, JoinsRunsThatStandTogetherInTheSource) {
  MappedText mapped;
  mapped.AppendSource("one ", 0);
  mapped.AppendSource("two", 4);
  mapped.AppendSource("four", 20);
  EXPECT_EQ(mapped.TakeMap().size(), 2u);
}

TEST(MappedTextTest, MapsAnyBytes) {
  std::mt19937 random(7);
  const std::string alphabet =
      std::string("ab\0\xC3\xA9\xE2\x82\xAC\xFF\n", 10);
  for (int round = 0; round < 20'000; ++round) {
    std::string source(random() % 12, ' ');
    for (char& c : source) {
      c = round % 2 ? alphabet[random() % alphabet.size()]
                    : static_cast<char>(random());
    }
    MappedText mapped;
    mapped.AppendSource(source, 0);
    Document document;
    document.text = mapped.TakeText();
    document.source_map = mapped.TakeMap();
    ASSERT_NO_FATAL_FAILURE(ExpectValidUtf8WithoutNul(document.text));
    ASSERT_NO_FATAL_FAILURE(ExpectMapLeadsBack(document, source));
  }
}

}  // namespace
}  // namespace concord
