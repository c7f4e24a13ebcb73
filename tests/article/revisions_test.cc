#include "engine/article/revisions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "engine/article/address.h"
#include "engine/article/article.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_reader.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

v1::Article Revision(const std::string& document, const std::string& id,
                     int64_t published = 0) {
  v1::Article article;
  article.set_document_id(document);
  article.set_article_id(id);
  article.set_text("Text of " + id + ".");
  article.mutable_source()->set_path(id + ".txt");
  if (published != 0) {
    article.mutable_published()->mutable_begin()->set_seconds(published);
  }
  return article;
}

std::string Describe(const SettledArticles& settled) {
  std::string text;
  for (const v1::Article& article : settled.articles) {
    text += article.article_id() + "#" + std::to_string(article.revision()) +
            " " + article.source().path() + "\n";
  }
  for (const v1::Quarantine& quarantine : settled.quarantines) {
    text += v1::QuarantineCode_Name(quarantine.code()) + " " +
            quarantine.message() + "\n";
  }
  return text;
}

TEST(RevisionsTest, NumbersRevisionsByTime) {
  const SettledArticles settled =
      SettleRevisions({Revision("d", "late", 300), Revision("d", "early", 100),
                       Revision("d", "mid", 200), Revision("e", "other", 50)});
  EXPECT_EQ(Describe(settled),
            "early#1 early.txt\nlate#3 late.txt\nmid#2 mid.txt\n"
            "other#1 other.txt\n");
}

TEST(RevisionsTest, PrefersTheTimeOfModification) {
  v1::Article corrected = Revision("d", "a", 100);
  corrected.mutable_modified()->mutable_begin()->set_seconds(900);
  const SettledArticles settled =
      SettleRevisions({corrected, Revision("d", "b", 500)});
  EXPECT_EQ(Describe(settled), "a#2 a.txt\nb#1 b.txt\n");
}

TEST(RevisionsTest, PutsUnknownTimesFirstAndTiesById) {
  const SettledArticles settled = SettleRevisions(
      {Revision("d", "c", 100), Revision("d", "b"), Revision("d", "a", 100)});
  EXPECT_EQ(Describe(settled), "a#2 a.txt\nb#1 b.txt\nc#3 c.txt\n");
}

TEST(RevisionsTest, KeepsOneOfTwoDuplicates) {
  v1::Article second = Revision("d", "a", 100);
  second.mutable_source()->set_path("z.txt");
  const SettledArticles settled =
      SettleRevisions({second, Revision("d", "a", 100)});
  EXPECT_EQ(settled.articles.size(), 1u);
  EXPECT_EQ(settled.articles[0].source().path(), "a.txt");
  ASSERT_EQ(settled.quarantines.size(), 1u);
  EXPECT_EQ(settled.quarantines[0].code(), v1::QUARANTINE_CODE_DUPLICATE);
  EXPECT_EQ(settled.quarantines[0].source(), "z.txt");
}

TEST(RevisionsTest, RefusesAnotherTextUnderOneId) {
  v1::Article forged = Revision("d", "a", 100);
  forged.set_text("Zebra.");
  const SettledArticles settled =
      SettleRevisions({forged, Revision("d", "a", 100)});
  EXPECT_EQ(settled.articles.size(), 1u);
  EXPECT_EQ(settled.articles[0].text(), "Text of a.");
  ASSERT_EQ(settled.quarantines.size(), 1u);
  EXPECT_EQ(settled.quarantines[0].code(), v1::QUARANTINE_CODE_ID_CLASH);
}

TEST(RevisionsTest, DoesNotDependOnTheOrderOfInput) {
  v1::Article copy = Revision("d", "b", 100);
  copy.mutable_source()->set_path("copy.txt");
  v1::Article forged = Revision("d", "c", 100);
  forged.set_text("Zebra.");
  std::vector<v1::Article> articles = {Revision("d", "a"),
                                       Revision("d", "b", 100), copy,
                                       Revision("d", "c", 100), forged};
  const std::string expected = Describe(SettleRevisions(articles));
  std::vector<size_t> order = {0, 1, 2, 3, 4};
  while (std::next_permutation(order.begin(), order.end())) {
    std::vector<v1::Article> shuffled;
    for (const size_t i : order) shuffled.push_back(articles[i]);
    ASSERT_EQ(Describe(SettleRevisions(shuffled)), expected);
  }
}

