#include "engine/lexicon/lemma.h"

#include <string>

#include "engine/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

TEST(LemmaTest, Table) {
  const auto cases = ReadCases("lexicon/lemmas.txt");
  EXPECT_GE(cases.size(), 200u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 2u) << where;
    EXPECT_EQ(Lemma(row[0]), row[1]) << where << ": " << row[0];
  }
}

TEST(LemmaTest, LeavesUnknownAndForeignWordsAlone) {
  EXPECT_EQ(Lemma(""), "");
  EXPECT_EQ(Lemma("s"), "s");
  EXPECT_EQ(Lemma("zürich"), "zürich");
}

TEST(LemmaTest, FollowsRegularEndingsOfWordsInNoTable) {
  EXPECT_EQ(LemmaByRule("blorked"), "blork");
  EXPECT_EQ(LemmaByRule("blorkies"), "blorky");
}

TEST(LemmaTest, SettlesAtTheBaseOfAListedForm) {
  const Lexicon& lexicon = Lexicon::English();
  for (const LexiconWord& word : lexicon.slots()) {
    const absl::string_view base = lexicon.Base(word);
    EXPECT_EQ(Lemma(Lemma(base)), Lemma(base)) << lexicon.Text(word);
  }
}

}  // namespace
}  // namespace concord
