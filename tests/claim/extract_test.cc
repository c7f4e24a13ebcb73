#include "engine/claim/extract.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/article/article.h"
#include "engine/base/utf8.h"
#include "gtest/gtest.h"
#include "tests/claim/claim_text.h"

namespace concord {
namespace {

constexpr absl::string_view kStory =
    "Mara Holt, a lawmaker from Leeds, said on Monday that the talks had "
    "failed. “We will not return,” she said. “They lied.\n\n"
    "“The strike, which began in May, goes on,” Holt added. Karl Voss, 47, "
    "rejected the claim, calling it “a farce”, according to an aide. About "
    "300 people marched in Ghent, Bremen and Leeds after police closed the "
    "port and arrested two men who had blocked a road.";

// Words from which sentences are drawn at random: every class and every mark.
constexpr absl::string_view kWords[] = {
    "the",       "Holt",   "said",   "that",     "who",  "which",  "and",
    ",",         ".",      "“",      "”",        "\"",   "(",      ")",
    "—",         ";",      ":",      "after",    "to",   "meet",   "was",
    "arrested",  "by",     "police", "of",       "in",   "Monday", "not",
    "will",      "may",    "'s",     "plans",    "300",  "$",      "é",
    "according", "saying", "a",      "lawmaker", "\n",   "they",   "she",
    "denied",    "if",     "where",  "?",        "told", "U.S."};

std::string RandomText(std::mt19937& random, size_t words) {
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    const size_t k = random() % std::size(kWords);
    absl::StrAppend(&text, random() % 5 == 0 ? "" : " ", kWords[k]);
  }
  return text;
}

std::vector<v1::Claim> Claims(absl::string_view text) {
  return ExtractClaims(BodyArticle(text));
}

bool IsBoundary(absl::string_view text, uint32_t at) {
  return at == text.size() ||
         (at < text.size() && !IsContinuationByte(text[at]));
}

void ExpectSlices(absl::string_view text, const v1::TextSpan& span) {
  EXPECT_LT(span.begin_byte(), span.end_byte());
  EXPECT_TRUE(IsBoundary(text, span.begin_byte()));
  EXPECT_TRUE(IsBoundary(text, span.end_byte()));
}

void ExpectWellFormed(absl::string_view text,
                      const v1::Attribution& attribution) {
  if (attribution.has_source()) ExpectSlices(text, attribution.source());
  ExpectSlices(text, attribution.cue());
  for (const auto& content : attribution.content()) {
    ExpectSlices(text, content);
  }
  if (attribution.has_nested()) ExpectWellFormed(text, attribution.nested());
}

void ExpectWellFormed(absl::string_view text, const v1::Claim& claim) {
  ExpectSlices(text, claim.span());
  uint32_t end = 0;
  for (const v1::TextSpan& fragment : claim.fragments()) {
    ExpectSlices(text, fragment);
    EXPECT_GE(fragment.begin_byte(), end) << "fragments overlap";
    end = fragment.end_byte();
  }
  EXPECT_GT(claim.fragments_size(), 0);
  EXPECT_FALSE(claim.text().empty());
  EXPECT_NE(claim.polarity(), v1::POLARITY_UNSPECIFIED);
  EXPECT_NE(claim.modality(), v1::MODALITY_UNSPECIFIED);
  EXPECT_NE(claim.rank(), v1::RANK_UNSPECIFIED);
  EXPECT_EQ(claim.has_polarity_cue(),
            claim.polarity() == v1::POLARITY_NEGATIVE);
  EXPECT_EQ(claim.has_modality_cue(),
            claim.modality() != v1::MODALITY_ASSERTED);
  if (claim.has_attribution()) ExpectWellFormed(text, claim.attribution());
}

// Every property that the header promises.
void ExpectInvariants(absl::string_view text) {
  const v1::Article article = BodyArticle(text);
  const std::vector<v1::Claim> claims = ExtractClaims(article);
  std::set<std::string> ids;
  for (const v1::Claim& claim : claims) {
    ExpectWellFormed(text, claim);
    EXPECT_TRUE(ids.insert(claim.claim_id()).second) << "an id twice";
  }
  for (const v1::Claim& claim : claims) {
    const bool detail = claim.rank() == v1::RANK_DETAIL;
    EXPECT_EQ(detail, ids.count(claim.parent_claim_id()) == 1);
    bool inside = false;
    for (const v1::Sentence& sentence : ArticleSentences(article)) {
      inside |= sentence.span().begin_byte() <= claim.span().begin_byte() &&
                claim.span().end_byte() <= sentence.span().end_byte();
    }
    EXPECT_TRUE(inside) << "a span outside any sentence";
  }
}

TEST(ExtractTest, AnItemThatAClausePartsIsTakenOnce) {
  ExpectInvariants(
      "The wife and five sons of former mayor Edwin Marrow have been held in "
      "Calder.");
  ExpectInvariants(
      "Friends and family of the celebrated harbour pilot Edwin Marrow have "
      "met in Calder.");
}

std::string SpanOfFirst(absl::string_view text) {
  const v1::TextSpan span = Claims(text).front().span();
  return std::string(
      text.substr(span.begin_byte(), span.end_byte() - span.begin_byte()));
}

TEST(ExtractTest, ASubjectNextToItsVerbIsInTheSpan) {
  EXPECT_EQ(SpanOfFirst("Mara Holt, who is 47, resigned on Monday."),
            "Mara Holt, who is 47, resigned on Monday");
}

TEST(ExtractTest, ALongInsertionLeavesTheSubjectToTheFragments) {
  EXPECT_EQ(SpanOfFirst("Mara Holt, who for ten years led the harbour board "
                        "of Leeds, resigned on Monday."),
            "resigned on Monday");
}

TEST(ExtractTest, KeepsItsInvariantsOnAStory) { ExpectInvariants(kStory); }

TEST(ExtractTest, KeepsItsInvariantsOnRandomWords) {
  std::mt19937 random(20220510);
  for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
    const std::string text = RandomText(random, 3 + random() % 60);
    SCOPED_TRACE(text);
    ExpectInvariants(text);
  }
}

