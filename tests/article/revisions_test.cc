#include "engine/article/revisions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
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

}  // namespace
}  // namespace concord