TEST(RevisionsTest, NamesTheLatestRevisionInAllEarlierOnes) {
  const SettledArticles settled =
      SettleRevisions({Revision("d", "a", 100), Revision("d", "b", 300),
                       Revision("d", "c", 200), Revision("e", "d", 100)});
  std::vector<std::string> latest;
  for (const v1::Article& article : settled.articles) {
    latest.push_back(article.superseded_by());
  }
  EXPECT_THAT(latest, ElementsAre("b", "", "b", ""));
  EXPECT_THAT(settled.quarantines, IsEmpty());
}

// A page of the Herald at `uri` with a story, corrected or not, and a menu.
v1::Article Page(const std::string& uri, const std::string& menu,
                 const std::string& toll = "nine") {
  Document document = ReadHtml(absl::StrCat(
      "<title>Toll to end</title><meta property=og:site_name content=Herald>"
      "<nav>",
      menu,
      "</nav><h1>Toll to end</h1><article>"
      "<p>The toll on the bridge between Saltmarsh and Lunde will end on the "
      "first of July, the transport office said on Friday.</p>"
      "<p>It was brought in ",
      toll,
      " years ago to pay for new cables, which "
      "have long been paid for by those who cross it.</p></article>"));
  document.uri = uri;
  document.source.set_path(uri);
  return BuildArticle(std::move(document));
}

TEST(RevisionsTest, KeepsOneOfTwoPagesOfOneArticle) {
  const SettledArticles settled =
      SettleRevisions({Page("https://herald.test/toll", "Home"),
                       Page("https://herald.test/toll?utm_source=x", "Weather"),
                       Page("https://herald.test/toll/amp", "Menu")});
  ASSERT_EQ(settled.articles.size(), 1u);
  EXPECT_EQ(settled.articles[0].uri(), "https://herald.test/toll");
  EXPECT_EQ(settled.articles[0].revision(), 1u);
  ASSERT_EQ(settled.quarantines.size(), 2u);
  EXPECT_EQ(settled.quarantines[0].code(), v1::QUARANTINE_CODE_DUPLICATE);
  EXPECT_THAT(
      settled.quarantines[0].message(),
      HasSubstr("the same article as in https://herald.test/toll, with"));
}

TEST(RevisionsTest, TakesACorrectedPageAtAnotherAddressOfItForARevision) {
  const SettledArticles settled = SettleRevisions(
      {Page("https://herald.test/toll", "Home"),
       Page("http://www.herald.test/toll/amp/?utm_source=x", "Home", "ten")});
  ASSERT_EQ(settled.articles.size(), 2u);
  EXPECT_EQ(settled.articles[0].document_id(),
            settled.articles[1].document_id());
  EXPECT_EQ(settled.articles[0].revision() + settled.articles[1].revision(),
            3u);
  EXPECT_THAT(settled.quarantines, IsEmpty());
}

TEST(RevisionsTest, KeepsTheSameWordsOfAnotherPublisher) {
  v1::Article copy = Page("https://post.test/toll", "Home");
  copy.set_outlet("Post");
  const SettledArticles settled =
      SettleRevisions({Page("https://herald.test/toll", "Home"), copy});
  EXPECT_EQ(settled.articles.size(), 2u);
  EXPECT_THAT(settled.quarantines, IsEmpty());
}

TEST(AddressTest, IsTheSameForAllWaysToADocument) {
  for (const std::string uri :
       {"https://herald.test/dam", "http://www.herald.test/dam/",
        "https://HERALD.test/dam#top", "https://m.herald.test/dam?utm_source=x",
        "https://amp.herald.test/dam", "https://herald.test/dam/amp",
        "https://herald.test/amp/dam", "https://herald.test/dam.amp",
        "https://herald.test/dam/index.html?fbclid=1&utm_campaign=y"}) {
    EXPECT_EQ(DocumentAddress(uri), "herald.test/dam") << uri;
  }
}

TEST(AddressTest, KeepsWhatTellsDocumentsApart) {
  EXPECT_EQ(DocumentAddress("https://herald.test/?id=7&utm_id=1&page=2"),
            "herald.test?id=7&page=2");
  EXPECT_EQ(DocumentAddress("https://m.test/dam"), "m.test/dam");
  EXPECT_EQ(DocumentAddress("https://herald.test/lamp"), "herald.test/lamp");
  EXPECT_EQ(DocumentAddress("story 7"), "story 7");
  EXPECT_EQ(DocumentAddress(""), "");
  EXPECT_EQ(HostOf("https://www.herald.test:80/dam"), "herald.test:80");
  EXPECT_EQ(HostOf("/dam"), "");
}

}  // namespace
}  // namespace concord
