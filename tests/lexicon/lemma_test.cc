#include "engine/lexicon/lemma.h"

#include <string>

#include "engine/lexicon/word_table.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

struct Case {
  const char* form;
  const char* base;
};

class LemmaTableTest : public ::testing::TestWithParam<Case> {};

TEST_P(LemmaTableTest, GivesTheBaseForm) {
  EXPECT_EQ(Lemma(GetParam().form), GetParam().base);
}

INSTANTIATE_TEST_SUITE_P(
    RegularEndings, LemmaTableTest,
    ::testing::Values(Case{"talks", "talk"}, Case{"countries", "country"},
                      Case{"watches", "watch"}, Case{"boxes", "box"},
                      Case{"losses", "loss"}, Case{"raised", "raise"},
                      Case{"raising", "raise"}, Case{"stopped", "stop"},
                      Case{"stopping", "stop"}, Case{"called", "call"},
                      Case{"passed", "pass"}, Case{"tried", "try"},
                      Case{"agreed", "agree"}, Case{"created", "create"},
                      Case{"judged", "judge"}, Case{"voting", "vote"},
                      Case{"seeking", "seek"}, Case{"argued", "argue"},
                      Case{"forced", "force"}, Case{"served", "serve"},
                      Case{"settled", "settle"}, Case{"required", "require"},
                      Case{"visited", "visit"}, Case{"opened", "open"}));

INSTANTIATE_TEST_SUITE_P(
    IrregularForms, LemmaTableTest,
    ::testing::Values(Case{"went", "go"}, Case{"said", "say"},
                      Case{"was", "be"}, Case{"children", "child"},
                      Case{"men", "man"}, Case{"better", "good"},
                      Case{"worst", "bad"}, Case{"higher", "high"},
                      Case{"largest", "large"}, Case{"bigger", "big"},
                      Case{"stole", "steal"}, Case{"analyses", "analysis"}));

INSTANTIATE_TEST_SUITE_P(
    WordsThatOnlyLookInflected, LemmaTableTest,
    ::testing::Values(Case{"news", "news"}, Case{"need", "need"},
                      Case{"speed", "speed"}, Case{"king", "king"},
                      Case{"during", "during"}, Case{"series", "series"},
                      Case{"crisis", "crisis"}, Case{"water", "water"},
                      Case{"virus", "virus"}, Case{"bus", "bus"}));

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
