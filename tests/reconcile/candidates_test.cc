#include "engine/reconcile/candidates.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "engine/compare/prepared_claim.h"
#include "engine/reconcile/corpus.h"
#include "engine/reconcile/wording_book.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reconcile/builders.h"

namespace concord {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// One story of articles with a claim each.
Candidates FindIn(const std::vector<std::string>& texts) {
  std::vector<v1::Article> articles;
  std::vector<v1::Claim> claims;
  for (size_t i = 0; i < texts.size(); ++i) {
    articles.push_back(MakeArticle(absl::StrCat("a", 1000 + i), texts[i]));
    claims.push_back(
        MakeClaim(absl::StrCat("c", 1000 + i), articles[i], texts[i]));
  }
  const Corpus corpus(articles, absl::MakeSpan(claims));
  std::vector<PreparedClaim> prepared;
  ArticleSet story(texts.size());
  std::iota(story.begin(), story.end(), 0);
  for (const v1::Claim& claim : claims) prepared.push_back(Prepare(claim));
  return FindCandidates(corpus, WordingBook(corpus), prepared, {story},
                        /*threads=*/1);
}

TEST(FindCandidatesTest, ClaimsThatShareTheirMatterMeet) {
  const Candidates found =
      FindIn({"The ferry sank off Hestoya", "Off Hestoya the ferry went down"});
  EXPECT_THAT(found.pairs, SizeIs(1));
  EXPECT_EQ(found.capped_pairs, 0);
}

TEST(FindCandidatesTest, ClaimsThatShareLittleDoNot) {
  EXPECT_THAT(FindIn({"The ferry sank off Hestoya on Friday before dawn",
                      "Brandt visited a bakery, a school and a library"})
                  .pairs,
              IsEmpty());
}

TEST(FindCandidatesTest, AClaimMeetsItsClosestAndTheRestIsCounted) {
  constexpr size_t kClaims = 200;
  std::vector<std::string> texts;
  for (size_t i = 0; i < kClaims; ++i) {
    texts.push_back(absl::StrCat("The ferry Nordkyst carried ", 1000 + i,
                                 " crates of glass"));
  }
  const Candidates found = FindIn(texts);
  EXPECT_LE(found.pairs.size(), kClaims * kMaxPartners);
  EXPECT_GE(found.pairs.size(), kClaims * kMaxPartners / 2);
  EXPECT_EQ(found.pairs.size() + found.capped_pairs,
            kClaims * (kClaims - 1) / 2);
}

}  // namespace
}  // namespace concord
