#include "engine/compare/compare.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/compare/explain.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// A claim whose text is all of its article.
v1::Claim ClaimOf(const std::string& text) {
  v1::Claim claim;
  claim.set_text(text);
  claim.mutable_span()->set_end_byte(static_cast<uint32_t>(text.size()));
  *claim.add_fragments() = claim.span();
  return claim;
}

Verdict CompareTexts(const std::string& a, const std::string& b,
                     const CompareContext& context = {.same_event = true}) {
  const v1::Claim x = ClaimOf(a);
  const v1::Claim y = ClaimOf(b);
  return Compare(Prepare(x), Prepare(y), context);
}

TEST(CompareTest, AgreesOnTheSameWordsWhateverTheirCaseAndMarks) {
  const Verdict verdict = CompareTexts("The pact could fail, he said.",
                                       "THE PACT could fail he said");
  EXPECT_EQ(verdict.relation, v1::Comparison::RELATION_AGREE);
  EXPECT_THAT(verdict.reasons, Contains(v1::REASON_CODE_SAME_WORDS));
  EXPECT_EQ(verdict.similarity, 1.0f);
}

TEST(CompareTest, AgreesWithinOneArticle) {
  const Verdict verdict = CompareTexts("The bridge fell.", "The bridge fell.",
                                       {.same_article = true});
  EXPECT_EQ(verdict.relation, v1::Comparison::RELATION_AGREE_WITHIN);
}

TEST(CompareTest, FindsNothingCommonInWhatSharesNoWord) {
  const Verdict verdict =
      CompareTexts("The bridge fell.", "Ministers met in Geneva.");
  EXPECT_EQ(verdict.relation, v1::Comparison::RELATION_UNRELATED);
  EXPECT_THAT(verdict.reasons, Contains(v1::REASON_CODE_LITTLE_SHARED));
}

TEST(CompareTest, HoldsWhatWasNeverBeforeBesideWhatCameLater) {
  for (const auto& [a, b] :
       {std::pair("The bridge had never failed before.", "The bridge failed."),
        std::pair("The bridge had opened before 1998.",
                  "The bridge had opened in 1995.")}) {
    const Verdict verdict =
        CompareTexts(a, b, {.same_event = true, .found = true});
    EXPECT_NE(verdict.relation, v1::Comparison::RELATION_DIVERGE) << a;
  }
}

TEST(ExplainTest, NamesWhatHeldAConflictBackOnlyWhereThereIsNone) {
  const auto explain = [](const std::string& a, const std::string& b) {
    const v1::Claim x = ClaimOf(a);
    const v1::Claim y = ClaimOf(b);
    const PreparedClaim p = Prepare(x);
    const PreparedClaim q = Prepare(y);
    return Explain(p, q, Compare(p, q, {.same_event = true}));
  };
  const Explanation agree = explain("About 300 people marched in Tarn.",
                                    "In Tarn 307 people marched.");
  EXPECT_THAT(agree.no_conflict_because,
              Contains(v1::REASON_CODE_APPROXIMATION));
  const Explanation diverge =
      explain("The storm killed 12 people.", "The storm killed 30 people.");
  EXPECT_THAT(diverge.no_conflict_because, IsEmpty());
  ASSERT_THAT(diverge.findings, Not(IsEmpty()));
  const v1::Evidence& first = diverge.findings[0];
  EXPECT_EQ(first.code(), v1::REASON_CODE_NUMBERS_DIFFER);
  EXPECT_EQ(first.a().begin_byte(), std::string("The storm killed ").size());
}

