#include <google/protobuf/util/message_differencer.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/record_sink.h"
#include "engine/pipeline/stream_reader.h"
#include "gtest/gtest.h"
#include "tests/pipeline/sample_stream.h"

namespace concord {
namespace {

using google::protobuf::util::MessageDifferencer;

constexpr RecordFormat kFormats[] = {RecordFormat::kPbs, RecordFormat::kJsonl,
                                     RecordFormat::kTxtpb};

std::vector<v1::Record> ReadAll(const std::string& bytes) {
  std::vector<v1::Record> records;
  StreamReader reader(bytes);
  for (;;) {
    absl::StatusOr<std::optional<v1::Record>> record = reader.Next();
    EXPECT_TRUE(record.ok()) << record.status();
    if (!record.ok() || !record->has_value()) return records;
    records.push_back(**record);
  }
}

TEST(RecordStreamTest, EveryFormatReadsBackWhatWasWritten) {
  const std::vector<v1::Record> written = SampleRecords();
  for (RecordFormat format : kFormats) {
    const std::vector<v1::Record> read = ReadAll(Stream(written, format));
    ASSERT_EQ(read.size(), written.size() + 1);
    for (size_t i = 0; i < written.size(); ++i) {
      EXPECT_TRUE(MessageDifferencer::Equals(read[i], written[i]));
    }
    EXPECT_TRUE(read.back().has_trailer());
  }
}

TEST(RecordStreamTest, TrailerCountsTheRecords) {
  const v1::Trailer trailer =
      ReadAll(Stream(SampleRecords(), RecordFormat::kPbs)).back().trailer();
  std::map<std::string, uint32_t> counts;
  for (const v1::RecordCount& count : trailer.counts()) {
    counts[count.kind()] = count.count();
  }
  EXPECT_EQ(counts["article"], 2u);
  EXPECT_EQ(counts["claim"], 4u);
  EXPECT_EQ(counts["divergence"], 0u);
  EXPECT_EQ(counts.size(), 11u);
}

TEST(RecordStreamTest, JsonPrintsProtoFieldNamesAndZeroes) {
  const std::string json = Stream(SampleRecords(), RecordFormat::kJsonl);
  EXPECT_TRUE(absl::StrContains(json, "\"begin_byte\":0"));
  EXPECT_TRUE(absl::StrContains(json, "\"article_id\":"));
}

TEST(RecordStreamTest, RefusesKindsOutOfOrder) {
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  v1::Record claim, article;
  claim.mutable_claim();
  article.mutable_article();
  EXPECT_TRUE(writer.Write(claim).ok());
  EXPECT_TRUE(absl::IsInternal(writer.Write(article)));
}

TEST(RecordStreamTest, ReaderNamesTheOffsetOfATornRecord) {
  const std::string bytes = Stream(SampleRecords(), RecordFormat::kPbs);
  StreamReader reader(absl::string_view(bytes).substr(0, bytes.size() - 1));
  absl::StatusOr<std::optional<v1::Record>> record = reader.Next();
  while (record.ok() && record->has_value()) record = reader.Next();
  ASSERT_FALSE(record.ok());
  EXPECT_TRUE(absl::StrContains(record.status().message(), "ends inside"));
}

TEST(RecordStreamTest, ReaderRefusesLengthsThatNoRecordHas) {
  StreamReader reader("\xff\xff\xff\xff\x0f");
  EXPECT_FALSE(reader.Next().ok());
}

}  // namespace
}  // namespace concord
