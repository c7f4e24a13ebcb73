#include "engine/compare/compare.h"

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "concord/v1/claim.pb.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

v1::Claim ClaimWith(const std::string& text) {
  v1::Claim claim;
  claim.set_text(text);
  claim.mutable_span()->set_end_byte(static_cast<uint32_t>(text.size()));
  *claim.add_fragments() = claim.span();
  return claim;
}

Verdict CompareTexts(const std::string& a, const std::string& b) {
  const v1::Claim x = ClaimWith(a), y = ClaimWith(b);
  return Compare(Prepare(x), Prepare(y), {.same_event = true});
}

// "AGREE", "DIVERGE NUMERIC".
std::string Show(const Verdict& verdict) {
  std::string out = v1::Comparison::Relation_Name(verdict.relation).substr(9);
  if (!verdict.types.empty()) {
    out += " " + v1::DivergenceType_Name(verdict.types.front()).substr(16);
  }
  return out;
}

TEST(CompareTest, Table) {
  std::ifstream in(CONCORD_TEST_DATA "/compare/pairs.tsv");
  size_t rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> row = absl::StrSplit(line, '\t');
    ASSERT_EQ(row.size(), 3u) << line;
    EXPECT_EQ(Show(CompareTexts(row[1], row[2])), row[0]) << line;
    ++rows;
  }
  EXPECT_GE(rows, 25u);
}

// Claims put together at random from parts that matter to the comparison.
std::string RandomClaim(std::mt19937& random) {
  static const std::vector<std::vector<std::string>> kParts = {
      {"The mayor", "Ilse Marrow", "Nobody", "The dam", "Tarn Lines"},
      {"raised", "cut", "did not cut", "may raise", "opened", "denied"},
      {"the fares", "12 boats", "nearly 40 boats", "the old pier", "it"},
      {"", "on Monday", "in 2019", "because of storms", "for Pavel Stone"}};
  std::string text;
  for (const auto& part : kParts) text += part[random() % part.size()] + " ";
  return text;
}

TEST(CompareTest, SidesMayBeExchanged) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string a = RandomClaim(random), b = RandomClaim(random);
    const Verdict ab = CompareTexts(a, b), ba = CompareTexts(b, a);
    EXPECT_EQ(Show(ab), Show(ba)) << a << "|" << b;
    EXPECT_EQ(ab.similarity, ba.similarity) << a << "|" << b;
    EXPECT_EQ(ab.reasons, ba.reasons) << a << "|" << b;
    ASSERT_EQ(ab.evidence.size(), ba.evidence.size());
    for (size_t i = 0; i < ab.evidence.size(); ++i) {
      EXPECT_EQ(ab.evidence[i].a().begin_byte(),
                ba.evidence[i].b().begin_byte());
    }
  }
}

TEST(CompareTest, AClaimAgreesWithItselfWhateverItSays) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomClaim(random);
    EXPECT_EQ(Show(CompareTexts(text, text)), "AGREE") << text;
  }
  EXPECT_EQ(Show(CompareTexts("!", "!")), "AGREE");
}

TEST(CompareTest, EveryVerdictHasAReasonAndEveryDivergenceAType) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const Verdict verdict =
        CompareTexts(RandomClaim(random), RandomClaim(random));
    EXPECT_FALSE(verdict.reasons.empty());
    EXPECT_EQ(verdict.types.empty(),
              verdict.relation != v1::Comparison::RELATION_DIVERGE);
    EXPECT_GE(verdict.similarity, 0.0f);
    EXPECT_LE(verdict.similarity, 1.0f);
  }
}

TEST(CompareTest, WithinOneArticleAgreementIsNoSupport) {
  const v1::Claim claim = ClaimWith("The pier opened.");
  const PreparedClaim prepared = Prepare(claim);
  EXPECT_EQ(Compare(prepared, prepared, {.same_article = true}).relation,
            v1::Comparison::RELATION_AGREE_WITHIN);
}

TEST(CompareTest, EvidenceNamesTheWordsOnBothSides) {
  const std::string a = "The crash killed 12 people.";
  const std::string b = "The crash killed 17 people.";
  const Verdict verdict = CompareTexts(a, b);
  ASSERT_FALSE(verdict.evidence.empty());
  const v1::Evidence& evidence = verdict.evidence.front();
  EXPECT_EQ(a.substr(evidence.a().begin_byte(), 2), "12");
  EXPECT_EQ(b.substr(evidence.b().begin_byte(), 2), "17");
}

// The words are as long as the article and yet no bytes of it.
TEST(CompareTest, EvidenceOfARewordedClaimIsItsOwnClause) {
  const std::string article = "Hér ma killed 12.";
  v1::Claim a = ClaimWith(article);
  a.set_text("Marrow x killed 12");
  ASSERT_EQ(a.text().size(), article.size());
  const v1::Claim b = ClaimWith("Marrow x killed 17");
  const Verdict verdict = Compare(Prepare(a, article), Prepare(b), {});
  ASSERT_FALSE(verdict.evidence.empty());
  EXPECT_EQ(verdict.evidence[0].a().begin_byte(), a.span().begin_byte());
  EXPECT_EQ(verdict.evidence[0].a().end_byte(), a.span().end_byte());
}

}  // namespace
}  // namespace concord
