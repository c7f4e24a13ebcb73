// RSS and Atom: items as documents, whatever the XML.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/xml_tokenizer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/collecting_sink.h"
#include "tests/ingest/packed_bytes.h"
#include "tests/ingest/source_map_check.h"

namespace concord {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

CollectingSink ReadBytes(const std::string& bytes, const Limits& limits = {},
                         const std::string& name = "a.xml") {
  TempFolder folder;
  return Read({folder.Write(name, bytes)}, limits);
}

// `items` in a channel of RSS 2.0.
std::string Rss(absl::string_view items, absl::string_view prolog = "") {
  return absl::StrCat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", prolog,
                      "<rss version=\"2.0\"><channel>\n<title>Harbour Post"
                      "</title><link>https://a.example/</link>\n",
                      items, "</channel></rss>\n");
}

std::string Atom(absl::string_view entries) {
  return absl::StrCat(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
      "<title type=\"text\">Harbour Post</title>\n",
      entries, "</feed>");
}

TEST(FeedTest, ReadsAnItemOfRss) {
  const std::string item =
      "<item><title>Ferry &amp; quay</title>"
      "<link> https://a.example/ferry </link>"
      "<guid isPermaLink=\"false\">ferry-1</guid>"
      "<pubDate>Wed, 04 Mar 2026 09:30:00 GMT</pubDate>"
      "<dc:creator><![CDATA[Ilse Marden]]></dc:creator>"
      "<description>A ferry left.</description>"
      "<content:encoded><![CDATA[<p>The ferry left the quay &amp; came "
      "back.</p>]]></content:encoded></item>";
  const CollectingSink sink = ReadBytes(Rss(item));
  ASSERT_THAT(sink.Texts(),
              ElementsAre("The ferry left the quay & came back."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.title, "Ferry & quay");
  EXPECT_EQ(document.uri, "https://a.example/ferry");
  EXPECT_EQ(document.external_id, "ferry-1");
  EXPECT_EQ(document.published, "Wed, 04 Mar 2026 09:30:00 GMT");
  EXPECT_EQ(document.author, "Ilse Marden");
  EXPECT_EQ(document.outlet, "Harbour Post");
  EXPECT_EQ(document.layout, Layout::kMarkup);
  EXPECT_EQ(document.source.record_offset(), Rss(item).find("<item>"));
  const std::string content = "<p>The ferry left the quay &amp; came back.</p>";
  EXPECT_EQ(document.source.digest(), DigestHex(content));
  ExpectMapLeadsBack(document, content);
}

TEST(FeedTest, ReadsAnEntryOfAtom) {
  const CollectingSink sink = ReadBytes(
      Atom("<entry><title type=\"html\">Ferry &lt;b&gt;late&lt;/b&gt;</title>"
           "<link rel=\"self\" href=\"https://a.example/1.atom\"/>"
           "<link rel=\"alternate\" href=\"https://a.example/?a=1&amp;b=2\"/>"
           "<id>urn:x:1</id><published>2026-03-04T09:30:00Z</published>"
           "<updated>2026-03-05T09:30:00Z</updated>"
           "<author><name>Ilse Marden</name><email>i@a.example</email></author>"
           "<source><id>urn:y</id><title>Calder Post</title>"
           "<author><name>Nobody</name></author></source>"
           "<summary>Short.</summary>"
           "<content type=\"html\">&lt;p&gt;The ferry left late.&lt;/p&gt;"
           "</content></entry>"));
  ASSERT_THAT(sink.Texts(), ElementsAre("The ferry left late."));
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.title, "Ferry late");
  EXPECT_EQ(document.uri, "https://a.example/?a=1&b=2");
  EXPECT_EQ(document.external_id, "urn:x:1");
  EXPECT_EQ(document.published, "2026-03-04T09:30:00Z");
  EXPECT_EQ(document.modified, "2026-03-05T09:30:00Z");
  EXPECT_EQ(document.author, "Ilse Marden");
  EXPECT_EQ(document.outlet, "Calder Post");
}

TEST(FeedTest, ReadsContentOfAtomByItsType) {
  const CollectingSink sink = ReadBytes(
      Atom("<entry><content>A &lt; B &amp;amp; C.</content></entry>"
           "<entry><content type=\"xhtml\"><div xmlns=\"x\"><p>One &amp; "
           "<i>two</i>.</p><p>Three.</p></div></content></entry>"
           "<entry><content type='html'>&lt;p&gt;A &amp;amp; B</content>"
           "</entry>"));
  EXPECT_THAT(sink.Texts(),
              ElementsAre("A < B &amp; C.", "One & two.\n\nThree.", "A & B"));
  EXPECT_EQ(sink.documents[0].layout, Layout::kProse);
  EXPECT_EQ(sink.documents[1].layout, Layout::kMarkup);
}

