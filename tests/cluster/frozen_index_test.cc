#include "engine/cluster/frozen_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "bench/workload.h"
#include "engine/cluster/claim_index.h"
#include "engine/cluster/cluster.h"
#include "engine/cluster/frozen_format.h"
#include "engine/cluster/searcher.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

using ::testing::HasSubstr;

class FrozenIndexTest : public testing::Test {
 protected:
  void SetUp() override {
    WorkloadOptions workload = ShortClaims(60);
    workload.boilerplate_share = 0.4;
    workload.boilerplate_forms = 2;
    texts_ = GenerateTexts(workload);
    ClusterOptions options;
    options.bands = 4;
    options.max_postings = 8;
    ClaimIndex index(options, texts_.size());
    std::vector<Neighbor> neighbors;
    for (const std::string& text : texts_) index.Add(text, neighbors);
    for (const std::string& text : texts_) found_.push_back(index.Find(text));
    ASSERT_TRUE(index.Write(path_).ok());
    std::ifstream file(path_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
  }
  void TearDown() override { std::remove(path_.c_str()); }

  void Rewrite(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  // Opens, and where that succeeds, expects the answers of the index.
  absl::Status OpenAndCompare() {
    auto index = FrozenIndex::Open(path_, SketchKind::kClaims);
    if (!index.ok()) return index.status();
    Searcher searcher(index->view());
    for (size_t i = 0; i < texts_.size(); ++i) {
      EXPECT_EQ(searcher.Find(texts_[i]), found_[i]);
    }
    return absl::OkStatus();
  }

  const std::string path_ = testing::TempDir() + "/frozen_index_test";
  std::vector<std::string> texts_;
  std::vector<std::vector<Neighbor>> found_;
  std::string bytes_;
};

TEST_F(FrozenIndexTest, AnswersAsTheIndexDid) {
  EXPECT_TRUE(OpenAndCompare().ok());
}

TEST_F(FrozenIndexTest, EveryFlippedByteIsNoticedOrHarmless) {
  size_t noticed = 0;
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  const auto put = [&](size_t at, char byte) {
    file.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
  };
  for (size_t i = 0; i < bytes_.size(); ++i) {
    put(i, static_cast<char>(bytes_[i] ^ 0x40));
    noticed += !OpenAndCompare().ok();
    put(i, bytes_[i]);
  }
  // Only the padding between sections is not under a checksum.
  EXPECT_GE(noticed, bytes_.size() - kSectionCount * kSectionAlignment);
}

TEST_F(FrozenIndexTest, EveryCutIsNoticed) {
  for (size_t size = bytes_.size(); size > 7;) {
    size -= 7;
    std::filesystem::resize_file(path_, size);
    EXPECT_FALSE(OpenAndCompare().ok()) << size;
  }
}

TEST_F(FrozenIndexTest, AnotherSchemeIsRefusedByBothNames) {
  const absl::Status status =
      FrozenIndex::Open(path_, SketchKind::kDocuments).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()),
              HasSubstr(std::string(kShingleScheme)));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr(std::string(kDocumentScheme)));
}

TEST_F(FrozenIndexTest, AMissingFileIsNotFound) {
  EXPECT_EQ(
      FrozenIndex::Open(path_ + ".none", SketchKind::kClaims).status().code(),
      absl::StatusCode::kNotFound);
}

// A file may be made by somebody who knows how checksums are computed.
TEST_F(FrozenIndexTest, NonsenseUnderRightChecksumsIsRefused) {
  FrozenHeader header;
  std::memcpy(&header, bytes_.data(), sizeof(header));
  for (const FrozenSection section : {kLines, kBuckets, kOverflowCounts}) {
    std::string forged = bytes_;
    FrozenHeader changed = header;
    SectionPlace& place = changed.sections[section];
    std::fill_n(forged.begin() + static_cast<ptrdiff_t>(place.offset),
                place.bytes, '\xFF');
    place.checksum = FrozenChecksum(forged.data() + place.offset, place.bytes);
    changed.checksum = HeaderChecksum(changed);
    std::memcpy(forged.data(), &changed, sizeof(changed));
    Rewrite(forged);
    EXPECT_EQ(OpenAndCompare().code(), absl::StatusCode::kDataLoss) << section;
  }
}

TEST_F(FrozenIndexTest, NothingIsLeftBesideTheFile) {
  EXPECT_FALSE(std::ifstream(path_ + ".new").good());
}

}  // namespace
}  // namespace concord
