// Which language an article is taken to be in.

#include "engine/article/language.h"

#include <fstream>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/article/article.h"
#include "engine/ingest/document.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::string LanguageOf(const std::string& text,
                       const std::string& declared = "") {
  Document document;
  document.text = text;
  document.layout = Layout::kProse;
  document.language = declared;
  return BuildArticle(std::move(document)).language();
}

constexpr char kEnglish[] =
    "The harbour office said on Friday that the bridge would stay closed until "
    "the end of the week, because its cables have to be tested again.";
constexpr char kGerman[] =
    "Die Hafenbehörde teilte am Freitag mit, dass die Brücke bis zum Ende der "
    "Woche gesperrt bleibt, weil die Seile noch einmal geprüft werden müssen.";

TEST(LanguageTest, IsToldByTheWordsOfATextAlone) {
  std::ifstream in(TestPath("data/article/languages.txt"));
  int cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t bar = line.find(" | ");
    const std::string tag = line.substr(0, bar);
    EXPECT_EQ(LanguageOf(line.substr(bar + 3)), tag == "-" ? "" : tag) << line;
    ++cases;
  }
  EXPECT_GE(cases, 25);
}

TEST(LanguageTest, BelievesTheWordsMoreThanThePage) {
  EXPECT_EQ(LanguageOf(kGerman, "en"), "de");
  EXPECT_EQ(LanguageOf(kEnglish, "de-DE"), "en");
}

TEST(LanguageTest, KeepsTheTagOfThePageWhereTheWordsAgree) {
  EXPECT_EQ(LanguageOf(kEnglish, "en-GB"), "en-GB");
  EXPECT_EQ(LanguageOf(kGerman, "de-AT"), "de-AT");
}

TEST(LanguageTest, BelievesThePageOfAShortTextWithAWordOfThatLanguage) {
  EXPECT_EQ(LanguageOf("Die Brücke bleibt zu", "de"), "de");
  EXPECT_EQ(LanguageOf("Bridge closed for a week", "de"), "");
}

TEST(LanguageTest, TakesTextInTwoLanguagesForEnglish) {
  EXPECT_EQ(LanguageOf(absl::StrCat(kEnglish, "\n\n", kGerman)), "en");
  EXPECT_EQ(LanguageOf(absl::StrCat(kGerman, "\n\n", kEnglish)), "en");
}

TEST(LanguageTest, TellsALongTextInNoKnownLanguage) {
  std::string text;
  for (int i = 0; i < 60; ++i) absl::StrAppend(&text, "Mivo lundra teskal. ");
  EXPECT_EQ(LanguageOf(text), "und");
  EXPECT_EQ(LanguageOf(text, "xx"), "xx");
  EXPECT_EQ(LanguageOf(text, "en"), "en");
}

TEST(LanguageTest, KnowsTheTagsOfEnglish) {
  EXPECT_TRUE(IsEnglish(""));
  EXPECT_TRUE(IsEnglish("en"));
  EXPECT_TRUE(IsEnglish("EN_us"));
  EXPECT_FALSE(IsEnglish("de"));
  EXPECT_FALSE(IsEnglish("und"));
}

}  // namespace
}  // namespace concord