TEST(FeedTest, ReadsItemsOfRss1BesideTheChannel) {
  const CollectingSink sink = ReadBytes(
      "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Post</title>"
      "<items><rdf:Seq/></items></channel><item "
      "rdf:about=\"x\"><title>T</title>"
      "<link>https://a.example/x</link><description>Words.</description>"
      "<dc:date>2026-03-04</dc:date></item></rdf:RDF>");
  ASSERT_THAT(sink.Texts(), ElementsAre("Words."));
  EXPECT_EQ(sink.documents[0].outlet, "Post");
  EXPECT_EQ(sink.documents[0].published, "2026-03-04");
  EXPECT_EQ(sink.documents[0].external_id, "https://a.example/x");
}

TEST(FeedTest, SkipsItemsWithoutTextWithACount) {
  const CollectingSink sink =
      ReadBytes(Rss("<item><title>Only a title</title></item>"
                    "<item><description> </description></item>"
                    "<item><description>Words.</description></item>"));
  EXPECT_THAT(sink.Texts(), ElementsAre("Words."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
  EXPECT_THAT(sink.skipped, ElementsAre(Pair("feed_items_without_text", 2)));
}

TEST(FeedTest, TakesAGuidForTheAddressOnlyWhereItIsOne) {
  const auto uri = [](absl::string_view guid) {
    return ReadBytes(Rss(absl::StrCat("<item><description>A.</description>",
                                      guid, "</item>")))
        .documents.at(0)
        .uri;
  };
  EXPECT_EQ(uri("<guid>https://a.example/1</guid>"), "https://a.example/1");
  EXPECT_EQ(uri("<guid>post-1</guid>"), "");
  EXPECT_EQ(uri("<guid isPermaLink='false'>https://a.example/1</guid>"), "");
}

TEST(FeedTest, ReadsPackedFeedsWhateverTheirName) {
  const std::string feed = Rss("<item><description>A.</description></item>");
  EXPECT_THAT(ReadBytes(Gzip(feed), {}, "a.rss.gz").Texts(), ElementsAre("A."));
  EXPECT_THAT(ReadBytes(feed, {}, "a.txt").Texts(), ElementsAre("A."));
}

TEST(FeedTest, TellsAFeedFromOtherXml) {
  const CollectingSink sink =
      ReadBytes("<?xml version=\"1.0\"?><nitf><body>Words.</body></nitf>");
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_UNSUPPORTED));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("neither a feed"));
}

// What is wrong with the XML stops nothing.

TEST(BadFeedTest, ExpandsNoEntities) {
  std::string laughs = "<!DOCTYPE rss [\n<!ENTITY a \"ha\">\n";
  for (char c = 'b'; c <= 'k'; ++c) {
    absl::StrAppend(&laughs, "<!ENTITY ", std::string(1, c), " \"");
    for (int i = 0; i < 10; ++i) {
      absl::StrAppend(&laughs, "&", std::string(1, static_cast<char>(c - 1)),
                      ";");
    }
    absl::StrAppend(&laughs, "\">\n");
  }
  absl::StrAppend(&laughs, "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n");
  const CollectingSink sink = ReadBytes(Rss(
      "<item><description>Laugh &k; and &x;.</description></item>", laughs));
  EXPECT_THAT(sink.Texts(), ElementsAre("Laugh &k; and &x;."));
}

TEST(BadFeedTest, ReadsWhatIsNotWellFormed) {
  const CollectingSink sink = ReadBytes(
      Rss("<item><title>Bread & butter</title><description>Up &nbsp;5 < 6 "
          "&copy;</description><br></item>"
          "<item><description>Never closed"
          "<item><description a=\"x<y\">Next.</description></item></p>"));
  EXPECT_THAT(sink.documents, SizeIs(3));
  EXPECT_EQ(sink.documents[0].title, "Bread & butter");
  EXPECT_THAT(sink.documents[0].text, HasSubstr("5 < 6 ©"));
  EXPECT_EQ(sink.documents[1].text, "Never closed");
}

TEST(BadFeedTest, KeepsWhatThereIsOfAFeedThatBreaksOff) {
  const std::string feed =
      Rss("<item><description>One.</description></item>"
          "<item><description>Two and more.</description></item>");
  const CollectingSink sink = ReadBytes(feed.substr(0, feed.find(" and more")));
  EXPECT_THAT(sink.Texts(), ElementsAre("One.", "Two"));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("breaks off"));
}

