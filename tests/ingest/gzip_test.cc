// Drops of gzip data: what they hold is read, and what is wrong with them said.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/unpack_reader.h"
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

CollectingSink ReadBytes(const std::string& bytes, const Limits& limits = {},
                         const std::string& name = "a.gz") {
  TempFolder folder;
  return Read({folder.Write(name, bytes)}, limits);
}

// JSON lines of `count` articles, each about something else.
std::string Lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    absl::StrAppend(&lines, "{\"id\":", i, ",\"text\":\"Ferry ", i * i,
                    " left the quay at noon with ", i * 7919 % 613,
                    " aboard.\"}\n");
  }
  return lines;
}

// Bytes that do not compress.
std::string Noise(size_t size, uint32_t seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST(GzipTest, ReadsEveryFormatByWhatTheDataHold) {
  TempFolder folder;
  folder.Write("a.txt.gz", Gzip("The mill burnt down."));
  folder.Write("b.jsonl.gz",
               Gzip("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"));
  folder.Write("c.html.gz", Gzip("<!doctype html><p>A weir gave way."));
  folder.Write("d.json.gz", Gzip("{\n\"text\": \"Three.\"\n}\n"));
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(sink.Texts(), ElementsAre("The mill burnt down.", "One.", "Two.",
                                        "A weir gave way.", "Three."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(GzipTest, TellsTheDataByTheirFirstBytesWhateverTheName) {
  TempFolder folder;
  folder.Write("a.txt", Gzip("Packed all the same."));
  folder.Write("b.gz", "Not packed at all.");
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(sink.Texts(),
              ElementsAre("Packed all the same.", "Not packed at all."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(GzipTest, TakesTheContentForTheSource) {
  const std::string page = "<!doctype html><p>Bread &amp; butter</p>";
  const CollectingSink sink = ReadBytes(Gzip(page), {}, "a.html.gz");
  ASSERT_EQ(sink.documents.size(), 1u);
  const Document& document = sink.documents[0];
  EXPECT_EQ(document.external_id, "a.html.gz");
  EXPECT_EQ(document.source.bytes(), page.size());
  EXPECT_EQ(document.source.digest(), DigestHex(page));
  ExpectMapLeadsBack(document, page);
}

TEST(GzipTest, CountsLinesAndOffsetsInTheContent) {
  const CollectingSink sink =
      ReadBytes(Gzip("{\"text\":\"A.\"}\n") + Gzip("{\"text\":\"B.\"}\n"));
  ASSERT_EQ(sink.documents.size(), 2u);
  EXPECT_EQ(sink.documents[1].source.line(), 2u);
  EXPECT_EQ(sink.documents[1].source.record_offset(), 14u);
}

TEST(GzipTest, ReadsMembersInARowAsOneContent) {
  const CollectingSink sink = ReadBytes(Gzip("{\"text\":\"Half a ") + Gzip("") +
                                        Gzip("line.\"}\n{\"text\":\"More.\"}"));
  EXPECT_THAT(sink.Texts(), ElementsAre("Half a line.", "More."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(GzipTest, ReadsMoreThanAChunkOfDataAndOfContent) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) absl::StrAppend(&text, i, " ");
  const CollectingSink sink = ReadBytes(Gzip(text));
  ASSERT_EQ(sink.documents.size(), 1u);
  EXPECT_EQ(sink.documents[0].text, text);
}

TEST(GzipTest, PassesOverZerosBehindTheLastMember) {
  const CollectingSink sink =
      ReadBytes(Gzip("Padded for a tape.") + std::string(200'000, '\0'));
  EXPECT_THAT(sink.Texts(), ElementsAre("Padded for a tape."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(GzipTest, ReportsDataThatHoldNothing) {
  EXPECT_THAT(ReadBytes(Gzip("")).Codes(),
              ElementsAre(v1::QUARANTINE_CODE_EMPTY));
}

TEST(GzipTest, RefusesGzipDataInGzipData) {
  const CollectingSink sink = ReadBytes(Gzip(Gzip("Packed twice.")));
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_UNSUPPORTED));
  EXPECT_THAT(sink.documents, IsEmpty());
}

TEST(GzipTest, SaysWhatElseTheDataHold) {
  const CollectingSink sink = ReadBytes(Gzip("%PDF-1.7 and so on"));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_UNSUPPORTED));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("PDF"));
}

// Damage: what comes before it is kept.

TEST(DamagedGzipTest, KeepsTheMembersBeforeADamagedOne) {
  std::string broken = Gzip("{\"text\":\"Lost.\"}\n");
  std::fill(broken.begin() + 10, broken.end(), '\xFF');
  const CollectingSink sink = ReadBytes(Gzip(Lines(3)) + broken);
  EXPECT_EQ(sink.documents.size(), 3u);
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_EQ(sink.quarantines[0].source(), "a.gz:4");
  EXPECT_EQ(sink.quarantines[0].offset(), Lines(3).size());
  EXPECT_THAT(sink.quarantines[0].message(),
              ::testing::AllOf(HasSubstr("damaged at byte"),
                               HasSubstr("get the file again")));
}

TEST(DamagedGzipTest, KeepsWhatAWrongChecksumIsOf) {
  std::string bytes = Gzip("The vote was counted twice.");
  bytes[bytes.size() - 8] ^= 1;
  const CollectingSink sink = ReadBytes(bytes);
  EXPECT_THAT(sink.Texts(), ElementsAre("The vote was counted twice."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("incorrect data check"));
}

TEST(DamagedGzipTest, KeepsWhatComesBeforeSomethingElse) {
  const CollectingSink sink = ReadBytes(Gzip("A whole text.") + "trailer");
  EXPECT_THAT(sink.Texts(), ElementsAre("A whole text."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(),
              HasSubstr("followed by something else"));
}

TEST(DamagedGzipTest, KeepsALineThatIsWholeThoughItsBreakIsLost) {
  const std::string bytes = Gzip("{\"text\":\"Whole.\"}");
  const CollectingSink sink = ReadBytes(bytes.substr(0, bytes.size() - 8));
  EXPECT_THAT(sink.Texts(), ElementsAre("Whole."));
  EXPECT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
}

// Limits.

TEST(GzipLimitTest, ReadsContentAsLongAsTheLimitAndNoByteMore) {
  const std::string text = "Twenty bytes of text";
  Limits limits;
  limits.max_inflated_bytes = text.size();
  EXPECT_THAT(ReadBytes(Gzip(text), limits).Texts(), ElementsAre(text));
  limits.max_inflated_bytes = text.size() - 1;
  const CollectingSink sink = ReadBytes(Gzip(text), limits);
  EXPECT_THAT(sink.documents, IsEmpty()) << "a text cut by us is no text";
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
  EXPECT_THAT(sink.quarantines[0].message(),
              ::testing::AllOf(HasSubstr("max_inflated_bytes"),
                               HasSubstr("nothing of it is read")));
}

TEST(GzipLimitTest, KeepsTheLinesBeforeTheLimit) {
  Limits limits;
  limits.max_inflated_bytes = Lines(2).size() + 5;
  const CollectingSink sink = ReadBytes(Gzip(Lines(9)), limits);
  EXPECT_EQ(sink.documents.size(), 2u);
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
  EXPECT_THAT(sink.quarantines[0].message(),
              HasSubstr("the lines before it are kept"));
}

TEST(GzipLimitTest, StopsABomb) {
  // 64 MiB of blanks in 64 KiB; with a name that has them read as lines, one
  // line without an end.
  const std::string bomb = Gzip(std::string(64 << 20, ' '));
  ASSERT_LT(bomb.size() * 1000, size_t{64} << 20);
  for (const char* name : {"a.txt.gz", "a.jsonl.gz", "a.html.gz"}) {
    const CollectingSink sink = ReadBytes(bomb, {}, name);
    EXPECT_THAT(sink.documents, IsEmpty());
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
    EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_inflate_ratio"));
  }
}

TEST(GzipLimitTest, InflatesNoMoreThanTheRatioAndAChunkAtATime) {
  TempFolder folder;
  const std::string bomb = Gzip(std::string(64 << 20, ' '));
  auto in = ByteReader::Open(folder.Write("a.gz", bomb));
  ASSERT_TRUE(in.ok());
  const Limits limits;
  UnpackReader content(*in, Packing::kGzip, limits);
  uint64_t total = 0;
  absl::StatusOr<absl::string_view> chunk;
  while ((chunk = content.Next()).ok()) {
    ASSERT_FALSE(chunk->empty());
    ASSERT_LE(chunk->size(), ByteSource::kChunkBytes);
    total += chunk->size();
  }
  EXPECT_TRUE(absl::IsResourceExhausted(chunk.status()));
  EXPECT_LE(total, limits.max_inflate_ratio * bomb.size());
}

TEST(GzipLimitTest, CountsTheRatioFromItsFirstBytesOn) {
  Limits limits;
  limits.inflate_ratio_from_bytes = 5000;
  const std::string blanks(4000, ' ');
  EXPECT_THAT(ReadBytes(Gzip(blanks + "x"), limits).Codes(), IsEmpty());
  limits.inflate_ratio_from_bytes = 3000;
  limits.max_inflate_ratio = 50;
  EXPECT_THAT(ReadBytes(Gzip(blanks + "x"), limits).Codes(),
              ElementsAre(v1::QUARANTINE_CODE_LIMIT));
}

// Whatever the bytes.

TEST(GzipPropertyTest, AnyCutOfLinesKeepsTheLinesBeforeItAndSaysSo) {
  const std::string name = "a.jsonl.gz";  // the head may be cut, too
  const std::string bytes = Gzip(Lines(40));
  const std::vector<std::string> whole = ReadBytes(bytes, {}, name).Texts();
  ASSERT_EQ(whole.size(), 40u);
  size_t most = 0;
  for (size_t cut = 2; cut < bytes.size(); ++cut) {
    const CollectingSink sink = ReadBytes(bytes.substr(0, cut), {}, name);
    const std::vector<std::string> kept = sink.Texts();
    ASSERT_GE(kept.size(), most) << "more data, fewer lines";
    most = kept.size();
    ASSERT_TRUE(std::equal(kept.begin(), kept.end(), whole.begin()));
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
    ASSERT_THAT(sink.quarantines[0].message(), HasSubstr("cut short"));
  }
  EXPECT_EQ(most, 40u) << "only the checksum is cut";
}

TEST(GzipPropertyTest, AnyCutOfATextKeepsTheBeginning) {
  const std::string text = Lines(30).substr(1);  // no JSON
  const std::string bytes = Gzip(text);
  for (size_t cut = 2; cut < bytes.size(); ++cut) {
    const CollectingSink sink = ReadBytes(bytes.substr(0, cut));
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
    for (const Document& document : sink.documents) {
      ASSERT_TRUE(absl::StartsWith(text, document.text));
      ASSERT_EQ(sink.quarantines[0].offset(), document.text.size());
    }
  }
}

void ExpectSound(const CollectingSink& sink) {
  ASSERT_FALSE(sink.documents.empty() && sink.quarantines.empty());
  for (const Document& document : sink.documents) {
    ExpectValidUtf8WithoutNul(document.text);
  }
  for (const v1::Quarantine& quarantine : sink.quarantines) {
    ASSERT_NE(quarantine.code(), v1::QUARANTINE_CODE_UNSPECIFIED);
    ExpectValidUtf8WithoutNul(quarantine.message());
  }
}

TEST(GzipPropertyTest, HoldsForAnyBytesBehindTheSignature) {
  const std::string header("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  for (uint32_t seed = 0; seed < 600; ++seed) {
    const size_t kept = 2 + seed % (header.size() - 1);
    ASSERT_NO_FATAL_FAILURE(ExpectSound(
        ReadBytes(header.substr(0, kept) + Noise(seed % 97, seed))));
  }
}

TEST(GzipPropertyTest, HoldsForAnyByteOfGoodDataChanged) {
  const std::string good = Gzip(Lines(8)) + Gzip(Lines(2));
  std::mt19937 random(5);
  for (size_t at = 2; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] ^= static_cast<char>(1 + random() % 255);
    ASSERT_NO_FATAL_FAILURE(ExpectSound(ReadBytes(bytes)));
  }
}

// However content is parted into members, it is read as if it were not packed.
TEST(GzipPropertyTest, MembersMakeNoDifference) {
  const std::string lines = Lines(20);
  const std::vector<std::string> plain =
      ReadBytes(lines, {}, "a.jsonl").Texts();
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    std::string bytes;
    for (size_t at = 0; at < lines.size();) {
      const size_t length = random() % 200;
      bytes += Gzip(absl::string_view(lines).substr(at, length));
      at += length;
    }
    const CollectingSink sink = ReadBytes(bytes);
    ASSERT_EQ(sink.Texts(), plain);
    ASSERT_THAT(sink.quarantines, IsEmpty());
  }
}

}  // namespace
}  // namespace concord