TEST(CompareTest, GivesTheBytesOfADifferenceOnBothSides) {
  const std::string a = "The storm killed 12 people in the port on Monday.";
  const std::string b = "On Monday the storm killed 30 people in the port.";
  const Verdict verdict = CompareTexts(a, b);
  ASSERT_EQ(verdict.relation, v1::Comparison::RELATION_DIVERGE);
  ASSERT_THAT(verdict.evidence, Not(IsEmpty()));
  const v1::Evidence& first = verdict.evidence.front();
  EXPECT_EQ(first.code(), v1::REASON_CODE_NUMBERS_DIFFER);
  const auto slice = [](const std::string& text, const v1::TextSpan& span) {
    return text.substr(span.begin_byte(), span.end_byte() - span.begin_byte());
  };
  EXPECT_THAT(slice(a, first.a()), ::testing::HasSubstr("12"));
  EXPECT_THAT(slice(b, first.b()), ::testing::HasSubstr("30"));
}

TEST(CompareTest, DoesNotRaiseAConflictFromDamagedText) {
  v1::Claim a = ClaimOf("The storm killed 12 people in the port on Monday.");
  const v1::Claim b =
      ClaimOf("The storm killed 30 people in the port on Monday.");
  a.add_flags(v1::CLAIM_FLAG_MANGLED);
  const Verdict verdict = Compare(Prepare(a), Prepare(b), {.same_event = true});
  EXPECT_EQ(verdict.relation, v1::Comparison::RELATION_UNSURE);
  EXPECT_THAT(verdict.reasons, Contains(v1::REASON_CODE_CORRUPT_TEXT));
}

TEST(CompareTest, FindsNoConflictWhereEveryWordHasItsPartner) {
  const v1::Claim a = ClaimOf("The ministry confirmed that 12 people died.");
  const v1::Claim b =
      ClaimOf("The ministry confirmed that twelve people died.");
  EXPECT_EQ(Compare(Prepare(a), Prepare(b), {.same_event = true}).relation,
            v1::Comparison::RELATION_AGREE);
}

TEST(CompareTest, APlanIsNoConflictWithAnEventOfAnotherDay) {
  v1::Claim a = ClaimOf("The ferry will run to the island again on Friday.");
  const v1::Claim b =
      ClaimOf("The ferry ran to the island on Monday and hit the quay.");
  a.set_modality(v1::MODALITY_PLANNED);
  EXPECT_NE(Compare(Prepare(a), Prepare(b), {.same_event = true, .found = true})
                .relation,
            v1::Comparison::RELATION_DIVERGE);
}

TEST(CompareTest, LinksOneContentOfTwoSpeakersWithoutMergingIt) {
  v1::Claim a = ClaimOf("The border will reopen in the spring of next year.");
  v1::Claim b =
      ClaimOf("The border will be reopened in the spring of next year.");
  a.mutable_attribution()->set_speaker("Anna Berg");
  b.mutable_attribution()->set_speaker("Tomas Lund");
  EXPECT_EQ(Compare(Prepare(a), Prepare(b), {.same_event = true}).relation,
            v1::Comparison::RELATION_PARALLEL);
  b.mutable_attribution()->set_speaker("Berg");
  EXPECT_EQ(Compare(Prepare(a), Prepare(b), {.same_event = true}).relation,
            v1::Comparison::RELATION_AGREE);
}

// Claims of words that interact: names, numbers, times, negations, opposites.
std::string RandomClaim(std::mt19937& random) {
  static const std::vector<std::string> kWords = {
      "Berg",   "Lund", "the",    "minister", "raised", "cut",    "taxes",
      "12",     "30",   "twelve", "percent",  "on",     "Monday", "Tuesday",
      "not",    "by",   "before", "after",    "first",  "said",   "could",
      "in",     "May",  "2021",   "killed",   "people", "about",  "troops",
      "“talks", "now”", "ended",  "Geneva",   ".",      ",",      "naïve"};
  std::string text;
  const size_t words = random() % 14;
  for (size_t i = 0; i < words; ++i) {
    absl::StrAppend(&text, i > 0 ? " " : "", kWords[random() % kWords.size()]);
  }
  return text;
}

