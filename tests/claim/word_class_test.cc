#include "engine/claim/word_class.h"

#include <string>

#include "absl/strings/string_view.h"
#include "engine/claim/sentence_view.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// The class of the first token that reads `word`.
WordClass ClassOf(absl::string_view word, absl::string_view sentence) {
  const SentenceView view(sentence,
                          {0, static_cast<uint32_t>(sentence.size())});
  for (size_t i = 0; i < view.size(); ++i) {
    if (view.surface(i) == word) return view.class_of(i);
  }
  ADD_FAILURE() << "no '" << word << "' in: " << sentence;
  return WordClass::kOther;
}

TEST(WordClassTest, TellsThePluralFromThePresent) {
  EXPECT_EQ(ClassOf("plans", "The plans failed."), WordClass::kNominal);
  EXPECT_EQ(ClassOf("plans", "She plans a visit."), WordClass::kFinite);
}

TEST(WordClassTest, TellsThePastFromTheParticiple) {
  EXPECT_EQ(ClassOf("arrested", "Police arrested two men."),
            WordClass::kFinite);
  EXPECT_EQ(ClassOf("arrested", "Two men were arrested."),
            WordClass::kParticiple);
  EXPECT_EQ(ClassOf("arrested", "The men arrested by police have fled."),
            WordClass::kParticiple);
}

TEST(WordClassTest, TakesAParticipleBeforeANounForAnAdjective) {
  EXPECT_EQ(ClassOf("arrested", "The arrested men fled."), WordClass::kNominal);
}

TEST(WordClassTest, TellsTheGerundFromTheNoun) {
  EXPECT_EQ(ClassOf("building", "The building burned."), WordClass::kNominal);
  EXPECT_EQ(ClassOf("building", "Firms building the stadium failed."),
            WordClass::kGerund);
}

TEST(WordClassTest, TellsToBeforeAVerbFromThePreposition) {
  EXPECT_EQ(ClassOf("to", "They want to leave."), WordClass::kInfinitive);
  EXPECT_EQ(ClassOf("to", "They went to Ghent."), WordClass::kPreposition);
}

TEST(WordClassTest, TellsTheUsesOfThat) {
  EXPECT_EQ(ClassOf("that", "He said that it rained."), WordClass::kThat);
  EXPECT_EQ(ClassOf("that", "The ship that sank was old."),
            WordClass::kRelative);
  EXPECT_EQ(ClassOf("that", "He left on that day."), WordClass::kDeterminer);
}

TEST(WordClassTest, TellsTheUsesOfAfter) {
  EXPECT_EQ(ClassOf("after", "They left after it rained."),
            WordClass::kSubordinator);
  EXPECT_EQ(ClassOf("after", "They left after the rain."),
            WordClass::kPreposition);
}

TEST(WordClassTest, TellsThePossessiveFromTheVerb) {
  EXPECT_EQ(ClassOf("'s", "The mayor's house burned."), WordClass::kPossessive);
  EXPECT_EQ(ClassOf("'s", "It's a house."), WordClass::kAuxiliary);
}

TEST(WordClassTest, TakesACapitalInsideASentenceForAName) {
  EXPECT_EQ(ClassOf("Grant", "The court heard Grant yesterday."),
            WordClass::kNominal);
}

TEST(WordClassTest, TrustsNoCapitalInAHeadline) {
  EXPECT_EQ(ClassOf("Says", "Mayor Says He Will Resign Today"),
            WordClass::kFinite);
}

}  // namespace
}  // namespace concord
