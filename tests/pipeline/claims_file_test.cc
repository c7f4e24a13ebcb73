#include "engine/pipeline/claims_file.h"

#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/ingest/packed_bytes.h"

namespace concord {
namespace {

std::string FileWith(const std::string& bytes) {
  const std::string path =
      absl::StrCat(::testing::TempDir(), "/concord-claims-file");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(ClaimsFileTest, TakesNumbersAsIds) {
  const auto read = ReadClaims({FileWith("{\"id\":7,\"text\":\"a\"}\n")}, {});
  ASSERT_EQ(read.items.size(), 1u);
  EXPECT_EQ(read.items[0].id, "7");
}

TEST(ClaimsFileTest, GivesTheLineNumberWhereThereIsNoId) {
  const auto read = ReadClaims({FileWith("\n{\"text\":\"a\"}\n")}, {});
  ASSERT_EQ(read.items.size(), 1u);
  EXPECT_EQ(read.items[0].id, "2");
}

TEST(ClaimsFileTest, QuarantinesAnIdWithOtherWords) {
  const auto read = ReadClaims(
      {FileWith("{\"id\":1,\"text\":\"a\"}\n{\"id\":1,\"text\":\"b\"}\n")}, {});
  EXPECT_EQ(read.items.size(), 1u);
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_ID_CLASH);
}

TEST(ClaimsFileTest, KeepsTheSameClaimOnce) {
  const auto read = ReadClaims(
      {FileWith("{\"id\":1,\"text\":\"a\"}\n{\"id\":1,\"text\":\"a\"}\n")}, {});
  EXPECT_EQ(read.items.size(), 1u);
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_DUPLICATE);
}

TEST(ClaimsFileTest, APairNeedsBothSides) {
  const auto read = ReadPairs({FileWith("{\"a\":\"x\"}\n")}, {});
  EXPECT_TRUE(read.items.empty());
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_MISSING_FIELD);
}

TEST(ClaimsFileTest, NumbersPlainLinesAcrossFiles) {
  const std::string path = FileWith("one\n\nthree\n");
  const auto read = ReadPlainLines({path}, {});
  ASSERT_EQ(read.items.size(), 2u);
  EXPECT_EQ(read.items[1].id, "3");
  EXPECT_EQ(read.items[1].text, "three");
}

TEST(ClaimsFileTest, RefusesLinesOverTheLimit) {
  Limits limits;
  limits.max_record_bytes = 8;
  const auto read =
      ReadPlainLines({FileWith("short\nmuch too long\n")}, limits);
  EXPECT_EQ(read.items.size(), 1u);
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_TOO_LARGE);
}

TEST(ClaimsFileTest, ReadsPackedFiles) {
  const std::string lines =
      "{\"id\":1,\"text\":\"a\",\"a\":\"b\",\"b\":\"c\"}\n";
  for (const std::string& bytes : {Gzip(lines), Zstd(lines)}) {
    EXPECT_EQ(ReadClaims({FileWith(bytes)}, {}).items.size(), 1u);
    EXPECT_EQ(ReadPairs({FileWith(bytes)}, {}).items.size(), 1u);
    EXPECT_EQ(ReadPlainLines({FileWith(bytes)}, {}).items.size(), 1u);
  }
}

TEST(ClaimsFileTest, KeepsTheLinesBeforeDamageAndCallsItMalformed) {
  const std::string bytes = Gzip("one\ntwo\n");
  const auto read =
      ReadPlainLines({FileWith(bytes.substr(0, bytes.size() - 4))}, {});
  EXPECT_EQ(read.items.size(), 2u);
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_MALFORMED);
}

TEST(ClaimsFileTest, StopsABombAndCallsItALimit) {
  const auto read = ReadClaims({FileWith(Gzip(std::string(8 << 20, ' ')))}, {});
  EXPECT_TRUE(read.items.empty());
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_LIMIT);
}

TEST(ClaimsFileTest, NamesAFileThatIsNotThere) {
  const auto read = ReadPairs({"/no/such/file"}, {});
  ASSERT_EQ(read.quarantines.size(), 1u);
  EXPECT_EQ(read.quarantines[0].code(), v1::QUARANTINE_CODE_MISSING);
}

}  // namespace
}  // namespace concord
