#include "engine/reconcile/doubt.h"

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

// A claim that is all of its article, names somebody, and has a predicate.
struct Side {
  Side(absl::string_view id, const std::string& text,
       const std::string& predicate)
      : article(MakeArticle(id, text)), claim(MakeClaim(id, article, text)) {
    claim.mutable_span()->set_end_byte(static_cast<uint32_t>(text.size()));
    *claim.mutable_predicate() = SpanOf(predicate);
    v1::Entity& entity = *claim.add_entities();
    entity.set_head("Nobody");
    *entity.mutable_span() = SpanOf("");
  }

  v1::TextSpan SpanOf(const std::string& words) const {
    const size_t at = article.text().find(words);
    v1::TextSpan span;
    span.set_begin_byte(static_cast<uint32_t>(at));
    span.set_end_byte(static_cast<uint32_t>(at + words.size()));
    return span;
  }

  v1::Article article;
  v1::Claim claim;
};

class DoubtTest : public testing::Test {
 protected:
  // A divergence of type and rule in which `x` of a stands against `y` of b.
  void Diverge(v1::DivergenceType type, v1::ReasonCode rule,
               const std::string& x, const std::string& y) {
    verdict_.relation = v1::Comparison::RELATION_DIVERGE;
    verdict_.types = {type};
    verdict_.reasons = {rule};
    v1::Evidence& seen = verdict_.evidence.emplace_back();
    seen.set_code(rule);
    *seen.mutable_a() = a_.SpanOf(x);
    *seen.mutable_b() = b_.SpanOf(y);
  }

  v1::ReasonCode Doubt(float similarity) {
    verdict_.similarity = similarity;
    return DoubtAbout({a_.claim, a_.article.text()},
                      {b_.claim, b_.article.text()}, verdict_);
  }

  Side a_{"a", "Robert Bauer said on Friday that Moammar left", "said"};
  Side b_{"b", "Bob Bauer left on Monday, Muammar told reporters", "told"};
  Verdict verdict_;
};

TEST_F(DoubtTest, TheRestMustBeAlikeButForNumbers) {
  *b_.claim.mutable_predicate() = b_.SpanOf("left");
  Diverge(v1::DIVERGENCE_TYPE_DATE_TIME, v1::REASON_CODE_TIMES_DIFFER, "Friday",
          "Monday");
  EXPECT_EQ(Doubt(0.3f), v1::REASON_CODE_LITTLE_SHARED);
  EXPECT_EQ(Doubt(0.6f), v1::REASON_CODE_UNSPECIFIED);
  verdict_.types = {v1::DIVERGENCE_TYPE_NUMERIC};
  EXPECT_EQ(Doubt(0.3f), v1::REASON_CODE_UNSPECIFIED);
}

TEST_F(DoubtTest, WhoPointsElsewhereCountsWhereHardlyAWordDiffers) {
  *b_.claim.mutable_predicate() = b_.SpanOf("left");
  Diverge(v1::DIVERGENCE_TYPE_DATE_TIME, v1::REASON_CODE_TIMES_DIFFER, "Friday",
          "Monday");
  a_.claim.add_flags(v1::CLAIM_FLAG_UNRESOLVED_REFERENCE);
  EXPECT_EQ(Doubt(0.7f), v1::REASON_CODE_LITTLE_SHARED);
  EXPECT_EQ(Doubt(0.9f), v1::REASON_CODE_UNSPECIFIED);
}

TEST_F(DoubtTest, OneMaySpeakOnTwoDays) {
  Diverge(v1::DIVERGENCE_TYPE_DATE_TIME, v1::REASON_CODE_TIMES_DIFFER, "Friday",
          "Monday");
  EXPECT_EQ(Doubt(0.9f), v1::REASON_CODE_OTHER_EVENT);
  *b_.claim.mutable_predicate() = b_.SpanOf("left");
  EXPECT_EQ(Doubt(0.9f), v1::REASON_CODE_UNSPECIFIED);
}

TEST_F(DoubtTest, SpellingsOfANameAreOneName) {
  Diverge(v1::DIVERGENCE_TYPE_ENTITY_ROLE, v1::REASON_CODE_NAMES_DIFFER,
          "Moammar", "Muammar");
  *b_.claim.mutable_predicate() = b_.SpanOf("left");
  EXPECT_EQ(Doubt(0.9f), v1::REASON_CODE_NAMES_AGREE);
}

TEST_F(DoubtTest, OneFamilyNameIsOnePerson) {
  Diverge(v1::DIVERGENCE_TYPE_ENTITY_ROLE, v1::REASON_CODE_NAMES_DIFFER,
          "Robert", "Bob");
  *b_.claim.mutable_predicate() = b_.SpanOf("left");
  for (Side* side : {&a_, &b_}) {
    v1::Entity& bauer = *side->claim.add_entities();
    bauer.set_head("Bauer");
    *bauer.mutable_span() =
        side->SpanOf(side == &a_ ? "Robert Bauer" : "Bob Bauer");
  }
  EXPECT_EQ(Doubt(0.9f), v1::REASON_CODE_NAMES_AGREE);
}

}  // namespace
}  // namespace concord
