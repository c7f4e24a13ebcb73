#include "engine/reconcile/origin.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/lexicon/outlet_book.h"
#include "engine/reconcile/copies.h"
#include "engine/reconcile/corpus.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr absl::string_view kWire =
    "A freight train carrying grain left the rails near the village of Orsk "
    "early on Friday, blocking the only line to the coast. Nobody was hurt. "
    "Engineers expect repairs to take three days, and the operator has hired "
    "forty lorries to move the harvest to port in the meantime.";
constexpr absl::string_view kTrimmed =
    "A freight train carrying grain left the rails near the village of Orsk "
    "early on Friday, blocking the only line to the coast. Nobody was hurt.";
constexpr absl::string_view kReordered =
    "Nobody was hurt. Engineers expect repairs to take three days, and the "
    "operator has hired forty lorries to move the harvest to port in the "
    "meantime. A freight train carrying grain left the rails near the village "
    "of Orsk early on Friday, blocking the only line to the coast.";
constexpr absl::string_view kRewritten =
    "A goods train carrying grain left the rails near the village of Orsk "
    "early on Friday and blocked the only line to the coast. Nobody was hurt. "
    "Engineers expect the repairs to take three days, and the operator hired "
    "forty lorries to move the harvest to port meanwhile.";
constexpr absl::string_view kOwnWords =
    "Grain wagons derailed outside Orsk before dawn on Friday, cutting the "
    "coastal railway. There were no injuries. The track should be mended by "
    "Monday; until then trucks will take the crop to the harbour, the line's "
    "operator said, and forty of them are already on the road.";

std::vector<CopiedPair> CopiesAmong(std::vector<v1::Article> articles) {
  uint64_t capped = 0;
  return FindCopies(Corpus(articles, {}), /*threads=*/2, capped);
}

bool IsCopy(absl::string_view a, absl::string_view b) {
  return !CopiesAmong({MakeArticle("a", a), MakeArticle("b", b)}).empty();
}

TEST(FindCopiesTest, FindsTheWordsTrimmedReorderedOrLightlyRewritten) {
  EXPECT_TRUE(IsCopy(kWire, kWire));
  EXPECT_TRUE(IsCopy(kWire, kTrimmed));
  EXPECT_TRUE(IsCopy(kWire, kReordered));
  EXPECT_TRUE(IsCopy(kWire, kRewritten));
}

TEST(FindCopiesTest, AnotherReporterOfTheEventIsNoCopy) {
  EXPECT_FALSE(IsCopy(kWire, kOwnWords));
}

TEST(FindCopiesTest, QuotedSpeechIsNoSignOfCopying) {
  const std::string quote =
      "\"We will not rest until the line to the coast is open again, and I "
      "thank all of those who came out in the night to help us,\" she said. ";
  EXPECT_FALSE(IsCopy(quote + "Rain fell.", quote + "The sun shone."));
}

// Three articles of three outlets, and what is known of them.
struct Case {
  std::vector<v1::Article> articles = {MakeArticle("a", kWire),
                                       MakeArticle("b", kOwnWords),
                                       MakeArticle("c", "Trains are late.")};
  void SetAgency(int i, absl::string_view agency) {
    articles[i].mutable_origin()->set_agency(std::string(agency));
  }
  void SetByline(int i) { articles[i].mutable_origin()->set_byline("Ann Bo"); }

  // `outlets` is a user's file.
  v1::Support Support(absl::string_view outlets = "") const {
    uint64_t capped = 0;
    const Corpus corpus(articles, {});
    const OriginBook book(corpus, FindCopies(corpus, 1, capped),
                          OutletBook::Parse(outlets, "mine.tsv").value());
    return book.SupportOf({0, 1, 2});
  }
};

TEST(SupportTest, UnknownOriginsMayBeOneOrAsManyAsThereAreArticles) {
  const v1::Support support = Case().Support();
  EXPECT_EQ(support.articles(), 3);
  EXPECT_EQ(support.outlets(), 3);
  EXPECT_EQ(support.origins_min(), 1);
  EXPECT_EQ(support.origins_max(), 3);
  EXPECT_THAT(support.reasons(),
              ElementsAre(v1::SUPPORT_REASON_UNKNOWN_ORIGIN));
}

TEST(SupportTest, NamedAuthorsAreOriginsOfTheirOwn) {
  Case c;
  for (int i : {0, 1, 2}) c.SetByline(i);
  EXPECT_EQ(c.Support().origins_min(), 3);
  EXPECT_EQ(c.Support().origins_max(), 3);
  EXPECT_THAT(c.Support().reasons(), IsEmpty());
}

TEST(SupportTest, OneAgencyIsOneOrigin) {
  Case c;
  c.SetAgency(0, "AP");
  c.SetAgency(1, "ap");
  c.SetByline(2);
  EXPECT_EQ(c.Support().origins_min(), 2);
  EXPECT_EQ(c.Support().origins_max(), 2);
  EXPECT_THAT(c.Support().reasons(),
              ElementsAre(v1::SUPPORT_REASON_SAME_AGENCY));
}