TEST(ExtractTest, KeepsItsInvariantsOnCutStories) {
  for (size_t end = 0; end < kStory.size(); end += 3) {
    const absl::string_view cut =
        kStory.substr(0, FloorCharBoundary(kStory, end));
    SCOPED_TRACE(cut);
    ExpectInvariants(cut);
    if (testing::Test::HasFailure()) return;
  }
}

// Sentences of every subject with every predicate and every end.
std::vector<std::string> SmallWorld() {
  static constexpr absl::string_view kSubjects[] = {
      "Mara Holt",
      "The harbour board of Ghent",
      "Two crews from Calder",
      "Karl Voss, a retired pilot from Leeds,",
      "The envoys who signed the treaty",
      "The lifeboat crew, founded in Bremen,"};
  static constexpr absl::string_view kPredicates[] = {
      "approved the quay",
      "met three envoys and two ministers",
      "bought the mill and repaired the bridge",
      "was arrested by harbour guards",
      "said the barge had struck the pier",
      "believes the pilot will resign"};
  static constexpr absl::string_view kEnds[] = {"",
                                                " in Bremen",
                                                " on Monday near the harbour",
                                                " after the storm had passed",
                                                ", ending a dispute",
                                                ", with hundreds watching"};
  std::vector<std::string> sentences;
  for (absl::string_view subject : kSubjects) {
    for (absl::string_view predicate : kPredicates) {
      for (absl::string_view end : kEnds) {
        sentences.push_back(absl::StrCat(subject, " ", predicate, end, "."));
      }
    }
  }
  return sentences;
}

// Which bytes of the text some claim needs, or tells the source of.
std::vector<bool> Covered(absl::string_view text) {
  std::vector<bool> covered(text.size());
  const auto cover = [&](const v1::TextSpan& span) {
    for (uint32_t i = span.begin_byte(); i < span.end_byte(); ++i) {
      covered[i] = true;
    }
  };
  for (const v1::Claim& claim : Claims(text)) {
    for (const v1::TextSpan& fragment : claim.fragments()) cover(fragment);
    for (const v1::Attribution* at = &claim.attribution(); at->has_cue();
         at = &at->nested()) {
      cover(at->source());
      cover(at->cue());
    }
  }
  return covered;
}

// "after", "with", "who" lead from claim to claim and belong to none.
bool IsContent(absl::string_view word) {
  static constexpr absl::string_view kLinks[] = {"after", "with", "who",
                                                 "and",   "a",    "the"};
  return std::find(std::begin(kLinks), std::end(kLinks), word) ==
         std::end(kLinks);
}

TEST(ExtractTest, CoversEveryContentWordOfASentence) {
  for (const std::string& text : SmallWorld()) {
    const std::vector<bool> covered = Covered(text);
    for (absl::string_view word :
         absl::StrSplit(text, absl::ByAnyChar(" ,."), absl::SkipEmpty())) {
      const auto at = static_cast<size_t>(word.data() - text.data());
      EXPECT_TRUE(covered[at] || !IsContent(word)) << word << " of: " << text;
    }
  }
}

TEST(ExtractTest, KeepsItsInvariantsInASmallWorld) {
  for (const std::string& text : SmallWorld()) {
    SCOPED_TRACE(text);
    ExpectInvariants(text);
  }
}

