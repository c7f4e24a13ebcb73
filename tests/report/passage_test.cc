// A claim where it is printed.

#include "engine/report/passage.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

v1::Article ArticleOf(const std::string& text) {
  v1::Article article;
  article.set_text(text);
  return article;
}

v1::Claim ClaimOf(const v1::Article& article, const std::string& own,
                  const std::string& words) {
  v1::Claim claim;
  const size_t begin = article.text().find(own);
  claim.mutable_span()->set_begin_byte(static_cast<uint32_t>(begin));
  claim.mutable_span()->set_end_byte(static_cast<uint32_t>(begin + own.size()));
  claim.set_text(words);
  return claim;
}

TEST(PassageTest, IsTheSentenceAroundTheClaim) {
  const v1::Article article = ArticleOf(
      "It was cold. The ferry, owned by Mr. Hale, hit a wall. Nobody died.");
  const Passage passage = PassageOf(
      article,
      ClaimOf(article, "owned by Mr. Hale", "Mr. Hale owns the ferry"));
  EXPECT_EQ(passage.before, "The ferry, ");
  EXPECT_EQ(passage.own, "owned by Mr. Hale");
  EXPECT_EQ(passage.after, ", hit a wall.");
  EXPECT_FALSE(passage.cut_before || passage.cut_after);
}

TEST(PassageTest, ALongSentenceIsCutAndSaysSo) {
  const std::string words(1000, 'x');
  const v1::Article article = ArticleOf(absl::StrCat(words, " own ", words));
  const Passage passage = PassageOf(article, ClaimOf(article, "own", "own"));
  EXPECT_TRUE(passage.cut_before && passage.cut_after);
  EXPECT_LE(passage.before.size(), Passage::kMostAround);
  EXPECT_LE(passage.after.size(), Passage::kMostAround);
}

TEST(PassageTest, OnlyOtherWordsAreReworded) {
  const v1::Article article =
      ArticleOf("The ferry hit a wall, injuring 38 people.");
  const v1::Claim same =
      ClaimOf(article, "The ferry hit a wall", "the ferry hit a wall.");
  const v1::Claim other =
      ClaimOf(article, "injuring 38 people", "The ferry injured 38 people");
  EXPECT_FALSE(IsReworded(PassageOf(article, same), same));
  EXPECT_TRUE(IsReworded(PassageOf(article, other), other));
}

TEST(PassageTest, OfASpanThatIsNotThereIsEmpty) {
  const v1::Article article = ArticleOf("Short.");
  v1::Claim claim;
  claim.mutable_span()->set_begin_byte(3);
  claim.mutable_span()->set_end_byte(900);
  EXPECT_TRUE(PassageOf(article, claim).own.empty());
  claim.mutable_span()->set_end_byte(2);
  EXPECT_TRUE(PassageOf(article, claim).own.empty());
}

TEST(PassageTest, OfNoUtf8IsEmpty) {
  const v1::Article article = ArticleOf("A\xFF wall stood there.");
  v1::Claim claim;
  claim.mutable_span()->set_begin_byte(2);
  claim.mutable_span()->set_end_byte(6);
  EXPECT_TRUE(PassageOf(article, claim).own.empty());
}

}  // namespace
}  // namespace concord