TEST(SupportTest, TwoAgenciesAreTwoOrigins) {
  Case c;
  c.SetAgency(0, "AP");
  c.SetAgency(1, "Reuters");
  EXPECT_EQ(c.Support().origins_min(), 2);
  EXPECT_EQ(c.Support().origins_max(), 3);
}

TEST(SupportTest, ACopyIsNoSecondOrigin) {
  Case c;
  c.articles[1] = MakeArticle("b", kTrimmed);
  EXPECT_EQ(c.Support().origins_max(), 2);
  EXPECT_THAT(c.Support().reasons(),
              ElementsAre(v1::SUPPORT_REASON_COPIED_TEXT,
                          v1::SUPPORT_REASON_UNKNOWN_ORIGIN));
}

TEST(SupportTest, OneOutletIsOneOrigin) {
  Case c;
  c.articles[1].set_outlet(c.articles[0].outlet());
  EXPECT_EQ(c.Support().outlets(), 2);
  EXPECT_EQ(c.Support().origins_max(), 2);
}

TEST(SupportTest, OneHostIsOneOutletWhereNoneIsNamed) {
  Case c;
  for (v1::Article& article : c.articles) article.clear_outlet();
  c.articles[0].set_uri("https://www.example.org/a");
  c.articles[1].set_uri("http://example.org/b?c");
  EXPECT_EQ(c.Support().outlets(), 2);
  EXPECT_EQ(c.Support().origins_max(), 2);
}

TEST(SupportTest, TheNamedSourceIsTheOrigin) {
  Case c;
  c.articles[1].mutable_origin()->set_republished_from("Outlet A");
  EXPECT_EQ(c.Support().origins_max(), 2);
  EXPECT_THAT(c.Support().reasons(),
              testing::Contains(v1::SUPPORT_REASON_REPUBLISHED));
}

TEST(OutletsOfAUserTest, OutletsOfOneOwnerAreOneOriginAndTwoOutlets) {
  const v1::Support support = Case().Support(
      "Outlet A\tCalder Media\n"
      "Outlet C\tcalder  media\n");
  EXPECT_EQ(support.outlets(), 3);
  EXPECT_EQ(support.origins_max(), 2);
  EXPECT_THAT(support.reasons(),
              testing::Contains(v1::SUPPORT_REASON_SAME_PUBLISHER));
}

TEST(OutletsOfAUserTest, AnOwnerThatPublishesIsOneWithItsOutlets) {
  EXPECT_EQ(
      Case().Support("Outlet A\tthe c\nOutlet C\t\tThe C\n").origins_max(), 2);
}

TEST(OutletsOfAUserTest, AnOutletOfTwoNamesIsOneOutlet) {
  const v1::Support support = Case().Support("The Post\t\tOutlet A;outlet b");
  EXPECT_EQ(support.outlets(), 2);
  EXPECT_EQ(support.origins_max(), 2);
}

TEST(OutletsOfAUserTest, AnOutletThatIsNotNamedIsKnownByItsHost) {
  Case c;
  c.articles[1].clear_outlet();
  c.articles[1].set_uri("https://news.outlet-a.example/ferry");
  EXPECT_EQ(c.Support().outlets(), 3);
  EXPECT_EQ(c.Support("Outlet A\t\toutlet-a.example").outlets(), 2);
}

TEST(OutletsOfAUserTest, AnAgencyOfTwoNamesIsOneOrigin) {
  Case c;
  c.SetAgency(0, "NAA");
  c.SetAgency(1, "Northern Agency");
  EXPECT_EQ(c.Support().origins_min(), 2);
  EXPECT_EQ(c.Support("Northern Agency\t\tNAA").origins_min(), 1);
}

TEST(OutletsOfAUserTest, ASourceIsKnownByAnyOfItsNames) {
  Case c;
  c.articles[1].mutable_origin()->set_republished_from("The Post");
  EXPECT_EQ(c.Support().origins_max(), 3);
  EXPECT_EQ(c.Support("Outlet A\t\tThe Post").origins_max(), 2);
  EXPECT_EQ(c.Support("Outlet A\tThe Post").origins_max(), 2);
}

TEST(OutletsOfAUserTest, OthersAreAsTheyWere) {
  Case c;
  c.articles[1].set_outlet("outlet a");
  EXPECT_EQ(c.Support("The Post\tCalder Media").outlets(), 2);
  EXPECT_EQ(c.Support("The Post\tCalder Media").origins_max(), 2);
}

TEST(SupportTest, TwoCutsFromAThirdArticleAreOneOrigin) {
  // Each half has little in common with the other; both are cut from the whole.
  const absl::string_view first = kWire.substr(0, 140);
  const absl::string_view second = kWire.substr(140);
  const std::vector<v1::Article> articles = {MakeArticle("a", first),
                                             MakeArticle("b", second),
                                             MakeArticle("c", kWire)};
  uint64_t capped = 0;
  const Corpus corpus(articles, {});
  const OriginBook book(corpus, FindCopies(corpus, 1, capped));
  EXPECT_EQ(book.SupportOf({0, 1}).origins_max(), 1);
}

}  // namespace
}  // namespace concord
