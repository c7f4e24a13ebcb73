#include "engine/text/sentence.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/base/limits.h"
#include "engine/base/span.h"
#include "engine/text/character.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"
#include "tests/text/random_text.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ByteSpan Whole(absl::string_view text) {
  return {0, static_cast<uint32_t>(text.size())};
}

std::vector<std::string> Sentences(absl::string_view text) {
  std::vector<std::string> sentences;
  for (ByteSpan span : SplitSentences(text, Whole(text))) {
    sentences.emplace_back(Slice(text, span));
  }
  return sentences;
}

// The sentences a case of sentences.txt asks for.
std::vector<std::string> Expected(absl::string_view marked) {
  std::vector<std::string> sentences;
  for (absl::string_view piece : absl::StrSplit(marked, "¦")) {
    sentences.emplace_back(absl::StripAsciiWhitespace(piece));
  }
  return sentences;
}

// Every byte that is not white space lies in exactly one span, spans are in
// order, and none begins or ends in white space.
void ExpectTrimmedCover(absl::string_view text) {
  size_t pos = 0;
  for (ByteSpan span : SplitSentences(text, Whole(text))) {
    ASSERT_LT(span.begin, span.end);
    ASSERT_EQ(SkipSpace(text, pos, text.size()), span.begin);
    ASSERT_EQ(TrimSpace(text, span.begin, span.end), span.end);
    pos = span.end;
  }
  ASSERT_EQ(SkipSpace(text, pos, text.size()), text.size());
}

TEST(SplitSentencesTest, EndsWhereTheCasesSay) {
  const std::vector<Case> cases = ReadCases("text/sentences.txt");
  ASSERT_GE(cases.size(), 60u);
  for (const Case& c : cases) {
    const std::string marked = absl::StrJoin(c.fields, " | ");
    const std::string text = absl::StrReplaceAll(marked, {{"¦", ""}});
    EXPECT_EQ(Sentences(text), Expected(marked)) << c.where;
  }
}

TEST(SplitSentencesTest, FindsNothingInWhiteSpace) {
  EXPECT_THAT(Sentences(""), IsEmpty());
  EXPECT_THAT(Sentences(" \n\t\n "), IsEmpty());
}

TEST(SplitSentencesTest, EndsAtABlankLineWhateverStandsBeforeIt) {
  EXPECT_THAT(Sentences("a tale of Mr.\n \nHolm"),
              ElementsAre("a tale of Mr.", "Holm"));
}

TEST(SplitSentencesTest, ReadsOnlyItsSpan) {
  const std::string inner = "It rained. Nobody came.";
  const std::string text = absl::StrCat("One. ", inner, " Two.");
  const ByteSpan span = {5, static_cast<uint32_t>(5 + inner.size())};
  EXPECT_THAT(SplitSentences(text, span),
              ElementsAre(ByteSpan{5, 15}, ByteSpan{16, 28}));
}

TEST(SplitSentencesTest, CutsAnEndlessRunAtWhiteSpace) {
  std::string text;
  while (text.size() < 5 * Limits{}.max_sentence_bytes) text += "word and ";
  const std::vector<std::string> sentences = Sentences(text);
  EXPECT_GE(sentences.size(), 5u);
  for (const std::string& sentence : sentences) {
    EXPECT_LE(sentence.size(), Limits{}.max_sentence_bytes);
    EXPECT_TRUE(absl::EndsWith(sentence, "word") ||
                absl::EndsWith(sentence, "and"));
  }
}

TEST(SplitSentencesTest, CutsAnEndlessWordAtACharacterBoundary) {
  std::string text;
  while (text.size() < 3 * Limits{}.max_sentence_bytes) text += "語";
  ExpectTrimmedCover(text);
  for (const std::string& sentence : Sentences(text)) {
    EXPECT_LE(sentence.size(), Limits{}.max_sentence_bytes);
    EXPECT_EQ(sentence.size() % 3, 0u);
  }
}

TEST(SplitSentencesTest, CoversEverySmallText) {
  ForEachSmallText("aA. \"\n", 6, ExpectTrimmedCover);
  ForEachSmallText("a1.)\n-", 5, ExpectTrimmedCover);
}

TEST(SplitSentencesTest, CoversRandomText) {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) ExpectTrimmedCover(RandomText(random, 40));
}

TEST(SplitSentencesTest, IsNotMovedByWhiteSpaceAroundTheText) {
  std::mt19937 random(2);
  for (int i = 0; i < 500; ++i) {
    const std::string text = RandomText(random, 30);
    EXPECT_EQ(Sentences(absl::StrCat("\n\n  ", text, " \n\n")), Sentences(text))
        << text;
  }
}

}  // namespace
}  // namespace concord
