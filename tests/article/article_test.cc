#include "engine/article/article.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "engine/ingest/document.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/article/labelled_text.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Document Prose(const std::string& text, const std::string& title = "") {
  Document document;
  document.text = text;
  document.title = title;
  document.local_id = "drop.jsonl:1";
  return document;
}

Document Scraped(const std::string& text) {
  Document document = Prose(text);
  document.layout = Layout::kScraped;
  return document;
}

std::string Kinds(const std::string& text, const std::string& title = "") {
  return DescribeSections(BuildArticle(Prose(text, title)));
}

// Clean prose.

TEST(ProseTest, IsAllBody) {
  EXPECT_EQ(Kinds("A dam failed.\n\nNobody died."), "body\nbody\n");
}

TEST(ProseTest, BeginsWithItsTitleWhereOneIsGiven) {
  EXPECT_EQ(Kinds("Dam fails\n\nA dam failed.", "Dam fails"),
            "headline\nbody\n");
  EXPECT_EQ(Kinds("Dam fails\n\nDam fails\n\nA dam failed.", "Dam fails"),
            "headline\nheadline\nbody\n");
  EXPECT_EQ(Kinds("“Dam” fails.\n\nA dam failed.", "'Dam' fails"),
            "headline\nbody\n")
      << "marks do not matter";
}

TEST(ProseTest, KeepsAFirstParagraphThatIsNotTheGivenTitle) {
  EXPECT_EQ(Kinds("Call it a flood\n\nA dam failed.", "Dam fails"),
            "body\nbody\n");
}

TEST(ProseTest, TakesAFirstLineWithoutStopForTheTitleWhereNoneIsGiven) {
  EXPECT_EQ(Kinds("Dam fails\n\nA dam failed."), "headline\nbody\n");
  EXPECT_EQ(Kinds("Dam fails.\n\nA dam failed."), "body\nbody\n");
  EXPECT_EQ(Kinds("Dam fails\nA dam failed."), "body\n");
  EXPECT_EQ(Kinds("Dam fails\n\n"), "body\n");
}

TEST(ProseTest, LeavesBreaksWithoutABlankLineToTheSentenceSplitter) {
  const v1::Article article =
      BuildArticle(Prose("A dam\nfailed today.\nNobody died."));
  EXPECT_THAT(article.sections(), SizeIs(1));
}

TEST(ProseTest, SetsDateLinesApart) {
  EXPECT_EQ(Kinds("9 September 2013 Last updated at 14:39 GMT\n\nDam fails\n\n"
                  "A dam failed."),
            "timestamp\nheadline\nbody\n");
  EXPECT_EQ(Kinds("LUNDE (Reuters) — A dam failed.\n\nNobody died."),
            "dateline body\nbody\n");
}

TEST(ProseTest, SetsANoticeAtTheEndApart) {
  EXPECT_EQ(Kinds("A dam failed.\n\nThis article was amended on 3 May."),
            "body\nnotice\n");
}

TEST(ProseTest, IsNeverAllFurniture) {
  EXPECT_EQ(Kinds("Sign up for our newsletter.\n\nPhoto: Ann Lee"),
            "body\nbody\n");
  EXPECT_EQ(Kinds("Advertisement"), "body\n");
}

// Dates.

v1::TimeInterval Published(Document document) {
  return BuildArticle(std::move(document)).published();
}

TEST(DatesTest, TakesTheDayOfFetchingWhereNothingElseTells) {
  Document document = Scraped("A dam failed.");
  document.fetched = "2021-05-06T07:08:09Z";
  const v1::Article article = BuildArticle(document);
  EXPECT_EQ(article.published().basis(), v1::TIME_BASIS_METADATA);
  EXPECT_EQ(article.published().granularity(), v1::TIME_GRANULARITY_DAY);
  EXPECT_EQ(article.published().begin().seconds(), 1620259200);
  document.fetched = "2021-05-06, or so";
  EXPECT_FALSE(BuildArticle(document).has_published());
}

TEST(DatesTest, PrefersTheDropsOwnField) {
  Document document = Scraped("Dam fails\n3 May 2021\nA dam failed today.");
  document.published = "2021-05-04";
  document.uri = "https://herald.test/2021/05/05/dam";
  EXPECT_EQ(Published(document).basis(), v1::TIME_BASIS_METADATA);
  document.published = "yesterday, I think";
  EXPECT_EQ(Published(document).basis(), v1::TIME_BASIS_DATELINE);
  EXPECT_EQ(Published(document).surface(), "3 May 2021");
  document.text = "A dam failed today.";
  document.fetched = "2021-05-06T07:08:09Z";
  const v1::TimeInterval address = Published(document);
  EXPECT_EQ(address.basis(), v1::TIME_BASIS_ADDRESS);
  EXPECT_EQ(address.begin().seconds(), 1620172800);  // 2021-05-05
  EXPECT_EQ(address.granularity(), v1::TIME_GRANULARITY_DAY);
}

