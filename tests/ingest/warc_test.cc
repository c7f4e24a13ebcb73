// WARC files: what of a crawl is read, what is counted, what is reported.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/ingest/collecting_sink.h"
#include "tests/ingest/packed_bytes.h"
#include "tests/ingest/source_map_check.h"
#include "tests/ingest/warc_bytes.h"

namespace concord {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

CollectingSink ReadBytes(const std::string& bytes, const Limits& limits = {},
                         const std::string& name = "a.warc") {
  TempFolder folder;
  return Read({folder.Write(name, bytes)}, limits);
}

std::string Page(absl::string_view words) {
  return absl::StrCat("<!doctype html><p>", words, "</p>");
}

// The record of a page about ferry `i`.
std::string Ferry(int i) {
  return WarcPage(absl::StrCat("https://a.example/", i),
                  Page(absl::StrCat("Ferry ", i, " left the quay.")));
}

TEST(WarcTest, ReadsThePagesOfResponses) {
  const std::string page = Page("Bread &amp; butter went up.");
  const std::string first = Ferry(1);
  const CollectingSink sink =
      ReadBytes(first + WarcPage("https://a.example/b", page));
  EXPECT_THAT(sink.Texts(),
              ElementsAre("Ferry 1 left the quay.", "Bread & butter went up."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
  const Document& document = sink.documents[1];
  EXPECT_EQ(document.uri, "https://a.example/b");
  EXPECT_EQ(document.external_id, "urn:test:response:https://a.example/b");
  EXPECT_EQ(document.fetched, "2026-03-04T09:30:00Z");
  EXPECT_EQ(document.layout, Layout::kMarkup);
  EXPECT_EQ(document.source.path(), "a.warc");
  EXPECT_EQ(document.source.record_offset(), first.size());
  EXPECT_EQ(document.source.bytes(), page.size());
  EXPECT_EQ(document.source.digest(), DigestHex(page));
  ExpectMapLeadsBack(document, page);
}

TEST(WarcTest, ReadsRecordsThatArePackedEachByItself) {
  for (auto* pack : {+[](absl::string_view bytes) { return Gzip(bytes); },
                     +[](absl::string_view bytes) { return Zstd(bytes); }}) {
    const CollectingSink sink =
        ReadBytes(pack(Ferry(1)) + pack(Ferry(2)), {}, "a.warc.gz");
    EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay.",
                                          "Ferry 2 left the quay."));
    EXPECT_EQ(sink.documents[1].source.record_offset(), Ferry(1).size());
    EXPECT_THAT(sink.quarantines, IsEmpty());
  }
}

TEST(WarcTest, ReadsTheTextOfConversions) {
  const CollectingSink sink = ReadBytes(
      WarcRecord("conversion", "https://a.example/", "A plain text of a page.",
                 "Content-Type: text/plain\r\n"));
  EXPECT_THAT(sink.Texts(), ElementsAre("A plain text of a page."));
  EXPECT_EQ(sink.documents[0].layout, Layout::kScraped);
}

TEST(WarcTest, ReadsResourcesByTheirOwnMediaType) {
  const CollectingSink sink = ReadBytes(
      WarcRecord("resource", "file:///a.html", Page("Kept on a disk."),
                 "Content-Type: text/html; charset=utf-8\r\n") +
      WarcRecord("resource", "file:///b.css", "p { color: red }",
                 "Content-Type: text/css\r\n"));
  EXPECT_THAT(sink.Texts(), ElementsAre("Kept on a disk."));
  EXPECT_THAT(sink.skipped, ElementsAre(Pair("warc_not_text_or_html", 1)));
}

TEST(WarcTest, SkipsWithACountWhatHoldsNoArticle) {
  const std::string uri = "https://a.example/";
  const CollectingSink sink = ReadBytes(
      WarcRecord("warcinfo", "", "software: test") +
      WarcRecord("request", uri, "GET / HTTP/1.1\r\n\r\n") +
      WarcRecord("metadata", uri, "via: elsewhere") +
      WarcRecord("response", "dns:a.example", "192.0.2.1") +
      WarcRecord("response", uri, HttpAnswer(Page("Gone."), "", "404 No")) +
      WarcRecord("response", uri, HttpAnswer("", "", "301 Moved")) +
      WarcRecord("response", uri,
                 HttpAnswer("GIF89a", "", "200", "image/gif")) +
      WarcRecord("response", uri, HttpAnswer("%PDF-1.7 and so on")) +
      WarcRecord("response", uri + "robots.txt",
                 HttpAnswer("User-agent: *", "", "200", "text/plain")) +
      WarcRecord("revisit", uri, HttpAnswer("")) + Ferry(1));
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
  EXPECT_THAT(sink.skipped, ElementsAre(Pair("warc_http_status_not_200", 2),
                                        Pair("warc_not_http", 1),
                                        Pair("warc_not_text_or_html", 3),
                                        Pair("warc_other_record_types", 3),
                                        Pair("warc_revisits", 1)));
}

TEST(WarcTest, UndoesTheCodingsOfThePayload) {
  const std::string page = Page("The bakers raised the price of bread.");
  const auto coded = [](absl::string_view coding, absl::string_view body) {
    return WarcRecord(
        "response", absl::StrCat("https://a.example/", coding),
        HttpAnswer(body, absl::StrCat("Content-Encoding: ", coding, "\r\n")));
  };
  const CollectingSink sink =
      ReadBytes(coded("gzip", Gzip(page)) + coded("x-gzip", Gzip(page)) +
                coded("deflate", Zlib(page)) +
                coded("Deflate", RawDeflate(page)) + coded("br", Brotli(page)) +
                coded("zstd", Zstd(page)) + coded("identity", page));
  ASSERT_EQ(sink.documents.size(), 7u);
  for (const Document& document : sink.documents) {
    EXPECT_EQ(document.text, "The bakers raised the price of bread.");
    EXPECT_EQ(document.source.digest(), DigestHex(page)) << document.uri;
    ExpectMapLeadsBack(document, page);
  }
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(WarcTest, JoinsChunks) {
  const std::string packed = Gzip(Page("In two pieces."));
  const std::string body = absl::StrCat(
      "5;a=b\r\n", packed.substr(0, 5), "\r\n", absl::Hex(packed.size() - 5),
      "\r\n", packed.substr(5), "\r\n0\r\nTrailer: x\r\n\r\n");
  const CollectingSink sink =
      ReadBytes(WarcRecord("response", "https://a.example/",
                           HttpAnswer(body,
                                      "Transfer-Encoding: Chunked\r\n"
                                      "Content-Encoding: gzip\r\n")));
  EXPECT_THAT(sink.Texts(), ElementsAre("In two pieces."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(WarcTest, PassesOverCodingsThatTheCrawlerUndid) {
  for (const char* headers :
       {"Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n",
        "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n"}) {
    const CollectingSink sink =
        ReadBytes(WarcRecord("response", "https://a.example/",
                             HttpAnswer(Page("Plain after all."), headers)));
    EXPECT_THAT(sink.Texts(), ElementsAre("Plain after all.")) << headers;
    EXPECT_THAT(sink.quarantines, IsEmpty());
  }
}

TEST(WarcTest, ReadsHeadersThatBendTheRules) {
  const std::string block =
      "HTTP/1.0 200\ncontent-type: TEXT/HTML\n\n" + Page("Bent, not broken.");
  const CollectingSink sink = ReadBytes(absl::StrCat(
      "WARC/0.18\nwarc-type:Response\ncontent-length :\n ", block.size(),
      "\nno colon here\nwarc-target-uri: <http://a.example/>\n\n", block,
      "\n\n\n\n\n", Ferry(2)));
  EXPECT_THAT(sink.Texts(),
              ElementsAre("Bent, not broken.", "Ferry 2 left the quay."));
  EXPECT_EQ(sink.documents[0].uri, "http://a.example/");
  EXPECT_EQ(sink.documents[0].external_id, "http://a.example/");
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

// What is wrong is reported, and the rest read.

// `record` with another Content-Length.
std::string Lying(std::string record, int by) {
  const size_t at = record.find("Content-Length: ") + 16;
  const size_t end = record.find('\r', at);
  const int length = std::stoi(record.substr(at, end - at));
  return record.replace(at, end - at, absl::StrCat(length + by));
}

TEST(BadWarcTest, EndsARecordWhereTheNextOneIsPackedByItself) {
  const CollectingSink sink =
      ReadBytes(Gzip(Lying(Ferry(1), 100)) + Gzip(Ferry(2)), {}, "a.warc.gz");
  EXPECT_THAT(sink.Texts(),
              ElementsAre("Ferry 1 left the quay.", "Ferry 2 left the quay."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(),
              AllOf(HasSubstr("https://a.example/1"), HasSubstr("cut short")));
}

TEST(BadWarcTest, SkipsToTheNextRecordBehindALengthThatIsTooShort) {
  for (const bool packed : {false, true}) {
    const std::string lying = Lying(Ferry(1), -9);
    const CollectingSink sink =
        ReadBytes(packed ? Gzip(lying) + Gzip(Ferry(2)) : lying + Ferry(2));
    EXPECT_THAT(sink.Texts(),
                ElementsAre("Ferry 1 left the", "Ferry 2 left the quay."));
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
    EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("bytes are skipped"));
  }
}

TEST(BadWarcTest, SaysWhatIsSkippedBehindALengthThatSwallowsRecords) {
  const CollectingSink sink =
      ReadBytes(Lying(Ferry(1), 150) + Ferry(2) + Ferry(3));
  ASSERT_EQ(sink.documents.size(), 2u);
  EXPECT_EQ(sink.documents[1].text, "Ferry 3 left the quay.");
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
}

TEST(BadWarcTest, GoesOnBehindADamagedMember) {
  std::string broken = Gzip(Ferry(2));
  std::fill(broken.begin() + 30, broken.end() - 8, '\x55');
  const CollectingSink sink =
      ReadBytes(Gzip(Ferry(1)) + broken + Gzip(Ferry(3)), {}, "a.warc.gz");
  EXPECT_EQ(sink.documents.front().text, "Ferry 1 left the quay.");
  EXPECT_EQ(sink.documents.back().text, "Ferry 3 left the quay.");
  ASSERT_FALSE(sink.quarantines.empty());
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("damaged at byte"));
}

TEST(BadWarcTest, GoesOnBehindADamagedFrame) {
  std::string broken = Zstd(Ferry(2));
  std::fill(broken.begin() + 12, broken.end(), '\x55');
  const CollectingSink sink =
      ReadBytes(Zstd(Ferry(1)) + broken + Zstd(Ferry(3)), {}, "a.warc.zst");
  EXPECT_EQ(sink.documents.front().text, "Ferry 1 left the quay.");
  EXPECT_EQ(sink.documents.back().text, "Ferry 3 left the quay.");
  EXPECT_FALSE(sink.quarantines.empty());
}

TEST(BadWarcTest, SaysWhereTheCrawlerCutAPage) {
  const CollectingSink sink = ReadBytes(
      WarcRecord("response", "https://a.example/", HttpAnswer(Page("Half")),
                 "WARC-Truncated: length\r\n"));
  EXPECT_THAT(sink.Texts(), ElementsAre("Half"));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(),
              HasSubstr("cut short by the crawler: length"));
}

TEST(BadWarcTest, SaysThatTheFileEndsInsideARecordThatIsSkipped) {
  const std::string bytes =
      Ferry(1) + WarcRecord("request", "https://a.example/2", "GET / HTTP/1.1");
  const CollectingSink sink = ReadBytes(bytes.substr(0, bytes.size() - 9));
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(),
              AllOf(HasSubstr("https://a.example/2"), HasSubstr("cut short")));
}

TEST(BadWarcTest, KeepsWhatThereIsOfAPayloadThatBreaksOff) {
  std::string words;
  for (int i = 0; i < 2000; ++i) absl::StrAppend(&words, i * 7919 % 613, " ");
  const std::string packed = Gzip(Page(words));
  const auto record = [](absl::string_view body, absl::string_view headers) {
    return WarcRecord("response", "https://a.example/",
                      HttpAnswer(body, headers));
  };
  for (const std::string& bytes :
       {record(packed.substr(0, packed.size() / 2),
               "Content-Encoding: gzip\r\n"),
        record(absl::StrCat("ff0\r\n", Page(words).substr(0, 2000)),
               "Transfer-Encoding: chunked\r\n")}) {
    const CollectingSink sink = ReadBytes(bytes);
    ASSERT_EQ(sink.documents.size(), 1u);
    EXPECT_GT(sink.documents[0].text.size(), 1000u);
    ASSERT_FALSE(sink.quarantines.empty());
    EXPECT_EQ(sink.quarantines[0].code(), v1::QUARANTINE_CODE_MALFORMED);
    EXPECT_THAT(sink.quarantines[0].message(),
                HasSubstr("what comes before it is kept"));
  }
}

TEST(BadWarcTest, RefusesACodingThatIsNotRead) {
  const CollectingSink sink = ReadBytes(
      WarcRecord("response", "https://a.example/",
                 HttpAnswer("xyz", "Content-Encoding: compress\r\n")) +
      Ferry(1));
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_UNSUPPORTED));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("'compress'"));
}