TEST(ExtractTest, GivesTheSameClaimsTwice) {
  const auto first = Claims(kStory), second = Claims(kStory);
  ASSERT_EQ(first.size(), second.size());
  for (size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].SerializeAsString(), second[i].SerializeAsString());
  }
}

TEST(ExtractTest, TellsEqualClaimsApartByTheirOrder) {
  const auto claims = Claims("The ferry sank. Nobody died. The ferry sank.");
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].text(), claims[2].text());
  EXPECT_NE(claims[0].claim_id(), claims[2].claim_id());
}

TEST(ExtractTest, KeepsIdsWhereOtherSentencesChange) {
  const auto before = Claims("The ferry sanc. Two people died.");
  const auto after = Claims("The old ferry sank at last. Two people died.");
  EXPECT_EQ(before.back().claim_id(), after.back().claim_id());
}

TEST(ExtractTest, ReadsOnlyTheArticlesOwnWords) {
  v1::Article article = BodyArticle("The ferry sank. Sign up today.");
  article.mutable_sections(0)->set_kind(v1::SECTION_KIND_RELATED);
  EXPECT_TRUE(ExtractClaims(article).empty());
}

TEST(ExtractTest, MarksTheSection) {
  v1::Article article = BodyArticle("Ferry sinks off Ghent");
  article.mutable_sections(0)->set_kind(v1::SECTION_KIND_HEADLINE);
  const auto claims = ExtractClaims(article);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(claims[0].section(), v1::SECTION_KIND_HEADLINE);
}

TEST(ExtractTest, MakesAClaimOfAHeadlineWithoutAVerb) {
  v1::Article article = BodyArticle("Two dead in ferry disaster");
  article.mutable_sections(0)->set_kind(v1::SECTION_KIND_HEADLINE);
  EXPECT_EQ(ExtractClaims(article).size(), 1u);
}

TEST(ExtractTest, GivesEachClaimTheValuesInIt) {
  const auto claims =
      Claims("About 300 people marched in Ghent and police arrested 12 men.");
  ASSERT_GE(claims.size(), 2u);
  ASSERT_EQ(claims[0].quantities_size(), 1);
  EXPECT_EQ(claims[0].quantities(0).counted(), "people");
}

TEST(ExtractTest, GivesNamesTheirRoles) {
  const auto claims = Claims("On Monday Mara Holt praised Karl Voss in Ghent.");
  ASSERT_FALSE(claims.empty());
  ASSERT_EQ(claims[0].entities_size(), 3);
  EXPECT_EQ(claims[0].entities(0).role(), v1::ENTITY_ROLE_SUBJECT);
  EXPECT_EQ(claims[0].entities(1).role(), v1::ENTITY_ROLE_OBJECT);
  EXPECT_EQ(claims[0].entities(2).role(), v1::ENTITY_ROLE_OBLIQUE);
}

TEST(ExtractTest, TakesTheSubjectOfAPassiveForItsObject) {
  const auto claims = Claims("On Monday Mara Holt was arrested.");
  ASSERT_FALSE(claims.empty());
  ASSERT_EQ(claims[0].entities_size(), 1);
  EXPECT_EQ(claims[0].entities(0).role(), v1::ENTITY_ROLE_OBJECT);
}

TEST(ExtractTest, StopsAtTheLimitOfClaims) {
  Limits limits;
  limits.max_claims_per_article = 1;
  const auto claims =
      ExtractClaims(BodyArticle("The ferry sank. Nobody died."), limits);
  EXPECT_EQ(claims.size(), 1u);
}

TEST(ExtractTest, BoundsTheSourcesOfAClaim) {
  std::string text;
  for (int i = 0; i < 300; ++i) absl::StrAppend(&text, "Holt, a pilot, said, ");
  for (const v1::Claim& claim : Claims(text)) {
    int depth = 0;
    for (const v1::Attribution* at = &claim.attribution(); at->has_cue();
         at = &at->nested()) {
      ++depth;
    }
    EXPECT_LE(depth, 10);
  }
}

TEST(ExtractTest, TakesAnEmptyArticle) {
  EXPECT_TRUE(Claims("").empty());
  EXPECT_TRUE(ExtractClaims(v1::Article()).empty());
}

// One construction repeated: what is quadratic here would hang the run.
TEST(ExtractTest, TakesLongSentencesOfOneConstruction) {
  for (absl::string_view unit :
       {"and he said that ", "who met a man ", ", a man", "(", "“", "X of ",
        "after it rained ", "to go ", "Holt ", ", and "}) {
    std::string text = "The man ";
    while (text.size() < 20'000) absl::StrAppend(&text, unit);
    ExpectInvariants(text);
  }
}

}  // namespace
}  // namespace concord