TEST(DatesTest, ReadsSecondsAndMillisecondsSince1970) {
  Document document = Prose("A dam failed.");
  document.published = "1620172800";
  EXPECT_EQ(Published(document).begin().seconds(), 1620172800);
  document.published = "1620172800123";
  EXPECT_EQ(Published(document).begin().seconds(), 1620172800);
}

TEST(DatesTest, TellsUpdatedFromPublished) {
  const v1::Article article = BuildArticle(
      Scraped("Dam fails near Lunde\nUpdated: 4 May 2021\n"
              "Published: 3 May 2021\nA dam failed near Lunde today."));
  EXPECT_EQ(article.published().surface(), "Published: 3 May 2021");
  EXPECT_EQ(article.modified().surface(), "Updated: 4 May 2021");
}

TEST(DatesTest, FindsADayInAnAddress) {
  for (const std::string uri :
       {"https://a.test/2021/05/05/dam", "https://a.test/news/2021-5-5-dam",
        "https://a.test/story-2021-05-05.html", "https://a.test/2021/5/5"}) {
    Document document = Prose("A dam failed.");
    document.uri = uri;
    EXPECT_EQ(Published(document).begin().seconds(), 1620172800) << uri;
  }
  for (const std::string uri :
       {"https://a.test/2021/05/dam", "https://a.test/20210505123/dam",
        "https://a.test/2021/13/45/dam", "https://a.test/", ""}) {
    Document document = Prose("A dam failed.");
    document.uri = uri;
    EXPECT_FALSE(Published(document).has_begin()) << uri;
  }
}

// Origin.

TEST(OriginTest, ReadsTheAgencyOfADateline) {
  const v1::Origin origin =
      BuildArticle(Prose("LUNDE, Ostrey (AP) — A dam failed.")).origin();
  EXPECT_EQ(origin.agency(), "AP");
  EXPECT_EQ(origin.dateline(), "LUNDE, Ostrey");
  ASSERT_THAT(origin.evidence(), SizeIs(1));
  EXPECT_EQ(origin.evidence(0).kind(), v1::ORIGIN_EVIDENCE_KIND_DATELINE);
  EXPECT_EQ(origin.evidence(0).span().begin_byte(), 15u);
}

TEST(OriginTest, DoesNotTakeAPictureCreditForTheTextsOrigin) {
  const v1::Origin origin =
      BuildArticle(Scraped("Dam fails near Lunde\n\n"
                           "The dam near Lunde in May (Photo: AP)\n\n"
                           "A dam failed near Lunde today.\n\nNobody died."))
          .origin();
  EXPECT_EQ(origin.agency(), "");
  EXPECT_THAT(origin.evidence(), IsEmpty());
}

TEST(OriginTest, TakesTheDropsAgencyWhereTheTextNamesNone) {
  Document document = Prose("A dam failed.");
  document.agency = "Northwire";
  v1::Origin origin = BuildArticle(document).origin();
  EXPECT_EQ(origin.agency(), "Northwire");
  EXPECT_EQ(origin.byline(), "");
  EXPECT_EQ(origin.evidence(0).kind(), v1::ORIGIN_EVIDENCE_KIND_METADATA);
  document.author = "Agence France-Presse";
  EXPECT_EQ(BuildArticle(document).origin().agency(), "AFP");
}

TEST(OriginTest, ReadsAnAgencyAsAuthor) {
  Document document = Prose("A dam failed.");
  document.author = "Agence France-Presse";
  const v1::Origin origin = BuildArticle(document).origin();
  EXPECT_EQ(origin.agency(), "AFP");
  EXPECT_EQ(origin.byline(), "Agence France-Presse");
  EXPECT_EQ(origin.evidence(0).kind(), v1::ORIGIN_EVIDENCE_KIND_METADATA);
  document.author = "Ann Lee";
  EXPECT_EQ(BuildArticle(document).origin().agency(), "");
}

TEST(OriginTest, ReadsTheAgencyThatSignsOrContributes) {
  const std::string report =
      "Dam fails near Lunde\n\nA dam failed near Lunde today.\n\n"
      "Nobody was hurt by the flood.";
  EXPECT_EQ(BuildArticle(Scraped(report + "\n\nIt is gone. (Reuters)"))
                .origin()
                .agency(),
            "Reuters");
  EXPECT_EQ(BuildArticle(Scraped(report + "\n\n(With inputs from PTI)"))
                .origin()
                .agency(),
            "PTI");
}

