#include "engine/pipeline/article_spool.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "engine/article/revisions.h"
#include "engine/article/withdrawals.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// Versions of few documents, some twice.
std::vector<v1::Article> RandomArticles(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<v1::Article> articles(count);
  for (v1::Article& article : articles) {
    const auto document = random() % 200, text = random() % 3;
    article.set_document_id(absl::StrCat("document ", document));
    article.set_article_id(
        absl::StrCat("article ", document * 7919 % 613, "-", text));
    article.set_text(absl::StrCat("Text ", text));
    article.mutable_modified()->mutable_begin()->set_seconds(1 + random() % 5);
    article.mutable_source()->set_path(absl::StrCat(random() % 9));
    article.mutable_source()->set_record_offset(random());
  }
  return articles;
}

std::string Describe(const v1::Article& article) {
  return absl::StrCat(article.ShortDebugString(), "\n");
}

// What the stream would hold, by way of the spool.
std::string Spooled(const std::vector<v1::Article>& articles,
                    const std::vector<v1::Article>& withdrawals,
                    size_t& quarantined) {
  ArticleSpool spool;
  for (const v1::Article& article : articles) {
    EXPECT_TRUE(spool.Add(article).ok());
  }
  std::vector<v1::Quarantine> quarantines;
  EXPECT_TRUE(spool.Settle(withdrawals, quarantines).ok());
  quarantined = quarantines.size();
  std::string first, second;
  for (std::string* all : {&first, &second}) {
    EXPECT_TRUE(spool
                    .ForEach([&](v1::Article article) {
                      *all += Describe(article);
                      return absl::OkStatus();
                    })
                    .ok());
  }
  EXPECT_EQ(first, second);
  return first;
}

TEST(ArticleSpoolTest, SettlesAsIfAllArticlesWereInMemory) {
  for (uint32_t seed = 0; seed < 5; ++seed) {
    std::vector<v1::Article> articles = RandomArticles(500, seed);
    v1::Article withdrawal;
    withdrawal.set_document_id("document 7");
    size_t quarantined = 0;
    const std::string spooled = Spooled(articles, {withdrawal}, quarantined);
    size_t expected = TakeOutWithdrawn({withdrawal}, articles).size();
    const SettledArticles settled = SettleRevisions(std::move(articles));
    expected += settled.quarantines.size();
    std::string all;
    for (const v1::Article& article : settled.articles)
      all += Describe(article);
    EXPECT_EQ(spooled, all);
    EXPECT_EQ(quarantined, expected);
  }
}

TEST(ArticleSpoolTest, MayBeEmpty) {
  size_t quarantined = 0;
  EXPECT_EQ(Spooled({}, {}, quarantined), "");
}

TEST(ArticleSpoolTest, StopsWhereItsUserDoes) {
  ArticleSpool spool;
  for (const v1::Article& article : RandomArticles(10, 1)) {
    ASSERT_TRUE(spool.Add(article).ok());
  }
  std::vector<v1::Quarantine> quarantines;
  ASSERT_TRUE(spool.Settle({}, quarantines).ok());
  int calls = 0;
  EXPECT_FALSE(spool
                   .ForEach([&](v1::Article) {
                     ++calls;
                     return absl::DataLossError("full");
                   })
                   .ok());
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace concord
