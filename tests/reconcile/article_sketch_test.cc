#include "engine/reconcile/article_sketch.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/reconcile/event_pairs.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr absl::string_view kFerry =
    "A ferry with 212 passengers ran aground off Hestoya on Tuesday. The "
    "coastguard evacuated the vessel by helicopter and lifeboat. The skipper "
    "of the Nordkyst blamed fog.";
constexpr absl::string_view kFerryAgain =
    "Rescuers lifted passengers from the stranded ferry Nordkyst by helicopter "
    "on Tuesday after it ran aground near Hestoya in thick fog, the coastguard "
    "said.";
constexpr absl::string_view kStrike =
    "Bakers in Valmora walked out on Tuesday over flour prices. The union says "
    "bread will be short until wages rise.";

ArticleSketch Sketch(absl::string_view text) {
  return SketchArticle(MakeArticle("a", text));
}

ArticleSketch SketchOfDay(absl::string_view text, int day) {
  v1::Article article = MakeArticle("a", text);
  PublishOnDay(day, article);
  return SketchArticle(article);
}

TEST(ArticleSketchTest, AnArticleIsLikeItself) {
  EXPECT_NEAR(SketchSimilarity(Sketch(kFerry), Sketch(kFerry)), 1.0, 1e-6);
}

TEST(ArticleSketchTest, NoTextHasNoTerms) {
  EXPECT_THAT(Sketch("").terms, IsEmpty());
  EXPECT_EQ(SketchSimilarity(Sketch(""), Sketch("")), 0.0);
}

TEST(ArticleSketchTest, BoilerplateHasNoTerms) {
  v1::Article article = MakeArticle("a", kFerry);
  article.mutable_sections(0)->set_kind(v1::SECTION_KIND_RELATED);
  EXPECT_THAT(SketchArticle(article).terms, IsEmpty());
}

TEST(ArticleSketchTest, InflectionsAreOneTerm) {
  EXPECT_THAT(Sketch("ferries ferry Ferry's").terms, SizeIs(1));
}

TEST(SameEventTest, TwoReportsOfOneDay) {
  EXPECT_TRUE(
      SameEvent(SketchOfDay(kFerry, 100), SketchOfDay(kFerryAgain, 101)));
}

TEST(SameEventTest, OneMatterMonthsApartIsAnotherEvent) {
  EXPECT_FALSE(
      SameEvent(SketchOfDay(kFerry, 100), SketchOfDay(kFerryAgain, 160)));
}

TEST(SameEventTest, AnotherMatterOfOneDayIsAnotherEvent) {
  EXPECT_FALSE(SameEvent(SketchOfDay(kFerry, 100), SketchOfDay(kStrike, 100)));
}

TEST(SameEventTest, WithoutDatesLikenessDecides) {
  EXPECT_TRUE(SameEvent(Sketch(kFerry), Sketch(kFerryAgain)));
  EXPECT_FALSE(SameEvent(Sketch(kFerry), Sketch(kStrike)));
}

TEST(SameEventTest, WithoutDatesWeekdaysThatDifferTellEventsApart) {
  std::string later(kFerryAgain);
  later.replace(later.find("Tuesday"), 7, "Saturday");
  EXPECT_FALSE(SameEvent(Sketch(kFerry), Sketch(later)));
}

TEST(FindEventPairsTest, FindsThePairsOfOneEvent) {
  const std::vector<ArticleSketch> sketches = {
      SketchOfDay(kFerry, 100), SketchOfDay(kStrike, 100),
      SketchOfDay(kFerryAgain, 102), Sketch(kFerry)};
  uint64_t capped = 0;
  const std::vector<EventPair> pairs =
      FindEventPairs(sketches, {1, 2, 3, 4}, /*threads=*/2, capped);
  ASSERT_THAT(pairs, SizeIs(3));
  EXPECT_EQ(pairs[0].b, 2);  // 0 and 2, dated
  EXPECT_EQ(pairs[1].b, 3);  // 0 and 3, one undated
  EXPECT_EQ(pairs[2].a, 2);  // 2 and 3
  EXPECT_EQ(capped, 0);
}

}  // namespace
}  // namespace concord
