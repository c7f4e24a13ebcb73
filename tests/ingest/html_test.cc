#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_entity.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/html_tokenizer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/html_bombs.h"
#include "tests/ingest/source_map_check.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Tokens, as "<name attributes>", "</name>" and texts.
std::string Tokens(absl::string_view page) {
  HtmlTokenizer tokens(page);
  HtmlToken token;
  std::vector<std::string> seen;
  while (tokens.Next(token)) {
    switch (token.kind) {
      case HtmlTokenKind::kText:
        seen.push_back(std::string(token.bytes));
        break;
      case HtmlTokenKind::kStartTag: {
        std::string tag = absl::StrCat("<", token.name);
        HtmlAttributes reader(token.attributes);
        HtmlAttribute attribute;
        while (reader.Next(attribute)) {
          absl::StrAppend(&tag, " ", attribute.name, "=", attribute.value);
        }
        seen.push_back(tag + ">");
        break;
      }
      case HtmlTokenKind::kEndTag:
        seen.push_back(absl::StrCat("</", token.name, ">"));
        break;
    }
  }
  return absl::StrJoin(seen, ",");
}

TEST(HtmlTokenizerTest, SplitsTagsAndTexts) {
  EXPECT_EQ(Tokens("<p>A dam</p> failed"), "<p>,A dam,</p>, failed");
  EXPECT_EQ(Tokens("<br/>"), "<br>");
  EXPECT_EQ(Tokens(""), "");
}

TEST(HtmlTokenizerTest, ReadsAttributesInAllTheirForms) {
  EXPECT_EQ(Tokens("<a href=\"x>y\" id='b' class=c hidden data-x = 'd'>"),
            "<a href=x>y id=b class=c hidden= data-x=d>");
  EXPECT_EQ(Tokens("<a/b=c/d>"), "<a b=c/d>");
  EXPECT_EQ(Tokens("<a =x>"), "<a =x=>");
}

TEST(HtmlTokenizerTest, PassesOverCommentsAndDeclarations) {
  EXPECT_EQ(Tokens("a<!-- <p> -->b<!doctype html>c<?xml ?>d<!-->e"),
            "a,b,c,d,e");
  EXPECT_EQ(Tokens("a</>b<![CDATA[c]]>d"), "a,b,d");
}

TEST(HtmlTokenizerTest, TakesALessThanSignThatOpensNothingForText) {
  EXPECT_EQ(Tokens("1 < 2 <3"), "1 ,<, 2 ,<,3");
}

TEST(HtmlTokenizerTest, DropsWhatIsCutShort) {
  EXPECT_EQ(Tokens("a<p class=\"x"), "a");
  EXPECT_EQ(Tokens("a<!-- b"), "a");
  EXPECT_EQ(Tokens("a<"), "a,<");
}

TEST(HtmlTokenizerTest, ReadsRawTextUpToItsEndTag) {
  HtmlTokenizer tokens("<script>a</p></scripted></SCRIPT >b");
  HtmlToken token;
  ASSERT_TRUE(tokens.Next(token));
  EXPECT_EQ(tokens.RawText(token.name).bytes, "a</p></scripted>");
  ASSERT_TRUE(tokens.Next(token));
  EXPECT_EQ(token.name, "SCRIPT");
}

TEST(HtmlEntityTest, DecodesNamesAndNumbers) {
  EXPECT_EQ(DecodeEntities("&amp;&lt;&eacute;&Eacute;&hellip;&rsquo;"),
            "&<éÉ…’");
  EXPECT_EQ(DecodeEntities("&#8217;&#x2019;&#X2019;&#8217x"), "’’’’x");
  EXPECT_EQ(DecodeEntities("&nbsp;"), "\u00A0");
}

TEST(HtmlEntityTest, ReadsOldNamesWithoutASemicolon) {
  EXPECT_EQ(DecodeEntities("R&amp D, &copy 2021"), "R& D, © 2021");
  EXPECT_EQ(DecodeEntities("&hellip x"), "&hellip x") << "not an old name";
  EXPECT_EQ(DecodeEntities("?a=1&copy=2"), "?a=1&copy=2") << "an address";
}