TEST(BadFeedTest, ReportsAFeedWithoutItems) {
  EXPECT_THAT(ReadBytes(Rss("")).Codes(),
              ElementsAre(v1::QUARANTINE_CODE_EMPTY));
}

TEST(FeedLimitTest, RefusesAnItemOverTheLimitAndReadsTheNext) {
  Limits limits;
  limits.max_record_bytes = 1000;
  std::string pieces;
  for (int i = 0; i < 100; ++i) absl::StrAppend(&pieces, "twenty <i>bytes</i>");
  const CollectingSink sink = ReadBytes(
      Rss(absl::StrCat("<item><description>", pieces,
                       "</description></item>"
                       "<item><description>Next.</description></item>")),
      limits);
  EXPECT_THAT(sink.Texts(), ElementsAre("Next."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_TOO_LARGE));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_record_bytes"));
}

TEST(FeedLimitTest, StopsAtATokenOverTheLimit) {
  Limits limits;
  limits.max_record_bytes = 1000;
  const CollectingSink sink = ReadBytes(
      Rss(absl::StrCat("<item><description>One.</description></item><item>",
                       "<description><![CDATA[", std::string(200'000, 'x'),
                       "]]></description></item>")),
      limits);
  EXPECT_THAT(sink.Texts(), ElementsAre("One."));
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_TOO_LARGE));
}

// Tokens.

// Hands out `bytes` a few at a time.
class Trickle : public ByteSource {
 public:
  Trickle(absl::string_view bytes, size_t step) : bytes_(bytes), step_(step) {}

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override {
    const absl::string_view taken = bytes_.substr(0, step_);
    buffer.append(taken.data(), taken.size());
    bytes_.remove_prefix(taken.size());
    return !taken.empty();
  }

 private:
  absl::string_view bytes_;
  const size_t step_;
};

std::string Tokens(absl::string_view xml, size_t step) {
  Trickle in(xml, step);
  XmlTokenizer tokens(in, 1 << 20);
  XmlToken token;
  std::string all;
  while (*tokens.Next(token)) {
    absl::StrAppend(&all, static_cast<int>(token.kind), token.is_empty, "[",
                    token.name, "|", token.attributes, "|", token.bytes, "]",
                    token.begin, " ");
  }
  return all;
}

TEST(XmlTokenizerTest, ReadsTagsTextAndCdata) {
  EXPECT_EQ(Tokens("<a b='>'>x<!-- <c> --><![CDATA[<d>]]></a><e/>", 99),
            "00[a| b='>'|<a b='>'>]0 20[||x]9 30[||<d>]22 "
            "10[a||</a>]37 01[e||<e/>]41 ");
}

TEST(XmlTokenizerPropertyTest, HowTheBytesComeMakesNoDifference) {
  const std::string pieces[] = {
      "<a>",       "</a>", "<",     ">",     "<!--",    "-->", "]]>",
      "<![CDATA[", "<?x",  "?>",    "<!D [", "]>",      "'",   "\"",
      " b=",       "text", "&amp;", "<b/",   "\xC3\xA9"};
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string xml;
    for (size_t i = random() % 20; i > 0; --i) {
      xml += pieces[random() % std::size(pieces)];
    }
    const std::string whole = Tokens(xml, xml.size() + 1);
    ASSERT_EQ(Tokens(xml, 1), whole) << xml;
    ASSERT_EQ(Tokens(xml, 1 + random() % 7), whole) << xml;
  }
}

TEST(FeedPropertyTest, HoldsForAnyByteOfAGoodFeedChangedAndAnyCut) {
  const std::string good =
      Rss("<item><title>T</title><description>One &amp; two.</description>"
          "<content:encoded><![CDATA[<p>Long.</p>]]></content:encoded></item>",
          "<!DOCTYPE rss [<!ENTITY a \"b\">]>");
  std::mt19937 random(5);
  const size_t begin = good.find("<channel>");
  for (size_t at = begin; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] ^= static_cast<char>(1 + random() % 255);
    for (const CollectingSink& sink :
         {ReadBytes(bytes), ReadBytes(good.substr(0, at))}) {
      ASSERT_FALSE(sink.documents.empty() && sink.quarantines.empty() &&
                   sink.skipped.empty());
      for (const Document& document : sink.documents) {
        ExpectValidUtf8WithoutNul(document.text);
        ExpectValidUtf8WithoutNul(document.title);
        ExpectValidUtf8WithoutNul(document.uri);
      }
    }
  }
}

}  // namespace
}  // namespace concord
