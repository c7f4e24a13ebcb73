#include "engine/reconcile/account.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/reconcile/corpus.h"
#include "engine/reconcile/origin.h"
#include "engine/reconcile/relation_table.h"
#include "engine/reconcile/story_book.h"
#include "engine/reconcile/wording_book.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using v1::Comparison;

// A world of articles "a", "b", ... with claims "a0", "a1", ..., in which a
// table says what each pair of claims is.
class AccountTest : public testing::Test {
 protected:
  AccountTest() {
    for (const char* id : {"a", "b", "c"}) {
      articles_.push_back(MakeArticle(id, "Text."));
    }
    for (const v1::Article& article : articles_) {
      for (uint32_t i : {0u, 1u}) {
        claims_.push_back(MakeClaim(article.article_id() + std::to_string(i),
                                    article, "Words.", i));
      }
    }
  }

  v1::Claim& ClaimOf(const std::string& id) {
    return *std::find_if(claims_.begin(), claims_.end(),
                         [&](const auto& c) { return c.claim_id() == id; });
  }

  // Says what two claims are to each other.
  Verdict& Judge(const std::string& a, const std::string& b,
                 Comparison::Relation relation, float similarity = 0.5f) {
    Verdict& verdict = table_[{a, b}];
    verdict.relation = relation;
    verdict.similarity = similarity;
    verdict.reasons = {v1::REASON_CODE_SHARED_CONTENT};
    return verdict;
  }

  void Agree(const std::string& a, const std::string& b,
             float similarity = 0.5f) {
    Judge(a, b, Comparison::RELATION_AGREE, similarity);
  }

  void Diverge(const std::string& a, const std::string& b,
               v1::DivergenceType type, float similarity = 0.5f) {
    Judge(a, b, Comparison::RELATION_DIVERGE, similarity).types = {type};
  }

  Reconciliation Build(std::vector<ArticleSet> stories = {{0, 1, 2}}) {
    Corpus corpus(articles_, absl::MakeSpan(claims_));
    RelationTable relations([&](ClaimPair pair) {
      const auto found = table_.find(
          {corpus.claim(pair.a).claim_id(), corpus.claim(pair.b).claim_id()});
      return found == table_.end() ? Verdict() : found->second;
    });
    std::vector<ClaimPair> pairs;
    for (const auto& [ids, verdict] : table_) {
      pairs.push_back({corpus.IndexOf(ids.first), corpus.IndexOf(ids.second)});
    }
    relations.JudgeAll(pairs, /*threads=*/1);
    return BuildAccount(corpus, StoryBook(3, std::move(stories)),
                        WordingBook(corpus), OriginBook(corpus, {}), relations);
  }

  std::vector<v1::Article> articles_;
  std::vector<v1::Claim> claims_;
  std::map<std::pair<std::string, std::string>, Verdict> table_;
};

TEST_F(AccountTest, ClaimsThatEveryTwoAgreeMakeOneAgreement) {
  Agree("a0", "b0");
  Agree("b0", "c0");
  Agree("a0", "c0");
  const Reconciliation account = Build();
  ASSERT_THAT(account.agreements, SizeIs(1));
  EXPECT_THAT(account.agreements[0].claim_ids(), ElementsAre("a0", "b0", "c0"));
  EXPECT_EQ(account.agreements[0].support().articles(), 3);
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_AGREEMENT);
}

TEST_F(AccountTest, AgreementsDoNotChain) {
  Agree("a0", "b0", 0.9f);
  Agree("b0", "c0", 0.8f);
  const Reconciliation account = Build();
  ASSERT_THAT(account.agreements, SizeIs(1));
  EXPECT_THAT(account.agreements[0].claim_ids(), ElementsAre("a0", "b0"));
  EXPECT_EQ(ClaimOf("c0").disposition(), v1::DISPOSITION_RELATED);
}

TEST_F(AccountTest, AFactToldTwiceInOneArticleIsInTheAgreementButCountsOnce) {
  Agree("a0", "b0");
  Agree("a1", "b0");
  Judge("a0", "a1", Comparison::RELATION_AGREE_WITHIN);
  const Reconciliation account = Build();
  ASSERT_THAT(account.agreements, SizeIs(1));
  EXPECT_THAT(account.agreements[0].claim_ids(), ElementsAre("a0", "a1", "b0"));
  EXPECT_EQ(account.agreements[0].support().articles(), 2);
}

TEST_F(AccountTest, OfClaimsThatRepeatEachOtherTheFirstIsKept) {
  Judge("a0", "a1", Comparison::RELATION_AGREE_WITHIN);
  const Reconciliation account = Build();
  EXPECT_THAT(account.agreements, IsEmpty());
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_UNIQUE);
  EXPECT_EQ(ClaimOf("a1").disposition(), v1::DISPOSITION_REPEATED);
}