TEST(BadWarcTest, ReportsRecordsWithoutLengthOrStatus) {
  const CollectingSink sink = ReadBytes(
      "WARC/1.0\r\nWARC-Type: response\r\n\r\n" +
      WarcRecord("response", "https://a.example/", "<p>No status") + Ferry(1));
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED,
                                        v1::QUARANTINE_CODE_MALFORMED));
}

// Limits.

TEST(WarcLimitTest, SkipsARecordOverTheLimitAndReadsTheNext) {
  Limits limits;
  limits.max_record_bytes = 1000;
  const std::string bytes =
      WarcPage("https://a.example/long", Page(std::string(5000, 'x'))) +
      WarcRecord("response", "https://a.example/packed",
                 HttpAnswer(Gzip(Page(std::string(5000, 'x'))),
                            "Content-Encoding: gzip\r\n")) +
      WarcRecord("request", "https://a.example/", std::string(5000, 'y')) +
      Ferry(1);
  const CollectingSink sink = ReadBytes(bytes, limits);
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_TOO_LARGE,
                                        v1::QUARANTINE_CODE_TOO_LARGE));
  EXPECT_THAT(sink.quarantines[0].message(),
              AllOf(HasSubstr("https://a.example/long"),
                    HasSubstr("max_record_bytes")));
}

