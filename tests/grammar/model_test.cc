#include "engine/grammar/model.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/grammar/model_layout.h"
#include "gtest/gtest.h"

namespace concord {
namespace {

// A model file on disk that is gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(absl::string_view bytes)
      : path_(testing::TempDir() + "/grammar_model_test") {
    std::ofstream(path_, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

absl::StatusCode OpenCode(absl::string_view bytes) {
  const TemporaryFile file(bytes);
  return GrammarModel::Open(file.path()).status().code();
}

std::string English() { return std::string(GrammarModel::English().bytes()); }

// A copy of bytes that begins where FromBytes wants it.
class AlignedBytes {
 public:
  explicit AlignedBytes(const std::string& bytes)
      : rows_(bytes.size() / sizeof(WideRow) + 1), size_(bytes.size()) {
    std::copy(bytes.begin(), bytes.end(), data());
  }
  char& operator[](size_t i) { return data()[i]; }
  size_t size() const { return size_; }
  absl::Status Read(size_t offset = 0) {
    const absl::string_view all(data(), size_);
    return GrammarModel::FromBytes(all.substr(offset)).status();
  }

 private:
  char* data() { return reinterpret_cast<char*>(rows_.data()); }

  std::vector<WideRow> rows_;
  size_t size_;
};

// Changes the header and makes the checksum right again.
template <typename Change>
std::string WithHeader(Change change) {
  std::string bytes = English();
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  change(header);
  std::memcpy(bytes.data(), &header, sizeof(header));
  header.checksum = ModelChecksum(bytes);
  std::memcpy(bytes.data(), &header, sizeof(header));
  return bytes;
}

TEST(GrammarModelTest, OpensACopyOfTheBuiltInModel) {
  EXPECT_EQ(OpenCode(English()), absl::StatusCode::kOk);
}

TEST(GrammarModelTest, StaysUnderNineMegabytes) {
  EXPECT_LE(English().size(), 9'000'000u);
}

TEST(GrammarModelTest, MissingFileIsNotFound) {
  const auto model = GrammarModel::Open("/nonexistent/english.model");
  EXPECT_EQ(model.status().code(), absl::StatusCode::kNotFound);
  EXPECT_NE(model.status().message().find("/nonexistent/english.model"),
            absl::string_view::npos);
}

TEST(GrammarModelTest, EmptyAndTruncatedFilesAreDamaged) {
  const std::string bytes = English();
  for (size_t size : {size_t{0}, size_t{1}, sizeof(ModelHeader) - 1,
                      sizeof(ModelHeader), bytes.size() - 1}) {
    EXPECT_EQ(OpenCode(bytes.substr(0, size)), absl::StatusCode::kDataLoss)
        << size;
  }
}

TEST(GrammarModelTest, LongerFileIsDamaged) {
  EXPECT_EQ(OpenCode(English() + "x"), absl::StatusCode::kDataLoss);
}

TEST(GrammarModelTest, EveryFlippedByteOfTheHeaderIsFound) {
  AlignedBytes bytes(English());
  for (size_t i = 0; i < sizeof(ModelHeader); ++i) {
    bytes[i] ^= 1;
    EXPECT_FALSE(bytes.Read().ok()) << i;
    bytes[i] ^= 1;
  }
}

TEST(GrammarModelTest, AFlippedByteOfAnySectionIsFound) {
  AlignedBytes bytes(English());
  ASSERT_TRUE(bytes.Read().ok());
  // A stride that is prime to every row size, so that all places are met.
  for (size_t i = 0; i < bytes.size(); i += bytes.size() / 97 + 1) {
    bytes[i] ^= 0x40;
    EXPECT_EQ(bytes.Read().code(), absl::StatusCode::kDataLoss) << i;
    bytes[i] ^= 0x40;
  }
}

TEST(GrammarModelTest, BytesThatBeginAnywhereAreRefused) {
  AlignedBytes bytes(English());
  EXPECT_EQ(bytes.Read(/*offset=*/1).code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(GrammarModelTest, AWordWithAnUnknownTagIsRefused) {
  std::string file = English();
  LexiconEntry entry;
  entry.sure_tag = 200;
  std::memcpy(&file[sizeof(ModelHeader)], &entry, sizeof(entry));
  ModelHeader header;
  std::memcpy(&header, file.data(), sizeof(header));
  header.checksum = ModelChecksum(file);
  std::memcpy(file.data(), &header, sizeof(header));
  EXPECT_EQ(AlignedBytes(file).Read().code(), absl::StatusCode::kDataLoss);
}

TEST(GrammarModelTest, AnotherVersionIsRefusedByNumber) {
  AlignedBytes bytes(WithHeader([](ModelHeader& h) { h.version = 9; }));
  const absl::Status status = bytes.Read();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(status.message().find("9"), absl::string_view::npos);
}

TEST(GrammarModelTest, AnotherSchemeIsRefusedByName) {
  AlignedBytes bytes(
      WithHeader([](ModelHeader& h) { std::strcpy(h.scheme, "other/v2"); }));
  const absl::Status status = bytes.Read();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(status.message().find("other/v2"), absl::string_view::npos);
}

TEST(GrammarModelTest, TablesThatDoNotFillTheFileAreRefused) {
  for (uint32_t bits : {0u, 3u, 30u, 0xFFFFFFFFu}) {
    AlignedBytes bytes(WithHeader(
        [&](ModelHeader& h) { h.section_bits[kMoveSection] = bits; }));
    EXPECT_EQ(bytes.Read().code(), absl::StatusCode::kDataLoss) << bits;
  }
}

}  // namespace
}  // namespace concord
