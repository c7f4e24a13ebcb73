#include "engine/lexicon/lemma.h"

#include <string>

#include "engine/lexicon/word_table.h"
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

TEST(LemmaTest, GivesEveryTableBaseItself) {
  for (const auto& row : WordTable::Named("irregular_forms").rows()) {
    const std::string base(row[1]);
    EXPECT_EQ(Lemma(Lemma(base)), Lemma(base)) << row[0];
  }
}

}  // namespace
}  // namespace concord
