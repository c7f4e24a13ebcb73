// Every byte of a small store flipped: found out, or without effect.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/pipeline/record_sink.h"
#include "engine/store/check_store.h"
#include "engine/store/export.h"
#include "engine/store/store.h"
#include "gtest/gtest.h"
#include "tests/crash/crash_world.h"

namespace concord {
namespace {

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void WriteFile(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// The store's stream, or "" where it was refused.
std::string StreamOf(const std::string& folder) {
  auto store = Store::Open(folder, {});
  if (!store.ok()) return "";
  std::string bytes;
  StringSink sink(&bytes);
  RecordWriter writer(RecordFormat::kPbs, sink);
  return Export(**store, writer).ok() ? bytes : "";
}

bool SegmentsOpen(const std::string& folder) {
  auto store = Store::Open(folder, {});
  return store.ok() && (*store)->OpenIndex().ok();
}

TEST_F(CrashTest, FlippedByteIsFoundOutOrHarmless) {
  MakeWorld(1);
  ASSERT_TRUE(IngestOne(drops()[0]).ok());
  {
    // All of it in one file.
    auto store = Store::Open(folder(), {.write = true});
    ASSERT_TRUE(
        (*store)->database().Execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
  }
  const std::string whole = StreamOf(folder());
  ASSERT_NE(whole, "");
  const bool is_long = std::getenv("CONCORD_LONG") != nullptr;
  long flips = 0, found_out = 0, wrong = 0;
  std::vector<std::filesystem::path> files = {folder() + "/record.db"};
  for (const auto& entry :
       std::filesystem::directory_iterator(folder() + "/segments")) {
    files.push_back(entry.path());
  }
  for (const std::filesystem::path& file : files) {
    const bool is_record = file.filename() == "record.db";
    const std::string bytes = ReadFile(file);
    const size_t step = is_long ? 1 : bytes.size() / 30 + 1;
    for (size_t i = 0; i < bytes.size(); i += step) {
      std::string flipped = bytes;
      flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
      WriteFile(file, flipped);
      ++flips;
      const std::string stream = StreamOf(folder());
      const bool refused = is_record ? stream.empty() : !SegmentsOpen(folder());
      found_out += refused;
      if (is_record && !refused && stream != whole) {
        ++wrong;
        ADD_FAILURE() << file << ", byte " << i << ": another account";
      }
    }
    WriteFile(file, bytes);
  }
  std::printf("%ld flips: %ld found out, %ld without effect, %ld wrong\n",
              flips, found_out, flips - found_out - wrong, wrong);
}

}  // namespace
}  // namespace concord