TEST_F(AccountTest, OfClaimsThatRepeatEachOtherTheOneInASetIsKept) {
  Judge("a0", "a1", Comparison::RELATION_AGREE_WITHIN);
  Agree("a1", "b0");
  Build();
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_REPEATED);
  EXPECT_EQ(ClaimOf("a1").disposition(), v1::DISPOSITION_AGREEMENT);
}

TEST_F(AccountTest, OfClaimsThatRepeatEachOtherTheMatterOutranksTheDetail) {
  Judge("a0", "a1", Comparison::RELATION_AGREE_WITHIN);
  ClaimOf("a0").set_rank(v1::RANK_DETAIL);
  Build();
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_REPEATED);
  EXPECT_EQ(ClaimOf("a1").disposition(), v1::DISPOSITION_UNIQUE);
}

TEST_F(AccountTest, OnlyClaimsOfAStoryCanBeUnique) {
  const Reconciliation account = Build({{0, 1}});
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_UNIQUE);
  EXPECT_EQ(ClaimOf("c0").disposition(), v1::DISPOSITION_ALONE);
  ASSERT_THAT(account.uniques, SizeIs(4));
  EXPECT_EQ(account.uniques[0].claim_id(), "a0");
  EXPECT_EQ(account.uniques[0].story_id(), account.stories[0].story_id());
  EXPECT_THAT(account.uniques[0].compared_article_ids(), ElementsAre("b"));
  EXPECT_EQ(account.uniques[0].compared_claims(), 2);
}

TEST_F(AccountTest, ArticlesWithoutAStoryStillAgree) {
  Agree("a0", "b0");
  EXPECT_THAT(Build({}).agreements, SizeIs(1));
}

TEST_F(AccountTest, UndecidedClaimsAreNotUnique) {
  Judge("a0", "b0", Comparison::RELATION_UNSURE);
  Build();
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_UNSURE);
  EXPECT_EQ(ClaimOf("b0").disposition(), v1::DISPOSITION_UNSURE);
}

TEST_F(AccountTest, ADivergenceHasASideForEveryValue) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_NUMERIC);
  Diverge("a0", "c0", v1::DIVERGENCE_TYPE_NUMERIC);
  Diverge("b0", "c0", v1::DIVERGENCE_TYPE_NUMERIC);
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  EXPECT_THAT(account.divergences[0].sides(), SizeIs(3));
  EXPECT_EQ(account.divergences[0].severity(), v1::SEVERITY_HIGH);
  EXPECT_EQ(ClaimOf("c0").disposition(), v1::DISPOSITION_DIVERGENCE);
}

TEST_F(AccountTest, ClaimsThatAgreeStandOnOneSide) {
  Agree("a0", "b0");
  Diverge("a0", "c0", v1::DIVERGENCE_TYPE_NUMERIC);
  Diverge("b0", "c0", v1::DIVERGENCE_TYPE_NUMERIC);
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  const v1::Divergence& divergence = account.divergences[0];
  ASSERT_THAT(divergence.sides(), SizeIs(2));
  EXPECT_THAT(divergence.sides(0).claim_ids(), ElementsAre("a0", "b0"));
  EXPECT_THAT(divergence.sides(1).claim_ids(), ElementsAre("c0"));
  EXPECT_THAT(divergence.claim_ids(), ElementsAre("a0", "b0", "c0"));
  // The agreement stands, though its claims are disposed as diverging.
  EXPECT_THAT(account.agreements, SizeIs(1));
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_DIVERGENCE);
}

TEST_F(AccountTest, TwoSidesMakeOneRecordInWhateverWaysTheyDiffer) {
  Agree("a0", "b0");
  Diverge("a0", "c0", v1::DIVERGENCE_TYPE_NEGATION, 0.6f);
  Diverge("b0", "c0", v1::DIVERGENCE_TYPE_DATE_TIME, 0.8f);
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  EXPECT_EQ(account.divergences[0].type(), v1::DIVERGENCE_TYPE_DATE_TIME);
}

TEST_F(AccountTest, OppositionsThatFormNoGroupAreRecordsOfTheirOwn) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_NUMERIC, 0.9f);
  Diverge("b0", "c0", v1::DIVERGENCE_TYPE_NUMERIC, 0.8f);
  EXPECT_THAT(Build().divergences, SizeIs(2));
}

TEST_F(AccountTest, SeverityIsHighOnlyWhereBothSidesAssert) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_DATE_TIME);
  ClaimOf("a0").set_modality(v1::MODALITY_POSSIBLE);
  EXPECT_EQ(Build().divergences.at(0).severity(), v1::SEVERITY_MEDIUM);
}

