#include "engine/lexicon/lexicon.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lexicon_format.h"
#include "gtest/gtest.h"
#include "tests/lexicon/plain_lexicon.h"
#include "tools/word_tables/lexicon_writer.h"

namespace concord {
namespace {

// A small world: a base form, a family of three, synsets and a weight.
LexiconRows SmallRows() {
  LexiconRows rows;
  rows["went"].base = "go";
  rows["decision"].family = "decide";
  rows["decisive"].family = "decide";
  rows["decide"].family = "decide";
  rows["up"].senses = {1, 4};
  rows["up"].antonyms = {2};
  rows["down"].senses = {2};
  rows["down"].broader = {3, 65535};
  rows["the"].bits = 5;
  return rows;
}

std::string WriteOrDie(const LexiconRows& rows, uint64_t source = 7) {
  absl::StatusOr<std::string> bytes = WriteLexicon(rows, source);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.value_or("");
}

std::unique_ptr<const Lexicon> ReadOrDie(absl::string_view bytes) {
  auto lexicon = Lexicon::FromBytes(bytes, "test");
  EXPECT_TRUE(lexicon.ok()) << lexicon.status();
  return lexicon.ok() ? *std::move(lexicon) : nullptr;
}

std::vector<int> Numbers(absl::Span<const uint16_t> list) {
  return {list.begin(), list.end()};
}

PlainWord Plain(const Lexicon& lexicon, const LexiconWord& word) {
  const LexiconWord* family = lexicon.Family(word);
  return {.base = std::string(lexicon.Base(word)),
          .family = std::string(family ? lexicon.Text(*family) : ""),
          .bits = word.bits,
          .senses = Numbers(lexicon.Senses(word)),
          .broader = Numbers(lexicon.Broader(word)),
          .antonyms = Numbers(lexicon.Antonyms(word))};
}

// What `lexicon` says of every word of its file is what the plain reader says.
void ExpectReadsAsThePlainReader(const Lexicon& lexicon) {
  const auto words = ReadPlainLexicon(lexicon.bytes());
  size_t taken = 0;
  for (const LexiconWord& slot : lexicon.slots()) {
    taken += !lexicon.Text(slot).empty();
  }
  EXPECT_EQ(taken, words.size());
  for (const auto& [word, plain] : words) {
    const LexiconWord* found = lexicon.Find(word);
    ASSERT_NE(found, nullptr) << word;
    EXPECT_EQ(lexicon.Text(*found), word);
    EXPECT_TRUE(Plain(lexicon, *found) == plain) << word;
    EXPECT_EQ(lexicon.Bits(word), plain.bits) << word;
  }
}

TEST(LexiconTest, KnowsBaseFormsFamiliesAndMeanings) {
  const std::string bytes = WriteOrDie(SmallRows());
  const auto lexicon = ReadOrDie(bytes);
  EXPECT_EQ(lexicon->Base(*lexicon->Find("went")), "go");
  EXPECT_EQ(lexicon->Base(*lexicon->Find("go")), "");
  EXPECT_EQ(lexicon->Family(*lexicon->Find("decision")),
            lexicon->Family(*lexicon->Find("decide")));
  EXPECT_EQ(lexicon->Family(*lexicon->Find("up")), nullptr);
  EXPECT_EQ(Numbers(lexicon->Antonyms(*lexicon->Find("up"))),
            Numbers(lexicon->Senses(*lexicon->Find("down"))));
  EXPECT_TRUE(lexicon->HasMeaning("down"));
  EXPECT_FALSE(lexicon->HasMeaning("went"));
  EXPECT_EQ(lexicon->Bits("the"), 5);
}

TEST(LexiconTest, DoesNotKnowOtherWords) {
  const std::string bytes = WriteOrDie(SmallRows());
  const auto lexicon = ReadOrDie(bytes);
  for (const char* word : {"", "t", "thee", "The", "decid", "xyzzy"}) {
    EXPECT_EQ(lexicon->Find(word), nullptr) << word;
    EXPECT_EQ(lexicon->Bits(word), 0) << word;
  }
}

TEST(LexiconTest, MayBeEmpty) {
  const std::string bytes = WriteOrDie({});
  EXPECT_EQ(ReadOrDie(bytes)->Find("word"), nullptr);
}

// Every number of words up to some hundreds: full buckets, empty ones, one
// slot.
TEST(LexiconTest, ReadsAsThePlainReaderAtEverySize) {
  LexiconRows rows;
  for (int i = 0; i < 300; ++i) {
    const std::string bytes = WriteOrDie(rows);
    const auto lexicon = ReadOrDie(bytes);
    ExpectReadsAsThePlainReader(*lexicon);
    EXPECT_EQ(ReadPlainLexicon(bytes).size(), rows.size());
    LexiconRow& row = rows[absl::StrCat("word", i)];
    row.base = absl::StrCat("word", i / 2);
    row.bits = i % 256;
    row.senses.assign(static_cast<size_t>(i % 5), static_cast<uint16_t>(i));
  }
}

TEST(LexiconTest, BuiltInReadsAsThePlainReader) {
  ExpectReadsAsThePlainReader(Lexicon::English());
}

TEST(LexiconTest, BuiltInKnowsEnglish) {
  const Lexicon& english = Lexicon::English();
  EXPECT_EQ(english.Base(*english.Find("children")), "child");
  EXPECT_EQ(english.Family(*english.Find("decision")),
            english.Family(*english.Find("decide")));
  EXPECT_LT(english.Bits("year"), english.Bits("treaty"));
  EXPECT_GT(english.slots().size(), 20000u);
}

TEST(LexiconTest, BuiltInListsAreSorted) {
  const Lexicon& english = Lexicon::English();
  for (const LexiconWord& word : english.slots()) {
    for (const auto list : {english.Senses(word), english.Broader(word),
                            english.Antonyms(word)}) {
      EXPECT_TRUE(std::is_sorted(list.begin(), list.end()))
          << english.Text(word);
    }
  }
}

// With the weights of the grammar (under 9 MB) it stays under 16 MB.
TEST(LexiconTest, BuiltInStaysUnderTwoMegabytes) {
  EXPECT_LT(Lexicon::English().bytes().size(), size_t{2} << 20);
}

TEST(LexiconWriterTest, GivesTheSameBytesForTheSameRows) {
  EXPECT_EQ(WriteOrDie(SmallRows()), WriteOrDie(SmallRows()));
}

TEST(LexiconWriterTest, KeepsWhatItWasBuiltFrom) {
  EXPECT_NE(WriteOrDie(SmallRows(), 1), WriteOrDie(SmallRows(), 2));
}

absl::StatusCode WriteCode(const std::string& word, const LexiconRow& row) {
  return WriteLexicon({{word, row}}, 0).status().code();
}

TEST(LexiconWriterTest, RefusesWhatDoesNotFit) {
  constexpr auto kRefused = absl::StatusCode::kInvalidArgument;
  EXPECT_EQ(WriteCode("", {}), kRefused);
  EXPECT_EQ(WriteCode(std::string(256, 'a'), {}), kRefused);
  LexiconRow row;
  row.bits = 256;
  EXPECT_EQ(WriteCode("word", row), kRefused);
  row.bits = -1;
  EXPECT_EQ(WriteCode("word", row), kRefused);
  row.bits = 255;
  row.senses.assign(255, 1);
  EXPECT_EQ(WriteCode(std::string(255, 'a'), row), absl::StatusCode::kOk);
  row.senses.assign(256, 1);
  EXPECT_EQ(WriteCode("word", row), kRefused);
  row.senses.clear();
  row.base = std::string(256, 'a');
  EXPECT_EQ(WriteCode("word", row), kRefused);
}

}  // namespace
}  // namespace concord
