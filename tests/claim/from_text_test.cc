#include "engine/claim/from_text.h"

#include <string>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

std::string Words(absl::string_view text, const v1::TextSpan& span) {
  return std::string(
      text.substr(span.begin_byte(), span.end_byte() - span.begin_byte()));
}

TEST(ClaimOfTextTest, TakesAllOfTheText) {
  constexpr absl::string_view kText =
      "The board approved the plan. It rejected the budget.";
  const v1::Claim claim = ClaimOfText(kText);
  EXPECT_EQ(claim.text(), kText);
  EXPECT_EQ(Words(kText, claim.span()), kText);
  ASSERT_EQ(claim.fragments_size(), 1);
}

TEST(ClaimOfTextTest, ReadsTheMainPredicate) {
  constexpr absl::string_view kText = "The board approved the plan.";
  EXPECT_EQ(Words(kText, ClaimOfText(kText).predicate()), "approved");
}

TEST(ClaimOfTextTest, ReadsPolarityAndModality) {
  constexpr absl::string_view kText = "The board may not approve the plan.";
  const v1::Claim claim = ClaimOfText(kText);
  EXPECT_EQ(claim.polarity(), v1::POLARITY_NEGATIVE);
  EXPECT_EQ(Words(kText, claim.polarity_cue()), "not");
  EXPECT_EQ(claim.modality(), v1::MODALITY_POSSIBLE);
  EXPECT_EQ(Words(kText, claim.modality_cue()), "may");
}

TEST(ClaimOfTextTest, ReadsValuesOfEveryClause) {
  const v1::Claim claim =
      ClaimOfText("Police said 30 people died after 2 ships collided.");
  EXPECT_EQ(claim.quantities_size(), 2);
}

TEST(ClaimOfTextTest, TakesWhatWasSaidForThePredicate) {
  constexpr absl::string_view kText = "Mara Holt said the talks had failed.";
  const v1::Claim claim = ClaimOfText(kText);
  EXPECT_EQ(Words(kText, claim.predicate()), "failed");
  EXPECT_EQ(Words(kText, claim.attribution().source()), "Mara Holt");
  EXPECT_EQ(Words(kText, claim.attribution().cue()), "said");
}

TEST(ClaimOfTextTest, TakesAnyText) {
  EXPECT_EQ(ClaimOfText("").text(), "");
  EXPECT_EQ(ClaimOfText(" \n").text(), " \n");
  EXPECT_EQ(ClaimOfText("***").text(), "***");
  EXPECT_EQ(ClaimOfText("harbour").text(), "harbour");
  EXPECT_FALSE(ClaimOfText("harbour").has_predicate());
}

TEST(ClaimOfTextTest, ReadsOnlyTheFrontOfALongText) {
  std::string text;
  while (text.size() < (1 << 20)) text += "and he said that é ";
  const v1::Claim claim = ClaimOfText(text);
  EXPECT_EQ(claim.text(), text);
  EXPECT_LE(claim.span().end_byte(), 4096u);
}

TEST(ClaimOfTextTest, ReadsAQuestionToo) {
  constexpr absl::string_view kText = "Did the board approve the plan?";
  EXPECT_EQ(ClaimOfText(kText).text(), kText);
}

}  // namespace
}  // namespace concord
