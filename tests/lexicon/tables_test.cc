// The word tables are sound: no word twice, in order, classes known, references
// met. What only one room reads is tested with that room.

#include <set>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "gtest/gtest.h"
#include "tests/case_file.h"

namespace concord {
namespace {

using Words = std::set<absl::string_view>;

class SortedTableTest : public ::testing::TestWithParam<const char*> {};

TEST_P(SortedTableTest, HasEveryKeyOnceAndInOrder) {
  absl::string_view last;
  for (const WordTable::Row& row : WordTable::Named(GetParam()).rows()) {
    EXPECT_FALSE(row[0].empty());
    EXPECT_LT(last, row[0]);
    last = row[0];
  }
}

INSTANTIATE_TEST_SUITE_P(Lexicon, SortedTableTest,
                         ::testing::Values("approximators", "factivity",
                                           "family_names", "forward_cues",
                                           "function_words", "given_names",
                                           "label_nouns", "loaded_terms",
                                           "name_words", "number_words",
                                           "places", "time_words", "titles",
                                           "units"));

// Every value of a column is one of a few.
void ExpectClasses(const char* name, size_t column, const Words& known) {
  for (const WordTable::Row& row : WordTable::Named(name).rows()) {
    EXPECT_TRUE(known.count(row[column])) << name << ": " << row[0];
  }
}

TEST(TablesTest, HaveKnownClasses) {
  ExpectClasses("approximators", 1,
                {"about", "above", "below", "exact", "vague"});
  ExpectClasses("approximators", 4, {"", "after"});
  ExpectClasses("factivity", 2, {"true", "false", "open"});
  ExpectClasses("factivity", 3, {"true", "false", "open"});
  ExpectClasses("family_names", 2, {"first", "last"});
  ExpectClasses("forward_cues", 1,
                {"modal", "ahead", "intent", "timetable", "until"});
  ExpectClasses("function_words", 3,
                {"", "article", "pronoun", "wh", "conjunction", "preposition",
                 "auxiliary", "modal", "quantifier", "adverb"});
  ExpectClasses("name_words", 1, {"organisation", "place", "other"});
  ExpectClasses(
      "number_words", 1,
      {"unit", "ten", "scale", "suffix", "ordinal", "fraction", "times"});
  ExpectClasses("places", 1,
                {"country", "demonym", "capital", "seat", "place"});
  ExpectClasses(
      "time_words", 1,
      {"day", "week", "weekend", "month", "year", "decade", "century"});
  ExpectClasses("titles", 1, {"courtesy", "office", "rank", "role", "prefix"});
  ExpectClasses("units", 2, {"unit", "prefix", "both"});
}

double Number(absl::string_view column) {
  double value = 0;
  EXPECT_TRUE(absl::SimpleAtod(column, &value)) << column;
  return value;
}

TEST(TablesTest, ApproximatorsWidenAroundTheNumber) {
  for (const auto& row : WordTable::Named("approximators").rows()) {
    EXPECT_LE(Number(row[2]), Number(row[3])) << row[0];
    EXPECT_TRUE(row[1] != "above" || Number(row[2]) >= 1) << row[0];
    EXPECT_TRUE(row[1] != "exact" || Number(row[2]) == 1) << row[0];
  }
}

TEST(TablesTest, PeoplesAndCapitalsBelongToAPlaceOfTheTable) {
  const WordTable& places = WordTable::Named("places");
  for (const auto& row : places.rows()) {
    if (row[1] == "place") continue;
    const WordTable::Row* home = places.Find(row[2]);
    ASSERT_NE(home, nullptr) << row[0];
    const bool region = (*home)[1] == "place" && row[1] == "demonym";
    EXPECT_TRUE(region || (*home)[1] == "country") << row[0];
  }
}

TEST(TablesTest, CountriesHaveACapitalAndAPeople) {
  const WordTable& places = WordTable::Named("places");
  Words with_capital, with_people;
  for (const auto& row : places.rows()) {
    if (row[1] == "capital") with_capital.insert(row[2]);
    if (row[1] == "demonym") with_people.insert(row[2]);
  }
  for (absl::string_view country :
       {"france", "germany", "japan", "south korea", "china", "united states",
        "united kingdom", "india", "brazil", "nigeria", "ukraine"}) {
    EXPECT_TRUE(with_capital.count(country)) << country;
    EXPECT_TRUE(with_people.count(country)) << country;
  }
}

Words WordsOf(absl::string_view side) {
  return absl::StrSplit(side, ' ', absl::SkipEmpty());
}

TEST(OppositesTest, AreClassesOfOneNameWhoseSidesShareNoWord) {
  Words names;
  for (const auto& row : WordTable::Named("opposites").rows()) {
    EXPECT_TRUE(names.insert(row[0]).second) << row[0];
    EXPECT_FALSE(row[1].empty()) << row[0];
    for (absl::string_view word : WordsOf(row[1])) {
      EXPECT_FALSE(WordsOf(row[2]).count(word)) << row[0] << ": " << word;
    }
  }
  EXPECT_GE(names.size(), 400u);
}

TEST(OppositesTest, SidesListNoWordTwice) {
  for (const auto& row : WordTable::Named("opposites").rows()) {
    for (absl::string_view side : {row[1], row[2]}) {
      const std::vector<absl::string_view> words =
          absl::StrSplit(side, ' ', absl::SkipEmpty());
      EXPECT_EQ(words.size(), WordsOf(side).size()) << row[0];
    }
  }
}

// How two words stand in the classes: "opposed", "alike" or "apart".
std::string Standing(absl::string_view a, absl::string_view b) {
  bool alike = false;
  for (const auto& row : WordTable::Named("opposites").rows()) {
    const Words one = WordsOf(row[1]), other = WordsOf(row[2]);
    if (one.count(a) && other.count(b)) return "opposed";
    if (one.count(b) && other.count(a)) return "opposed";
    alike |= one.count(a) && one.count(b);
    alike |= other.count(a) && other.count(b);
  }
  return alike ? "alike" : "apart";
}

TEST(OppositesTest, Table) {
  const auto cases = ReadCases("lexicon/opposites.txt");
  EXPECT_GE(cases.size(), 90u);
  for (const auto& [row, where] : cases) {
    ASSERT_EQ(row.size(), 3u) << where;
    EXPECT_EQ(Standing(row[0], row[1]), row[2]) << where << ": " << row[0];
    EXPECT_EQ(Standing(row[1], row[0]), row[2]) << where << ": " << row[1];
  }
}

TEST(LoadedTermsTest, HaveTwoSidesThatDiffer) {
  for (const auto& row : WordTable::Named("loaded_terms").rows()) {
    const Words one = absl::StrSplit(row[1], "; ");
    const Words other = absl::StrSplit(row[2], "; ");
    for (absl::string_view term : one) {
      EXPECT_FALSE(term.empty()) << row[0];
      EXPECT_FALSE(other.count(term)) << row[0] << ": " << term;
    }
    EXPECT_FALSE(other.count("")) << row[0];
  }
}

TEST(FactivityTest, ListsBaseForms) {
  for (const auto& row : WordTable::Named("factivity").rows()) {
    EXPECT_EQ(Lemma(row[0]), row[0]);
  }
}

TEST(FactivityTest, TellsWhatAVerbCommitsItsSentenceTo) {
  const WordTable& table = WordTable::Named("factivity");
  const auto signature = [&](absl::string_view verb) {
    const WordTable::Row& row = *table.Find(verb);
    return absl::StrCat(row[2], "/", row[3]);
  };
  EXPECT_EQ(signature("regret"), "true/true");
  EXPECT_EQ(signature("manage"), "true/false");
  EXPECT_EQ(signature("fail"), "false/true");
  EXPECT_EQ(signature("prevent"), "false/open");
  EXPECT_EQ(signature("say"), "open/open");
}

}  // namespace
}  // namespace concord