TEST(HtmlEntityTest, ReadsNumbersOfWindows1252AsPagesMeanThem) {
  EXPECT_EQ(DecodeEntities("&#146;&#150;"), "’–");
}

TEST(HtmlEntityTest, ReplacesNumbersThatAreNoCharacter) {
  for (const std::string entity :
       {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999999;"}) {
    EXPECT_EQ(DecodeEntities(entity).substr(0, 3), "\uFFFD") << entity;
  }
}

TEST(HtmlEntityTest, LeavesOtherAmpersandsAlone) {
  EXPECT_EQ(DecodeEntities("AT&T, R & D, &#; &#x; &unknown; &"),
            "AT&T, R & D, &#; &#x; &unknown; &");
}

std::vector<std::string> Blocks(const std::string& page) {
  const Document document = ReadHtml(page);
  ExpectValidUtf8WithoutNul(document.text);
  ExpectMapLeadsBack(document, page);
  ExpectBlocksInOrder(document);
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    texts.push_back(std::string(Slice(document.text, block.span)));
  }
  return texts;
}

TEST(HtmlReaderTest, MakesABlockOfEachParagraph) {
  EXPECT_THAT(Blocks("<p>One.<p>Two.</p>Three.<div>Four.</div>"),
              ElementsAre("One.", "Two.", "Three.", "Four."));
  EXPECT_EQ(ReadHtml("<p>One.<p>Two.").text, "One.\n\nTwo.");
}

TEST(HtmlReaderTest, CollapsesWhiteSpace) {
  EXPECT_THAT(Blocks("<p>\n  A  dam\n\tfailed <b> in </b> May. </p>"),
              ElementsAre("A dam failed in May."));
}

TEST(HtmlReaderTest, KeepsWhiteSpaceInPre) {
  EXPECT_THAT(Blocks("<pre>a\n  b</pre>"), ElementsAre("a\n  b"));
}

TEST(HtmlReaderTest, BreaksLinesAndWithTwoBreaksBlocks) {
  EXPECT_THAT(Blocks("<p>One<br>two<br/> <br>three</p>"),
              ElementsAre("One\ntwo", "three"));
}

TEST(HtmlReaderTest, LeavesOutWhatIsNoText) {
  EXPECT_THAT(Blocks("<style>p{}</style><p>One.</p><script>'<p>no</p>'</script>"
                     "<noscript><p>no</p></noscript><svg><text>no</text></svg>"
                     "<button>no</button><select><option>no</select><p>Two."),
              ElementsAre("One.", "Two."));
}

TEST(HtmlReaderTest, MapsEntitiesAsAWhole) {
  const Document document = ReadHtml("<p>R&amp;D</p>");
  EXPECT_EQ(document.text, "R&D");
  ASSERT_THAT(document.source_map, SizeIs(3));
  EXPECT_EQ(document.source_map[1].source_begin(), 4u);
  EXPECT_EQ(document.source_map[1].source_length(), 5u);
}

TEST(HtmlReaderTest, RepairsInvalidUtf8) {
  const Document document = ReadHtml("<p>caf\xE9 \xFF</p>");
  EXPECT_EQ(document.text, "caf\uFFFD \uFFFD");
  EXPECT_EQ(document.repaired_sequences, 2u);
}

TEST(HtmlReaderTest, TellsWhatABlockIs) {
  const Document document = ReadHtml(
      "<h2>Head</h2><p>Text.</p><ul><li>Item</li></ul>"
      "<figure><figcaption>Words</figcaption></figure>"
      "<p class=\"post-meta\">By Ann Lee</p><div class=\"imageCaption\">C</div>"
      "plain");
  std::vector<BlockHint> hints;
  for (const Block& block : document.blocks) hints.push_back(block.hint);
  EXPECT_THAT(hints, ElementsAre(BlockHint::kHeading, BlockHint::kParagraph,
                                 BlockHint::kListItem, BlockHint::kCaption,
                                 BlockHint::kFurniture, BlockHint::kCaption,
                                 BlockHint::kNone));
  EXPECT_EQ(document.blocks[0].heading_level, 2);
}