TEST(ComparePropertyTest, IsSymmetricWithSidesExchanged) {
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    const v1::Claim x = ClaimOf(RandomClaim(random));
    const v1::Claim y = ClaimOf(RandomClaim(random));
    const PreparedClaim a = Prepare(x);
    const PreparedClaim b = Prepare(y);
    const Verdict ab = Compare(a, b, {.same_event = true});
    const Verdict ba = Compare(b, a, {.same_event = true});
    ASSERT_EQ(ab.relation, ba.relation) << x.text() << " | " << y.text();
    ASSERT_EQ(ab.similarity, ba.similarity);
    ASSERT_EQ(ab.reasons, ba.reasons);
    ASSERT_EQ(ab.evidence.size(), ba.evidence.size());
    for (size_t k = 0; k < ab.evidence.size(); ++k) {
      ASSERT_EQ(ab.evidence[k].a().ShortDebugString(),
                ba.evidence[k].b().ShortDebugString());
    }
  }
}

TEST(ComparePropertyTest, EveryClaimAgreesWithItself) {
  std::mt19937 random(2);
  for (int i = 0; i < 2000; ++i) {
    v1::Claim x = ClaimOf(RandomClaim(random));
    x.set_modality(static_cast<v1::Modality>(1 + random() % 7));
    const PreparedClaim a = Prepare(x);
    EXPECT_EQ(Compare(a, a, {}).relation, v1::Comparison::RELATION_AGREE);
  }
}

TEST(ComparePropertyTest, EveryVerdictStatesARuleAndConflictsTheirType) {
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    const Verdict verdict =
        CompareTexts(RandomClaim(random), RandomClaim(random));
    ASSERT_THAT(verdict.reasons, Not(IsEmpty()));
    ASSERT_EQ(verdict.relation == v1::Comparison::RELATION_DIVERGE,
              !verdict.types.empty());
  }
}

TEST(ComparePropertyTest, JudgeSaysWhatCompareSays) {
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i) {
    const v1::Claim x = ClaimOf(RandomClaim(random));
    const v1::Claim y = ClaimOf(RandomClaim(random));
    const PreparedClaim a = Prepare(x);
    const PreparedClaim b = Prepare(y);
    const Verdict full = Compare(a, b, {});
    const Verdict fast = Judge(b, a, {});
    ASSERT_EQ(full.relation, fast.relation);
    ASSERT_EQ(full.similarity, fast.similarity);
  }
}

TEST(ComparePropertyTest, WhatMayNotRelateIsUnrelated) {
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    const v1::Claim x = ClaimOf(RandomClaim(random));
    const v1::Claim y = ClaimOf(RandomClaim(random));
    const PreparedClaim a = Prepare(x);
    const PreparedClaim b = Prepare(y);
    if (MayRelate(a, b) || a.words_hash == b.words_hash) continue;
    EXPECT_EQ(Compare(a, b, {}).relation, v1::Comparison::RELATION_UNRELATED);
  }
}

TEST(CompareTest, BoundsTheTimeOfVeryLongClaims) {
  std::string text;
  for (int i = 0; i < 100000; ++i) absl::StrAppend(&text, "word", i, " ");
  const v1::Claim claim = ClaimOf(text);
  EXPECT_EQ(Prepare(claim).words.size(), kMaxPreparedWords);
}

// The words are as long as the article and yet no bytes of it.
TEST(CompareTest, EvidenceOfARewordedClaimIsItsOwnClause) {
  const std::string article = "Hér ma killed 12.";
  v1::Claim a = ClaimOf(article);
  a.set_text("Marrow x killed 12");
  ASSERT_EQ(a.text().size(), article.size());
  const v1::Claim b = ClaimOf("Marrow x killed 17");
  const Verdict verdict = Compare(Prepare(a, article), Prepare(b), {});
  ASSERT_FALSE(verdict.evidence.empty());
  EXPECT_EQ(verdict.evidence[0].a().begin_byte(), a.span().begin_byte());
  EXPECT_EQ(verdict.evidence[0].a().end_byte(), a.span().end_byte());
}

}  // namespace
}  // namespace concord
