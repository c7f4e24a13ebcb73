#include "engine/reconcile/wording_book.h"

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/story_book.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

using testing::ElementsAre;

// Articles "a", "b", "c", each with one claim: "a0", "b0", "c0".
class WordingBookTest : public testing::Test {
 protected:
  WordingBookTest() {
    for (const char* id : {"a", "b", "c"}) {
      articles_.push_back(MakeArticle(id, "Text."));
    }
    for (const v1::Article& article : articles_) {
      claims_.push_back(MakeClaim(article.article_id() + "0", article,
                                  "Police declined to comment"));
    }
  }

  static void Name(v1::Claim& claim) { claim.add_entities()->set_name("Ann"); }

  // For each claim the one that stands for it.
  std::vector<uint32_t> Firsts(std::vector<ArticleSet> stories) {
    const Corpus corpus(articles_, absl::MakeSpan(claims_));
    const WordingBook wordings(corpus, StoryBook(3, std::move(stories)));
    std::vector<uint32_t> firsts;
    for (uint32_t c = 0; c < 3; ++c) firsts.push_back(wordings.FirstOf(c));
    return firsts;
  }

  std::vector<v1::Article> articles_;
  std::vector<v1::Claim> claims_;
};

TEST_F(WordingBookTest, TheSameWordsInOneStoryAreOneWording) {
  EXPECT_THAT(Firsts({{0, 1, 2}}), ElementsAre(0, 0, 0));
}

TEST_F(WordingBookTest, StoriesThatShareAnArticleAreLinked) {
  EXPECT_THAT(Firsts({{0, 1}, {1, 2}}), ElementsAre(0, 0, 0));
}

TEST_F(WordingBookTest, AStockPhraseSaysAnotherThingInEveryStory) {
  EXPECT_THAT(Firsts({{0, 1}}), ElementsAre(0, 0, 2));
}

TEST_F(WordingBookTest, AClaimThatStandsAloneSaysTheSameEverywhere) {
  for (v1::Claim& claim : claims_) Name(claim);
  EXPECT_THAT(Firsts({}), ElementsAre(0, 0, 0));
}

TEST_F(WordingBookTest, AClaimThatPointsElsewhereDoesNotStandAlone) {
  Name(claims_[0]);
  EXPECT_TRUE(StandsAlone(claims_[0]));
  claims_[0].add_flags(v1::CLAIM_FLAG_UNRESOLVED_REFERENCE);
  EXPECT_FALSE(StandsAlone(claims_[0]));
}

TEST_F(WordingBookTest, OtherSpeakersTimesAndForceAreOtherWordings) {
  claims_[1].mutable_attribution()->set_speaker("Ann Bo");
  claims_[2].set_modality(v1::MODALITY_POSSIBLE);
  EXPECT_THAT(Firsts({{0, 1, 2}}), ElementsAre(0, 1, 2));
  claims_[1] = MakeClaim("b0", articles_[1], claims_[0].text());
  claims_[1].add_times()->mutable_begin()->set_seconds(86'400);
  EXPECT_THAT(Firsts({{0, 1, 2}}), ElementsAre(0, 1, 2));
}

TEST_F(WordingBookTest, KnowsTheClaimsAndArticlesOfAWording) {
  claims_.push_back(MakeClaim("a1", articles_[0], claims_[0].text(), 9));
  const Corpus corpus(articles_, absl::MakeSpan(claims_));
  const WordingBook wordings(corpus, StoryBook(3, {{0, 1}}));
  EXPECT_THAT(wordings.ClaimsOf(0), ElementsAre(0, 1, 2));  // a0, a1, b0
  EXPECT_THAT(wordings.ArticlesOf(0), ElementsAre(0, 1));
  EXPECT_THAT(wordings.ClaimsOf(3), ElementsAre(3));  // c0
  EXPECT_FALSE(wordings.ShareArticle(0, 3));
}

TEST_F(WordingBookTest, WordingsOfOneArticleShareIt) {
  claims_.push_back(MakeClaim("b1", articles_[1], "Ann declined", 9));
  const Corpus corpus(articles_, absl::MakeSpan(claims_));
  const WordingBook wordings(corpus, StoryBook(3, {{0, 1}}));
  EXPECT_TRUE(wordings.ShareArticle(0, corpus.IndexOf("b1")));
}

}  // namespace
}  // namespace concord