TEST(HtmlReaderTest, MeasuresLinks) {
  const Document document =
      ReadHtml("<p><a href=x>1234</a>5678</p><p>12345678</p>");
  EXPECT_FLOAT_EQ(document.blocks[0].link_density, 0.5f);
  EXPECT_FLOAT_EQ(document.blocks[1].link_density, 0.0f);
}

TEST(HtmlReaderTest, TellsContainersByTagAndName) {
  const Document document = ReadHtml(
      "<nav>a</nav><div id=sidebar>b</div><div class=comments>c</div>"
      "<div class='story-body sidebar'>d</div><article>e</article>"
      "<div>f</div>");
  std::vector<ContainerHint> hints;
  for (const Block& block : document.blocks) {
    hints.push_back(document.containers[block.container].hint);
  }
  EXPECT_THAT(hints,
              ElementsAre(ContainerHint::kFurniture, ContainerHint::kFurniture,
                          ContainerHint::kComments, ContainerHint::kBody,
                          ContainerHint::kArticle, ContainerHint::kNone));
}

TEST(HtmlReaderTest, NumbersContainersSoThatThoseInsideFollow) {
  const Document document = ReadHtml("<div>a<div>b</div>c</div><div>d</div>");
  ASSERT_THAT(document.containers, SizeIs(4));
  EXPECT_EQ(document.containers[1].end, 3u);
  EXPECT_EQ(document.containers[2].parent, 1u);
  EXPECT_EQ(document.containers[3].parent, 0u);
  EXPECT_EQ(document.blocks[2].container, 1u);
}

TEST(HtmlReaderTest, ReadsTheHead) {
  const Document document = ReadHtml(
      "<html lang=en-GB><head><title>Dam fails | Herald</title>"
      "<meta property=og:title content=\"Dam &amp; bridge fail\">"
      "<meta property=og:site_name content=Herald>"
      "<meta name=author content=\"Ann Lee\">"
      "<meta property=article:published_time content=2021-05-03>"
      "<meta property=article:modified_time content=2021-05-04>"
      "<link rel=canonical href=https://herald.test/dam></head>");
  EXPECT_EQ(document.title, "Dam & bridge fail");
  EXPECT_EQ(document.outlet, "Herald");
  EXPECT_EQ(document.author, "Ann Lee");
  EXPECT_EQ(document.published, "2021-05-03");
  EXPECT_EQ(document.modified, "2021-05-04");
  EXPECT_EQ(document.uri, "https://herald.test/dam");
  EXPECT_EQ(document.language, "en-GB");
  EXPECT_THAT(document.text, IsEmpty());
}

TEST(HtmlReaderTest, ReadsJsonLdBeforeOtherStatements) {
  const Document document = ReadHtml(
      "<meta property=og:title content='Dam &amp; bridge'>"
      "<meta property=article:published_time content=2021-05-03>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":\"Dam &amp; bridge fail\",\"author\":\"Ann Lee\","
      "\"publisher\":{\"name\":\"Herald\"},\"articleSection\":[\"Local\"],"
      "\"datePublished\":\"0001-01-01T00:00:00Z\"}</script>"
      "<script>{\"@type\":\"NewsArticle\",\"headline\":\"No\"}</script>");
  EXPECT_EQ(document.title, "Dam & bridge fail");
  EXPECT_EQ(document.author, "Ann Lee");
  EXPECT_EQ(document.outlet, "Herald");
  EXPECT_EQ(document.published, "2021-05-03") << "the year 1 is no date";
}

