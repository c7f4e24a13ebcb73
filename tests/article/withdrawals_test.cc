#include "engine/article/withdrawals.h"

#include <string>
#include <vector>

#include "concord/v1/article.pb.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

v1::Article Version(const std::string& document, const std::string& external,
                    int64_t modified) {
  v1::Article article;
  article.set_document_id(document);
  article.set_external_id(external);
  if (modified > 0) {
    article.mutable_modified()->mutable_begin()->set_seconds(modified);
  }
  return article;
}

// How many of `articles` are left.
size_t LeftOf(std::vector<v1::Article> articles,
              const std::vector<v1::Article>& withdrawals) {
  const size_t before = articles.size();
  const auto quarantines = TakeOutWithdrawn(withdrawals, articles);
  EXPECT_EQ(quarantines.size() + articles.size(), before);
  for (const auto& quarantine : quarantines) {
    EXPECT_EQ(quarantine.code(), v1::QUARANTINE_CODE_WITHDRAWN);
  }
  return articles.size();
}

TEST(WithdrawalsTest, TakeOutEveryVersionMadeBefore) {
  const auto articles = {Version("a", "1", 10), Version("a", "1", 20),
                         Version("b", "1", 10), Version("a", "1", 0)};
  EXPECT_EQ(LeftOf(articles, {Version("a", "1", 20)}), 1u);
}

TEST(WithdrawalsTest, LeaveWhatWasMadeLater) {
  EXPECT_EQ(LeftOf({Version("a", "1", 30)}, {Version("a", "1", 20)}), 1u);
}

TEST(WithdrawalsTest, WithoutATimeTakeOutAll) {
  EXPECT_EQ(LeftOf({Version("a", "1", 30)},
                   {Version("a", "1", 20), Version("a", "1", 0)}),
            0u);
}

TEST(WithdrawalsTest, KnowADocumentByItsUrnWhoeverPublishedIt) {
  EXPECT_EQ(
      LeftOf({Version("a", "urn:x:1", 10)}, {Version("b", "urn:x:1", 20)}), 0u);
  EXPECT_EQ(LeftOf({Version("a", "7", 10)}, {Version("b", "7", 20)}), 1u)
      << "a number is the outlet's own";
}

TEST(WithdrawalsTest, TheOrderDoesNotMatter) {
  EXPECT_EQ(LeftOf({Version("a", "1", 25)},
                   {Version("a", "1", 30), Version("a", "1", 20)}),
            0u);
}

}  // namespace
}  // namespace concord
