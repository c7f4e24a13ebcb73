#include "tests/pipeline/run_drop.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"
#include "engine/pipeline/stream_reader.h"
#include "gtest/gtest.h"
#include "tests/test_path.h"

namespace concord {
namespace {

std::string JsonString(absl::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
      absl::StrAppendFormat(&out, "\\u%04x", static_cast<unsigned char>(c));
    } else {
      out.push_back(c);
    }
  }
  return out + "\"";
}

}  // namespace

std::string WriteDrop(const std::string& name,
                      const std::vector<TestArticle>& articles) {
  const std::string path =
      absl::StrCat(::testing::TempDir(), "/concord-", name, ".jsonl");
  std::ofstream out(path, std::ios::binary);
  for (const TestArticle& article : articles) {
    out << "{\"id\":" << JsonString(article.id)
        << ",\"outlet\":" << JsonString(article.outlet)
        << ",\"published\":" << JsonString(article.published)
        << ",\"text\":" << JsonString(article.text) << "}\n";
  }
  return path;
}

std::string RunToBytes(DropVerb verb, const std::vector<std::string>& drops,
                       int threads) {
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  PipelineOptions options;
  options.threads = threads;
  EXPECT_TRUE(RunDropVerb(verb, drops, options, writer).ok());
  return bytes;
}

std::vector<v1::Record> RecordsOf(const std::string& bytes) {
  std::vector<v1::Record> records;
  StreamReader reader(bytes);
  for (;;) {
    absl::StatusOr<std::optional<v1::Record>> record = reader.Next();
    EXPECT_TRUE(record.ok()) << record.status();
    if (!record.ok() || !record->has_value()) return records;
    records.push_back(**record);
  }
}

std::vector<std::string> SampleFiles() {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(TestPath("data/sample"))) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace concord
