// Drops of Zstandard data. What does not depend on the way of packing is tested
// with gzip data.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
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
                         const std::string& name = "a.zst") {
  TempFolder folder;
  return Read({folder.Write(name, bytes)}, limits);
}

std::string Lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    absl::StrAppend(&lines, "{\"text\":\"The ferry carried ", i * 7919 % 613,
                    " people.\"}\n");
  }
  return lines;
}

TEST(ZstdTest, ReadsEveryFormatByWhatTheDataHold) {
  TempFolder folder;
  folder.Write("a.txt.zst", Zstd("The mill burnt down."));
  folder.Write("b.jsonl.zst", Zstd("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}"));
  folder.Write("c.html.zst", Zstd("<!doctype html><p>A weir gave way."));
  folder.Write("d.txt", Zstd("Packed, whatever its name."));
  const CollectingSink sink = Read({folder.path()});
  EXPECT_THAT(sink.Texts(),
              ElementsAre("The mill burnt down.", "One.", "Two.",
                          "A weir gave way.", "Packed, whatever its name."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(ZstdTest, TakesTheContentForTheSource) {
  const std::string page = "<!doctype html><p>Bread &amp; butter</p>";
  const CollectingSink sink = ReadBytes(Zstd(page), {}, "a.html.zst");
  ASSERT_EQ(sink.documents.size(), 1u);
  EXPECT_EQ(sink.documents[0].source.bytes(), page.size());
  EXPECT_EQ(sink.documents[0].source.digest(), DigestHex(page));
  ExpectMapLeadsBack(sink.documents[0], page);
}

TEST(ZstdTest, ReadsFramesInARowAsOneContentAndSkipsSkippableOnes) {
  const std::string skippable("\x53\x2A\x4D\x18\x03\0\0\0abc", 11);
  const CollectingSink sink =
      ReadBytes(Zstd("{\"text\":\"Half a ") + skippable +
                Zstd("line.\"}\n{\"text\":\"More.\"}"));
  EXPECT_THAT(sink.Texts(), ElementsAre("Half a line.", "More."));
  EXPECT_THAT(sink.quarantines, IsEmpty());
}

TEST(ZstdTest, KeepsWhatAWrongChecksumIsOf) {
  std::string bytes = Zstd("The vote was counted twice.");
  bytes.back() ^= 1;
  const CollectingSink sink = ReadBytes(bytes);
  EXPECT_THAT(sink.Texts(), ElementsAre("The vote was counted twice."));
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  EXPECT_THAT(sink.quarantines[0].message(),
              ::testing::AllOf(HasSubstr("Zstandard data damaged at byte"),
                               HasSubstr("what comes before it is kept")));
}

TEST(ZstdTest, RefusesZstandardDataInGzipData) {
  EXPECT_THAT(ReadBytes(Gzip(Zstd("Packed twice."))).Codes(),
              ElementsAre(v1::QUARANTINE_CODE_UNSUPPORTED));
}

TEST(ZstdLimitTest, StopsABomb) {
  // 64 MiB of blanks in some 6 KiB.
  const std::string bomb = Zstd(std::string(64 << 20, ' '));
  for (const char* name : {"a.txt.zst", "a.jsonl.zst", "a.html.zst"}) {
    const CollectingSink sink = ReadBytes(bomb, {}, name);
    EXPECT_THAT(sink.documents, IsEmpty());
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
    EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_inflate_ratio"));
  }
}

TEST(ZstdLimitTest, AllowsNoWindowOverTheLimit) {
  const std::string bytes = Zstd(Lines(2), 20);
  Limits limits;
  limits.max_window_bytes = 1 << 20;
  EXPECT_EQ(ReadBytes(bytes, limits).documents.size(), 2u);
  limits.max_window_bytes = 1 << 19;
  const CollectingSink sink = ReadBytes(bytes, limits, "a.jsonl.zst");
  EXPECT_THAT(sink.documents, IsEmpty());
  ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_LIMIT));
  EXPECT_THAT(sink.quarantines[0].message(), HasSubstr("max_window_bytes"));
}

TEST(ZstdPropertyTest, AnyCutOfLinesKeepsTheLinesBeforeItAndSaysSo) {
  const std::string bytes = Zstd(Lines(20)) + Zstd(Lines(20));
  const std::string name = "a.jsonl.zst";
  const std::vector<std::string> whole = ReadBytes(bytes, {}, name).Texts();
  const size_t first_frame = Zstd(Lines(20)).size();
  ASSERT_EQ(whole.size(), 40u);
  for (size_t cut = 4; cut < bytes.size(); ++cut) {
    const CollectingSink sink = ReadBytes(bytes.substr(0, cut), {}, name);
    const std::vector<std::string> kept = sink.Texts();
    ASSERT_TRUE(std::equal(kept.begin(), kept.end(), whole.begin()));
    if (cut == first_frame) continue;
    ASSERT_THAT(sink.Codes(), ElementsAre(v1::QUARANTINE_CODE_MALFORMED));
  }
}

TEST(ZstdPropertyTest, HoldsForAnyByteOfGoodDataChanged) {
  const std::string good = Zstd(Lines(8)) + Zstd(Lines(2));
  std::mt19937 random(5);
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] ^= static_cast<char>(1 + random() % 255);
    const CollectingSink sink = ReadBytes(bytes);
    ASSERT_FALSE(sink.documents.empty() && sink.quarantines.empty());
    for (const Document& document : sink.documents) {
      ExpectValidUtf8WithoutNul(document.text);
    }
  }
}

}  // namespace
}  // namespace concord
