#include "engine/grammar/model.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>

#include "absl/status/status.h"
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

TEST(GrammarModelTest, StaysUnderEightMegabytes) {
  EXPECT_LE(English().size(), 8u << 20);
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
  std::string bytes = English();
  for (size_t i = 0; i < sizeof(ModelHeader); ++i) {
    bytes[i] ^= 1;
    EXPECT_FALSE(GrammarModel::FromBytes(bytes).ok()) << i;
    bytes[i] ^= 1;
  }
}

TEST(GrammarModelTest, AFlippedByteOfAnySectionIsFound) {
  std::string bytes = English();
  // A stride that is prime to every row size, so that all places are met.
  for (size_t i = 0; i < bytes.size(); i += bytes.size() / 97 + 1) {
    bytes[i] ^= 0x40;
    EXPECT_EQ(GrammarModel::FromBytes(bytes).status().code(),
              absl::StatusCode::kDataLoss)
        << i;
    bytes[i] ^= 0x40;
  }
}

TEST(GrammarModelTest, AnotherVersionIsRefusedByNumber) {
  const std::string bytes = WithHeader([](ModelHeader& h) { h.version = 9; });
  const auto model = GrammarModel::FromBytes(bytes);
  EXPECT_EQ(model.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(model.status().message().find("9"), absl::string_view::npos);
}

TEST(GrammarModelTest, AnotherSchemeIsRefusedByName) {
  const std::string bytes =
      WithHeader([](ModelHeader& h) { std::strcpy(h.scheme, "other/v2"); });
  const auto model = GrammarModel::FromBytes(bytes);
  EXPECT_EQ(model.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_NE(model.status().message().find("other/v2"), absl::string_view::npos);
}

TEST(GrammarModelTest, TablesThatDoNotFillTheFileAreRefused) {
  for (uint32_t bits : {0u, 3u, 30u, 0xFFFFFFFFu}) {
    const std::string bytes = WithHeader(
        [&](ModelHeader& h) { h.section_bits[kMoveSection] = bits; });
    EXPECT_EQ(GrammarModel::FromBytes(bytes).status().code(),
              absl::StatusCode::kDataLoss)
        << bits;
  }
}

}  // namespace
}  // namespace concord