TEST_F(AccountTest, SeverityIsHighOnlyWithinOneStory) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_DATE_TIME);
  EXPECT_EQ(Build({}).divergences.at(0).severity(), v1::SEVERITY_MEDIUM);
}

TEST_F(AccountTest, SeverityIsHighOnlyForSoundText) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_NEGATION);
  ClaimOf("b0").add_flags(v1::CLAIM_FLAG_MANGLED);
  EXPECT_EQ(Build().divergences.at(0).severity(), v1::SEVERITY_MEDIUM);
}

TEST_F(AccountTest, SeverityIsLowForForceAndVoice) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_ATTRIBUTION);
  EXPECT_EQ(Build().divergences.at(0).severity(), v1::SEVERITY_LOW);
}

TEST_F(AccountTest, AClaimThatAgreesWithAnArticleDoesNotDivergeFromIt) {
  Agree("a0", "b0");
  Diverge("a0", "b1", v1::DIVERGENCE_TYPE_NUMERIC);
  const Reconciliation account = Build();
  EXPECT_THAT(account.divergences, IsEmpty());
  EXPECT_EQ(account.relations[1].relation(), Comparison::RELATION_UNSURE);
  EXPECT_EQ(account.relations[1].reasons(0), v1::REASON_CODE_OTHER_SCOPE);
  EXPECT_EQ(ClaimOf("b1").disposition(), v1::DISPOSITION_UNSURE);
}

TEST_F(AccountTest, AClaimDivergesFromTheMostAlikeOfAnArticle) {
  Diverge("a0", "b0", v1::DIVERGENCE_TYPE_NUMERIC, 0.8f);
  Diverge("a0", "b1", v1::DIVERGENCE_TYPE_NUMERIC, 0.6f);
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  EXPECT_THAT(account.divergences[0].claim_ids(), ElementsAre("a0", "b0"));
}

TEST_F(AccountTest, WhoVouchesForAnAgreementIsADivergenceOfVoices) {
  Agree("a0", "b0");
  ClaimOf("b0").mutable_attribution()->set_speaker("Ann Bo");
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  const v1::Divergence& voices = account.divergences[0];
  EXPECT_EQ(voices.type(), v1::DIVERGENCE_TYPE_ATTRIBUTION);
  EXPECT_EQ(voices.severity(), v1::SEVERITY_LOW);
  EXPECT_THAT(voices.sides(0).claim_ids(), ElementsAre("a0"));
  EXPECT_THAT(voices.sides(1).claim_ids(), ElementsAre("b0"));
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_AGREEMENT);
}

TEST_F(AccountTest, AnArticleThatAttributesTheMatterDoesNotVouchForIt) {
  Agree("a0", "b0");
  Agree("a1", "b0");
  Judge("a0", "a1", Comparison::RELATION_AGREE_WITHIN);
  for (const char* id : {"a0", "b0"}) {
    ClaimOf(id).mutable_attribution()->set_speaker("Ann Bo");
  }
  EXPECT_THAT(Build().divergences, IsEmpty());
}

TEST_F(AccountTest, WhoVouchesForADetailIsNoDivergence) {
  Agree("a0", "b0");
  ClaimOf("b0").mutable_attribution()->set_speaker("Ann Bo");
  ClaimOf("b0").set_rank(v1::RANK_DETAIL);
  EXPECT_THAT(Build().divergences, IsEmpty());
}

TEST_F(AccountTest, WhatOnlyLooksLikeAConflictIsApparent) {
  Verdict& verdict = Judge("a0", "b0", Comparison::RELATION_COMPATIBLE);
  verdict.types = {v1::DIVERGENCE_TYPE_DATE_TIME};
  verdict.reasons = {v1::REASON_CODE_GRANULARITY};
  const Reconciliation account = Build();
  ASSERT_THAT(account.divergences, SizeIs(1));
  EXPECT_TRUE(account.divergences[0].apparent());
  EXPECT_THAT(account.divergences[0].reasons(),
              ElementsAre(v1::REASON_CODE_GRANULARITY));
  EXPECT_EQ(ClaimOf("a0").disposition(), v1::DISPOSITION_RELATED);
}

TEST_F(AccountTest, OneSpeakersWordsAreOneOriginAtLeast) {
  for (const char* id : {"a0", "b0"}) {
    ClaimOf(id).mutable_attribution()->set_speaker("Ann Bo");
  }
  for (v1::Article& article : articles_) {
    article.mutable_origin()->set_byline("Cy Dee");
  }
  Agree("a0", "b0");
  const Reconciliation account = Build();
  EXPECT_EQ(account.agreements.at(0).support().origins_min(), 1);
  EXPECT_EQ(account.agreements.at(0).support().origins_max(), 2);
}

}  // namespace
}  // namespace concord
