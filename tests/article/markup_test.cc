// Pages as articles: which blocks are the body, and what the others are.

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "concord/v1/article.pb.h"
#include "engine/article/article.h"
#include "engine/ingest/html_reader.h"
#include "gtest/gtest.h"
#include "tests/article/labelled_text.h"

namespace concord {
namespace {

// Prose enough to be a body, in three paragraphs.
constexpr char kStory[] =
    "<p>The toll on the bridge between Saltmarsh and Lunde will end on the "
    "first of July, the transport office said on Friday.</p>"
    "<p>It was brought in twelve years ago to pay for new cables, which have "
    "long been paid for.</p>"
    "<p>Some two million cars a year cross the bridge, the only road to the "
    "northern parishes.</p>";

std::string Sections(const std::string& page) {
  return DescribeSections(BuildArticle(ReadHtml(page)));
}

std::string Words(const v1::Article& article, v1::SectionKind kind) {
  std::string words;
  for (const v1::Section& section : article.sections()) {
    if (section.kind() != kind) continue;
    absl::StrAppend(&words, words.empty() ? "" : "|",
                    article.text().substr(section.span().begin_byte(),
                                          section.span().end_byte() -
                                              section.span().begin_byte()));
  }
  return words;
}

TEST(MarkupTest, TakesTheProseOfThePageForTheBody) {
  EXPECT_EQ(Sections(absl::StrCat("<ul><li><a href=/>Home</a></ul>", kStory,
                                  "<div><a href=/>More</a></div>")),
            "furniture\nbody\nbody\nbody\nfurniture\n");
}

TEST(MarkupTest, FindsTheHeadlineByTheTitle) {
  EXPECT_EQ(
      Sections(absl::StrCat("<title>Bridge toll to end | The Herald</title>"
                            "<h1>The Herald</h1><h1>Bridge toll to end</h1>",
                            kStory)),
      "furniture\nheadline\nbody\nbody\nbody\n");
}

TEST(MarkupTest, KeepsSubheadingsAndListsInTheBody) {
  EXPECT_EQ(Sections(absl::StrCat("<div>", kStory,
                                  "<h2>Who pays</h2><ul><li>Nobody</ul>",
                                  kStory, "</div>")),
            "body\nbody\nbody\nbody\nbody\nbody\nbody\nbody\n");
}

TEST(MarkupTest, SetsCaptionsBylinesAndDatesApart) {
  EXPECT_EQ(Sections(absl::StrCat("<article><p>By Ann Lee</p><p>3 May 2021</p>",
                                  kStory,
                                  "<figure><figcaption>The bridge. Photo: Ann "
                                  "Lee</figcaption></figure>",
                                  kStory, "</article>")),
            "byline\ntimestamp\nbody\nbody\nbody\ncaption "
            "credit\nbody\nbody\nbody\n");
}

TEST(MarkupTest, LeavesOutFurnitureInsideTheBody) {
  EXPECT_EQ(Sections(absl::StrCat(
                "<article>", kStory,
                "<aside><p>Read what else we have on bridges and tolls in our "
                "long series on roads.</p></aside>",
                kStory, "</article>")),
            "body\nbody\nbody\nfurniture\nbody\nbody\nbody\n");
}

TEST(MarkupTest, DoesNotBelieveAFurnitureNameThatHoldsThePage) {
  EXPECT_EQ(Sections(absl::StrCat("<form class=has-sidebar><div>", kStory,
                                  "</div></form>")),
            "body\nbody\nbody\n");
}

TEST(MarkupTest, DoesNotTakeCommentsForTheBodyHoweverLong) {
  EXPECT_EQ(Sections(absl::StrCat("<div>", kStory, "</div><div id=comments>",
                                  kStory, kStory, kStory, "</div>")),
            "body\nbody\nbody\n"
            "furniture\nfurniture\nfurniture\nfurniture\nfurniture\n"
            "furniture\nfurniture\nfurniture\nfurniture\n");
}

TEST(MarkupTest, BelievesANameThatSaysBody) {
  EXPECT_EQ(
      Sections(absl::StrCat(
          "<div class=sidebar><div itemprop=articleBody><p>The toll on the "
          "bridge to Lunde ends in July, the office said.</p></div></div>"
          "<div><p>Call our readers' desk on weekdays between nine and five."
          "</p></div>")),
      "body\nfurniture\n");
}

TEST(MarkupTest, SetsTheDatelineApartFromTheFirstSentence) {
  const v1::Article article = BuildArticle(ReadHtml(
      "<p>LUNDE (Reuters) &#8211; The toll on the bridge to Lunde ends in "
      "July, the office said.</p>"));
  EXPECT_EQ(Words(article, v1::SECTION_KIND_DATELINE), "LUNDE (Reuters) –");
  EXPECT_EQ(article.origin().agency(), "Reuters");
}

TEST(MarkupTest, ReadsTitleOutletAndDateFromTheHead) {
  const v1::Article article = BuildArticle(ReadHtml(absl::StrCat(
      "<meta property=og:title content='Bridge toll to end'>"
      "<meta property=og:site_name content=Herald>"
      "<meta property=article:published_time content=2021-05-03T10:00:00Z>",
      kStory)));
  EXPECT_EQ(article.title(), "Bridge toll to end");
  EXPECT_EQ(article.outlet(), "Herald");
  EXPECT_EQ(article.published().basis(), v1::TIME_BASIS_METADATA);
}

TEST(MarkupTest, EndsTheBodyBehindItsLastItems) {
  EXPECT_EQ(Sections(absl::StrCat(
                "<article>", kStory,
                "<p><a href=/>A map of the road</a></p><h3>The bridges</h3><ul>"
                "<li>Saltmarsh<li>Lunde</ul><p>Related stories</p>"
                "<ul><li>Ferries<li>Trains</ul></article>")),
            "body\nbody\nbody\nrelated\nbody\nbody\nbody\n"
            "related\nfurniture\nfurniture\n");
}

TEST(MarkupTest, TakesArticlesBesideTheOneWithTheTitleForOthers) {
  EXPECT_EQ(
      Sections(absl::StrCat("<title>Bridge toll to end</title><div><article>"
                            "<h1>Bridge toll to end</h1>",
                            kStory, "</article><div><article>", kStory,
                            "</article><article>", kStory,
                            "</article></div></div>")),
      "headline\nbody\nbody\nbody\n"
      "furniture\nfurniture\nfurniture\nfurniture\nfurniture\nfurniture\n");
}

TEST(MarkupTest, KeepsPostsThatAnArticleQuotes) {
  EXPECT_EQ(Sections(absl::StrCat(
                "<article>", kStory,
                "<div class=social-embed><blockquote><p>We pay for a bridge "
                "that has long been paid for.</p></blockquote></div>",
                kStory,
                "<div class=social-buttons><p>Tell your friends what "
                "you have read here, and why.</p></div></article>")),
            "body\nbody\nbody\nbody\nbody\nbody\nbody\nfurniture\n");
}

TEST(MarkupTest, KeepsLongAnswersThatSpeakToTheReader) {
  EXPECT_EQ(
      Sections(absl::StrCat(
          "<article>", kStory,
          "<p>We are moving our subscription to a new address, and we hope "
          "that you will contact us there with your feedback, because our "
          "readers have told us for years that the old one was hard to find "
          "and harder still to remember for anybody.</p>",
          kStory, "</article>")),
      "body\nbody\nbody\nbody\nbody\nbody\nbody\n");
}

TEST(MarkupTest, PartsAnAuthorFromADate) {
  const v1::Article article = BuildArticle(ReadHtml(absl::StrCat(
      "<article><p>By Ann Lee<br>Monday, May 3, 2021</p>", kStory)));
  EXPECT_EQ(Words(article, v1::SECTION_KIND_BYLINE), "By Ann Lee");
  EXPECT_EQ(Words(article, v1::SECTION_KIND_TIMESTAMP), "Monday, May 3, 2021");
  EXPECT_EQ(article.published().basis(), v1::TIME_BASIS_DATELINE);
  EXPECT_EQ(Sections(absl::StrCat("<p>Written by Ann Lee on May 3, 2021</p>",
                                  kStory)),
            "byline timestamp\nbody\nbody\nbody\n");
}

std::string Title(const std::string& head, const std::string& body = "") {
  return BuildArticle(ReadHtml(head + body + kStory)).title();
}

TEST(PageTitleTest, IsThePartThatAHeadingRepeats) {
  EXPECT_EQ(
      Title("<title>Toll to end | The Herald</title>", "<h1>Toll to end</h1>"),
      "Toll to end");
  EXPECT_EQ(Title("<title>The Herald: Toll to end</title>",
                  "<h1>The Herald</h1><h2>Toll to end</h2>"),
            "Toll to end");
  EXPECT_EQ(Title("<title>The Herald: Toll to end</title>",
                  "<h1>News</h1><h2>Toll to end</h2>"),
            "Toll to end");
}

TEST(PageTitleTest, LeavesTheOutletOut) {
  const std::string outlet = "<meta property=og:site_name content=Herald>";
  EXPECT_EQ(Title(outlet + "<title>Toll to end - Herald</title>"),
            "Toll to end");
  EXPECT_EQ(Title(outlet + "<title>Herald: toll to end</title>"),
            "toll to end");
}

TEST(PageTitleTest, IsWholeWhereNothingTellsItsParts) {
  EXPECT_EQ(Title("<title>Bridges - a tale of tolls</title>"),
            "Bridges - a tale of tolls");
  EXPECT_EQ(Title("<title>Bridges - a tale of tolls</title>",
                  "<h2>Bridges</h2><h1>Bridges – a tale of tolls</h1>"),
            "Bridges - a tale of tolls");
}

TEST(MarkupTest, HasNoSectionsWhereAPageHasNoText) {
  EXPECT_EQ(Sections(""), "\n");
  EXPECT_EQ(Sections("<img src=x>"), "\n");
}

}  // namespace
}  // namespace concord