TEST(WarcLimitTest, StopsABombInAPayloadAndReadsTheNextRecord) {
  const CollectingSink sink =
      ReadBytes(WarcRecord("response", "https://a.example/",
                           HttpAnswer(Gzip(std::string(64 << 20, ' ')),
                                      "Content-Encoding: gzip\r\n")) +
                Ferry(1));
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_inflate_ratio"));
}

TEST(WarcLimitTest, SkipsHeadersOverTheLimit) {
  Limits limits;
  limits.max_header_bytes = 400;
  const std::string pad =
      absl::StrCat("X-Pad: ", std::string(500, 'x'), "\r\n");
  const CollectingSink sink = ReadBytes(
      WarcRecord("response", "https://a.example/", HttpAnswer("", pad)) +
          WarcRecord("request", "https://a.example/", "", pad) + Ferry(1),
      limits);
  EXPECT_THAT(sink.Texts(), ElementsAre("Ferry 1 left the quay."));
  EXPECT_THAT(sink.Codes(), ::testing::Contains(v1::QUARANTINE_CODE_LIMIT));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_header_bytes"));
}

// Whatever the bytes.

void ExpectSound(const CollectingSink& sink) {
  ASSERT_FALSE(sink.documents.empty() && sink.quarantines.empty() &&
               sink.skipped.empty());
  for (const Document& document : sink.documents) {
    ExpectValidUtf8WithoutNul(document.text);
    ExpectValidUtf8WithoutNul(document.uri);
  }
  for (const v1::Quarantine& quarantine : sink.quarantines) {
    ASSERT_NE(quarantine.code(), v1::QUARANTINE_CODE_UNSPECIFIED);
    ExpectValidUtf8WithoutNul(quarantine.message());
  }
}