TEST(HtmlReaderTest, ReadsMetadataByTheNamesOfTheTable) {
  const Document document = ReadHtml(
      "<meta name=Parsely-Title content=Dam>"
      "<meta name=citation_author content='Ann Lee'>"
      "<meta property=article:author content=https://herald.test/ann>"
      "<meta itemprop=dateModified content=2021-05-04>"
      "<meta name=date content='no date'>"
      "<meta name=dcterms.created content=2021-05-03>");
  EXPECT_EQ(document.title, "Dam");
  EXPECT_EQ(document.author, "Ann Lee");
  EXPECT_EQ(document.modified, "2021-05-04");
  EXPECT_EQ(document.published, "2021-05-03");
}

TEST(HtmlReaderTest, PrefersTheTimeOfTheArticleToThatOfOthers) {
  EXPECT_EQ(ReadHtml("<time datetime=2021-05-01>").published, "2021-05-01");
  EXPECT_EQ(ReadHtml("<time datetime=2021-05-01></time><article>"
                     "<time datetime=2021-05-03></time></article>")
                .published,
            "2021-05-03");
  const Document document = ReadHtml(
      "<article><time datetime=2021-05-01></time>"
      "<time itemprop=dateModified datetime=2021-05-04></time>"
      "<time itemprop=datePublished datetime=2021-05-03></time>");
  EXPECT_EQ(document.published, "2021-05-03");
  EXPECT_EQ(document.modified, "2021-05-04");
}

TEST(HtmlReaderTest, TakesTheTitleElementWhereThereIsNoBetterTitle) {
  EXPECT_EQ(ReadHtml("<title>\n Dam\n fails </title>").title, "Dam fails");
  EXPECT_EQ(ReadHtml("<svg><title>Icon</title></svg>").title, "");
}

TEST(HtmlReaderTest, ClosesNothingAroundALinkThatEnds) {
  const Document document =
      ReadHtml("<div><a href=x><p>One.</a></p><p>Two.</p></div>");
  EXPECT_THAT(document.blocks, SizeIs(2));
  EXPECT_EQ(document.blocks[0].container, document.blocks[1].container);
}

// Pages made to hurt. Each is read in linear time and little memory, and its
// words are found.

std::string Repeat(absl::string_view piece, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) absl::StrAppend(&all, piece);
  return all;
}