TEST(OriginTest, ReadsTheSourceOfARepublishedText) {
  const v1::Origin origin =
      BuildArticle(Scraped("Dam fails near Lunde\n\n"
                           "A dam failed near Lunde today.\n\n"
                           "Source: The Skerrow Star"))
          .origin();
  EXPECT_EQ(origin.republished_from(), "The Skerrow Star");
  EXPECT_EQ(origin.agency(), "");
}

// Title and outlet.

TEST(ArticleTest, TakesTitleAndOutletFromThePageWhereTheDropHasNone) {
  const v1::Article article =
      BuildArticle(Scraped("The Lunde Courier\n\nDam fails near Lunde\n\n"
                           "A dam failed near Lunde today.\n\nNobody died."));
  EXPECT_EQ(article.title(), "Dam fails near Lunde");
  EXPECT_EQ(article.outlet(), "The Lunde Courier");
}

// Identity.

TEST(ArticleTest, HasAnIdOfPublisherAddressAndText) {
  Document document = Prose("A dam failed.");
  document.outlet = "Herald";
  document.uri = "https://herald.test/dam";
  const v1::Article article = BuildArticle(document);
  EXPECT_THAT(article.article_id(), SizeIs(32));
  EXPECT_EQ(article.revision(), 1u);

  Document corrected = document;
  corrected.text = "Two dams failed.";
  corrected.local_id = "elsewhere.jsonl:9";
  EXPECT_EQ(BuildArticle(corrected).document_id(), article.document_id());
  EXPECT_NE(BuildArticle(corrected).article_id(), article.article_id());

  Document copy = document;
  copy.outlet = "Courier";
  EXPECT_NE(BuildArticle(copy).document_id(), article.document_id())
      << "the same words from another publisher are a copy";
}

TEST(ArticleTest, IsToldByFolderAndLocalIdWhereNothingElseIsKnown) {
  Document document = Prose("A dam failed.");
  document.folder = "herald";
  const std::string id = BuildArticle(document).document_id();
  Document other_folder = document;
  other_folder.folder = "courier";
  EXPECT_NE(BuildArticle(other_folder).document_id(), id);
  Document other_line = document;
  other_line.local_id = "drop.jsonl:2";
  EXPECT_NE(BuildArticle(other_line).document_id(), id);
}

// Any text: sections are in order, do not overlap, end on characters, and leave
// out nothing but white space.

void ExpectSectionsCover(const v1::Article& article) {
  std::string rest;
  uint32_t end = 0;
  for (const v1::Section& section : article.sections()) {
    ASSERT_LE(end, section.span().begin_byte());
    ASSERT_LT(section.span().begin_byte(), section.span().end_byte());
    rest += article.text().substr(end, section.span().begin_byte() - end);
    end = section.span().end_byte();
    ASSERT_NE(section.kind(), v1::SECTION_KIND_UNSPECIFIED);
    ASSERT_FALSE(section.rule().empty());
  }
  ASSERT_LE(end, article.text().size());
  rest += article.text().substr(end);
  for (const char c : rest) {
    // Bars and dots between the pieces of a line belong to none.
    ASSERT_TRUE(absl::ascii_isspace(c) || absl::StrContains("|-", c) ||
                static_cast<unsigned char>(c) >= 0x80)
        << rest;
  }
}

TEST(ArticlePropertyTest, HasSectionsInOrderForAnyText) {
  const std::vector<std::string> pieces = {"A dam failed near Lunde.",
                                           "Dam fails",
                                           "\n",
                                           "\n",
                                           "\r\n",
                                           "\n\n",
                                           " ",
                                           "(Reuters)",
                                           "LUNDE",
                                           "—",
                                           " - ",
                                           "By Ann Lee",
                                           "3 May 2021",
                                           "|",
                                           "•",
                                           "“",
                                           "\"",
                                           "Photo: AP",
                                           "Related stories",
                                           "newsletter",
                                           "our",
                                           "we",
                                           "Source: The Star",
                                           "(",
                                           ")",
                                           "é",
                                           "\u3042\u3044",
                                           "\u00A0",
                                           "1.",
                                           "Share",
                                           "we ask that you subscribe",
                                           ".",
                                           "?",
                                           "Credit",
                                           "/",
                                           "AP"};
  std::mt19937 random(11);
  for (int round = 0; round < 6'000; ++round) {
    std::string text;
    for (size_t n = random() % 24; n > 0; --n) {
      text += pieces[random() % pieces.size()];
      if (random() % 2) text += ' ';
    }
    Document document = Prose(text, round % 3 ? "" : "Dam fails");
    document.layout = round % 2 ? Layout::kProse : Layout::kScraped;
    const v1::Article article = BuildArticle(document);
    ASSERT_NO_FATAL_FAILURE(ExpectSectionsCover(article)) << text;
    for (const v1::Sentence& sentence : ArticleSentences(article)) {
      ASSERT_FALSE(sentence.text().empty());
    }
  }
}

}  // namespace
}  // namespace concord
