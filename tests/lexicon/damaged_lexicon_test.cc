// A lexicon file that is damaged, cut, of another version, hostile or not there
// is an error that names the file, what is wrong, what was expected and found.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/lexicon_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/word_tables/lexicon_writer.h"

namespace concord {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string SmallFile() {
  LexiconRows rows;
  rows["went"].base = "go";
  rows["decision"].family = "decide";
  rows["up"].senses = {1, 4};
  rows["down"].broader = {2};
  return WriteLexicon(rows, 7).value();
}

// A lexicon file on disk that is gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(absl::string_view bytes)
      : path_(testing::TempDir() + "/damaged_lexicon_test") {
    std::ofstream(path_, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

absl::Status ReadStatus(absl::string_view bytes) {
  return Lexicon::FromBytes(bytes, "my.lexicon").status();
}

std::string Message(const absl::Status& status) {
  return std::string(status.message());
}

LexiconHeader HeaderOf(const std::string& bytes) {
  LexiconHeader header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  return header;
}

// A file whose checksums are right and whose content was changed.
std::string Forged(const std::function<void(LexiconHeader&)>& change_header,
                   const std::function<void(LexiconWord&)>& change_word) {
  std::string bytes = SmallFile();
  LexiconHeader header = HeaderOf(bytes);
  auto* words = reinterpret_cast<LexiconWord*>(
      bytes.data() + header.sections[kWordSection].offset);
  uint32_t slot = 0;
  while (words[slot].text == LexiconWord::kNone) ++slot;
  if (change_word) change_word(words[slot]);
  for (LexiconPlace& place : header.sections) {
    place.checksum =
        LexiconChecksum(bytes.data() + place.offset, AlignLexicon(place.bytes));
  }
  if (change_header) change_header(header);
  header.checksum = HeaderChecksum(header);
  std::memcpy(bytes.data(), &header, sizeof(header));
  return bytes;
}

TEST(DamagedLexiconTest, IsFoundWhicheverBitOfWhicheverByteFlips) {
  std::string bytes = SmallFile();
  ASSERT_TRUE(ReadStatus(bytes).ok());
  for (char& byte : bytes) {
    for (int bit = 0; bit < 8; ++bit) {
      byte = static_cast<char>(byte ^ (1 << bit));
      EXPECT_FALSE(ReadStatus(bytes).ok()) << &byte - bytes.data();
      byte = static_cast<char>(byte ^ (1 << bit));
    }
  }
}

TEST(DamagedLexiconTest, IsFoundWhereverItIsCut) {
  const std::string bytes = SmallFile();
  for (size_t size = 0; size < bytes.size(); ++size) {
    // A copy, so that a sanitizer sees what is read beyond the end.
    const std::string cut = bytes.substr(0, size);
    EXPECT_EQ(ReadStatus(cut).code(), absl::StatusCode::kDataLoss) << size;
  }
  EXPECT_FALSE(ReadStatus(bytes + '\0').ok());
}

TEST(DamagedLexiconTest, NamesTheFileTheSectionAndBothChecksums) {
  std::string bytes = SmallFile();
  bytes[HeaderOf(bytes).sections[kTextSection].offset] ^= 1;
  const std::string message = Message(ReadStatus(bytes));
  EXPECT_THAT(message, StartsWith("my.lexicon: lexicon: checksum of texts"));
  EXPECT_THAT(message, HasSubstr(": expected "));
  EXPECT_THAT(message, HasSubstr(", found "));
}

TEST(DamagedLexiconTest, NamesTheSizeThatACutFileShouldHave) {
  const std::string bytes = SmallFile();
  EXPECT_EQ(Message(ReadStatus(bytes.substr(0, 500))),
            absl::StrCat("my.lexicon: lexicon: bytes of the file: expected ",
                         bytes.size(), ", found 500"));
}

TEST(DamagedLexiconTest, OfAnotherVersionNamesBoth) {
  const std::string bytes =
      Forged([](LexiconHeader& header) { header.version = 2; }, nullptr);
  const absl::Status status = ReadStatus(bytes);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Message(status),
            "my.lexicon: lexicon: format version: expected 1, found 2");
}

TEST(DamagedLexiconTest, IsNoOtherFile) {
  EXPECT_THAT(Message(ReadStatus(std::string(300, '\xff'))),
              HasSubstr("magic: expected CNCRDLEX, found \\xff"));
}

TEST(DamagedLexiconTest, DoesNotLeadOutsideItself) {
  using Change = void (*)(LexiconWord&);
  for (const Change change : {
           Change([](LexiconWord& word) { word.text = 1 << 20; }),
           Change([](LexiconWord& word) { word.base = 1 << 20; }),
           Change([](LexiconWord& word) { word.family = 1 << 20; }),
           Change([](LexiconWord& word) { word.lists = 1 << 20; }),
           Change([](LexiconWord& word) { word.antonyms = 255; }),
           Change([](LexiconWord& word) { word.text = LexiconWord::kNone; }),
       }) {
    const std::string bytes = Forged(nullptr, change);
    EXPECT_EQ(ReadStatus(bytes).code(), absl::StatusCode::kDataLoss);
  }
}

TEST(DamagedLexiconTest, HasSectionsThatFillTheFile) {
  using Change = void (*)(LexiconHeader&);
  for (const Change change : {
           Change([](LexiconHeader& header) { header.buckets = 0; }),
           Change([](LexiconHeader& header) { header.slots = 0; }),
           Change([](LexiconHeader& header) { header.slots = 0xFFFFFFFF; }),
           Change([](LexiconHeader& header) { header.file_bytes = 1; }),
           Change([](LexiconHeader& header) {
             header.sections[kTextSection].bytes = 0;
           }),
           Change([](LexiconHeader& header) {
             header.sections[kTextSection].bytes = UINT64_MAX;
           }),
           Change([](LexiconHeader& header) {
             header.sections[kNumberSection].offset = UINT64_MAX - 63;
           }),
       }) {
    const std::string bytes = Forged(change, nullptr);
    EXPECT_EQ(ReadStatus(bytes).code(), absl::StatusCode::kDataLoss);
  }
}

TEST(DamagedLexiconTest, IsTakenOnlyAtAnAlignedAddress) {
  const std::string bytes = "?" + SmallFile();
  EXPECT_EQ(ReadStatus(absl::string_view(bytes).substr(1)).code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(OpenLexiconTest, MapsAFile) {
  const TemporaryFile file(SmallFile());
  const auto lexicon = Lexicon::Open(file.path());
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  EXPECT_EQ((*lexicon)->Base(*(*lexicon)->Find("went")), "go");
}

TEST(OpenLexiconTest, NamesAFileThatIsNotThere) {
  const absl::Status status = Lexicon::Open("/no/such.lexicon").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(Message(status), HasSubstr("/no/such.lexicon: lexicon: open"));
}

TEST(OpenLexiconTest, RefusesAFolderAndAnEmptyFile) {
  EXPECT_EQ(Lexicon::Open(testing::TempDir()).status().code(),
            absl::StatusCode::kInvalidArgument);
  const TemporaryFile file("");
  EXPECT_EQ(Lexicon::Open(file.path()).status().code(),
            absl::StatusCode::kDataLoss);
}

// In a process of its own, where no lexicon was chosen before.
using ChosenLexiconDeathTest = ::testing::Test;

TEST(ChosenLexiconDeathTest, IsTheOneTheEnvironmentNames) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const TemporaryFile file(SmallFile());
  EXPECT_EXIT(
      {
        setenv("CONCORD_LEXICON", file.path().c_str(), 1);
        std::_Exit(Lexicon::English().Find("children") == nullptr ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(ChosenLexiconDeathTest, EndsTheProcessWithAClearMessageWhereItIsBad) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        setenv("CONCORD_LEXICON", "/no/such.lexicon", 1);
        Lexicon::English();
      },
      ::testing::ExitedWithCode(2), "concord: /no/such.lexicon: lexicon: open");
}

}  // namespace
}  // namespace concord