TEST(HtmlBombTest, ReadsTextBelowAnyDepth) {
  EXPECT_THAT(Blocks(Repeat("<div>", 100'000) + "Deep."), ElementsAre("Deep."));
  EXPECT_THAT(Blocks(Repeat("<b>", 100'000) + "Deep." +
                     Repeat("</b>", 100'000) + "<p>After."),
              ElementsAre("Deep.", "After."));
  EXPECT_THAT(Blocks(Repeat("<ul><li>", 50'000) + "Deep."),
              ElementsAre("Deep."));
  EXPECT_THAT(Blocks(Repeat("<p><b>", 50'000) + "Deep."), ElementsAre("Deep."));
}

TEST(HtmlBombTest, OpensAsManyContainersAsTheLimitAllows) {
  EXPECT_LE(ReadHtml(Repeat("<div>", 100'000)).containers.size(), 513u);
}

TEST(HtmlBombTest, ReadsTagsThatCloseNothing) {
  EXPECT_THAT(Blocks(Repeat("</div></b></p>", 50'000) + "After."),
              ElementsAre("After."));
  EXPECT_THAT(Blocks(Repeat("<a><i></b>", 50'000) + "After."),
              ElementsAre("After."));
}

TEST(HtmlBombTest, ReadsUnclosedComments) {
  EXPECT_THAT(Blocks("Before." + Repeat("<!--", 100'000)),
              ElementsAre("Before."));
  EXPECT_THAT(Blocks("Before." + Repeat("<script>", 100'000)),
              ElementsAre("Before."));
}

TEST(HtmlBombTest, ReadsAMegabyteOfAttributes) {
  EXPECT_THAT(Blocks("<p " + Repeat("a=b ", 250'000) + ">After."),
              ElementsAre("After."));
  EXPECT_THAT(Blocks("<p class=\"" + Repeat("ad ", 300'000) + "\">After."),
              ElementsAre("After."));
  EXPECT_THAT(Blocks("Before.<p a=\"" + Repeat("<p a='", 100'000)),
              ElementsAre("Before."));
}

TEST(HtmlBombTest, ReadsReferencesWithoutEnd) {
  EXPECT_THAT(Blocks("<p>" + Repeat("&", 100'000)), SizeIs(1));
  EXPECT_THAT(Blocks("<p>&#" + std::string(100'000, '9')), SizeIs(1));
}

size_t CountTokens(absl::string_view page) {
  HtmlTokenizer tokens(page);
  HtmlToken token;
  size_t count = 0;
  while (tokens.Next(token)) ++count;
  return count;
}

// Bytes that a document holds, room that stands ready included.
size_t MemoryOf(const Document& document) {
  return document.text.capacity() + document.blocks.capacity() * sizeof(Block) +
         document.containers.capacity() * sizeof(Container) +
         document.source_map.capacity() * sizeof(v1::SourceMapSegment);
}

TEST(HtmlBombTest, MakesTenTimesAsMuchOfTenTimesThePage) {
  const std::vector<HtmlBomb> small = HtmlBombs(10'000);
  const std::vector<HtmlBomb> large = HtmlBombs(100'000);
  for (size_t i = 0; i < small.size(); ++i) {
    const Document a = ReadHtml(small[i].page), b = ReadHtml(large[i].page);
    const size_t least = 10;  // of a page that comes to nothing
    EXPECT_LE(CountTokens(large[i].page),
              12 * (CountTokens(small[i].page) + least))
        << small[i].name;
    EXPECT_LE(b.blocks.size(), 12 * (a.blocks.size() + least)) << small[i].name;
    EXPECT_LE(b.containers.size(), 12 * (a.containers.size() + least))
        << small[i].name;
    EXPECT_LE(b.source_map.size(), 12 * (a.source_map.size() + least))
        << small[i].name;
  }
}

TEST(HtmlBombTest, TakesAtMost64TimesThePageInMemory) {
  for (const HtmlBomb& bomb : HtmlBombs(100'000)) {
    EXPECT_LE(MemoryOf(ReadHtml(bomb.page)), 64 * bomb.page.size())
        << bomb.name;
  }
}

// Any page.

TEST(HtmlPropertyTest, HoldsForAnySoup) {
  const std::vector<std::string> pieces = {"<p>",
                                           "</p>",
                                           "<div>",
                                           "</div>",
                                           "<a href=x>",
                                           "</a>",
                                           "<br>",
                                           "<pre>",
                                           "</pre>",
                                           "<ul>",
                                           "<li>",
                                           "</ul>",
                                           "<table>",
                                           "<td>",
                                           "</table>",
                                           "<script>",
                                           "</script>",
                                           "<title>",
                                           "</title>",
                                           "<!--",
                                           "-->",
                                           "<",
                                           ">",
                                           "&amp;",
                                           "&#8217;",
                                           "&",
                                           "\xFF",
                                           std::string("\0", 1),
                                           " ",
                                           "\n",
                                           "\r\n",
                                           "word",
                                           "é",
                                           "\"",
                                           "<b>",
                                           "</b>",
                                           "<x-y>",
                                           "</x-y>",
                                           "<h1>",
                                           "</h1>",
                                           "<svg>",
                                           "</svg>",
                                           "<p class=ad>",
                                           "<meta name=date content=x>",
                                           "<nav>",
                                           "</nav>",
                                           "&nbsp;",
                                           "&#10;",
                                           "<figcaption>"};
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string page;
    for (size_t n = random() % 30; n > 0; --n) {
      page += pieces[random() % pieces.size()];
    }
    const Document document = ReadHtml(page);
    ASSERT_NO_FATAL_FAILURE(ExpectValidUtf8WithoutNul(document.text)) << page;
    ASSERT_NO_FATAL_FAILURE(ExpectMapLeadsBack(document, page)) << page;
    ASSERT_NO_FATAL_FAILURE(ExpectBlocksInOrder(document)) << page;
  }
}

}  // namespace
}  // namespace concord