std::vector<std::string> FerryRecords() {
  std::vector<std::string> records;
  for (int i = 0; i < 6; ++i) records.push_back(Ferry(i));
  return records;
}

TEST(WarcPropertyTest, AnyCutKeepsTheRecordsBeforeItAndSaysSo) {
  std::string plain, packed;
  for (const std::string& record : FerryRecords()) {
    plain += record;
    packed += Gzip(record);
  }
  const std::vector<std::string> whole = ReadBytes(plain).Texts();
  for (const std::string& bytes : {plain, packed}) {
    size_t most = 0;
    for (size_t cut = 5; cut < bytes.size(); ++cut) {
      const CollectingSink sink = ReadBytes(bytes.substr(0, cut));
      ASSERT_NO_FATAL_FAILURE(ExpectSound(sink));
      const std::vector<std::string> kept = sink.Texts();
      // The last may be half a tag, which looks like a word.
      ASSERT_GE(kept.size() + 1, most) << "more data, fewer records";
      most = std::max(most, kept.size());
      for (size_t i = 0; i + 1 < kept.size(); ++i) ASSERT_EQ(kept[i], whole[i]);
    }
    EXPECT_EQ(most, whole.size());
  }
}

TEST(WarcPropertyTest, HowTheRecordsArePackedMakesNoDifference) {
  std::string plain;
  for (const std::string& record : FerryRecords()) plain += record;
  const std::vector<std::string> whole = ReadBytes(plain).Texts();
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::string bytes;
    for (size_t at = 0; at < plain.size();) {
      const size_t length = random() % 300;
      bytes += Gzip(absl::string_view(plain).substr(at, length));
      at += length;
    }
    const CollectingSink sink = ReadBytes(bytes);
    ASSERT_EQ(sink.Texts(), whole);
    ASSERT_THAT(sink.quarantines, IsEmpty());
  }
}

TEST(WarcPropertyTest, HoldsForAnyByteOfGoodDataChanged) {
  std::string plain, packed;
  for (int i = 0; i < 3; ++i) {
    plain += Ferry(i);
    packed += Gzip(Ferry(i));
  }
  std::mt19937 random(5);
  for (const std::string& good : {plain, packed}) {
    for (size_t at = 5; at < good.size(); ++at) {
      std::string bytes = good;
      bytes[at] ^= static_cast<char>(1 + random() % 255);
      ASSERT_NO_FATAL_FAILURE(ExpectSound(ReadBytes(bytes)));
    }
  }
}

}  // namespace
}  // namespace concord
