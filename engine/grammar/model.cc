#include "engine/grammar/model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/grammar/embedded_model.h"
#include "engine/grammar/model_layout.h"
#include "engine/grammar/tag.h"

namespace concord {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the file is read in place, and it is little-endian");

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(absl::StrCat("grammar model: ", what));
}

// A file of the right size and checksum, or why not.
absl::Status CheckWhole(absl::string_view bytes, const ModelHeader& header) {
  if (std::memcmp(header.magic, kModelMagic, sizeof(kModelMagic)) != 0) {
    return Damaged("does not begin as a model file does");
  }
  if (header.file_bytes != bytes.size()) {
    return Damaged(absl::StrCat("has ", bytes.size(), " bytes, should have ",
                                header.file_bytes));
  }
  if (header.checksum != ModelChecksum(bytes)) {
    return Damaged("does not match its checksum");
  }
  return absl::OkStatus();
}

// A file that this version of the engine can read, or why not.
absl::Status CheckScheme(const ModelHeader& header) {
  if (header.version != kModelVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat("grammar model: format version ", header.version,
                     "; this engine reads ", kModelVersion));
  }
  const absl::string_view scheme(header.scheme,
                                 strnlen(header.scheme, sizeof(header.scheme)));
  if (scheme != kGrammarScheme) {
    return absl::FailedPreconditionError(
        absl::StrCat("grammar model: scheme '", scheme,
                     "'; this engine reads '", kGrammarScheme, "'"));
  }
  return absl::OkStatus();
}

absl::Status CheckLayout(const ModelHeader& header) {
  size_t need = sizeof(ModelHeader);
  for (uint32_t i = 0; i < kSectionCount; ++i) {
    const uint32_t bits = header.section_bits[i];
    // Fewer rows than fill a cache line would end the next section's alignment.
    if (bits < 4 || bits > kMaxTableBits) return Damaged("has a wrong layout");
    need += kSectionRowBytes[i] << bits;
  }
  return need == header.file_bytes ? absl::OkStatus()
                                   : Damaged("has a wrong layout");
}

// A checksum tells damage, not malice: what is used as an index is checked.
absl::Status CheckLexicon(const LexiconEntry* entries, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    const uint8_t tag = entries[i].sure_tag;
    if (tag >= kTagCount && tag != LexiconEntry::kNotSure) {
      return Damaged("has a word with an unknown tag");
    }
  }
  return absl::OkStatus();
}

// A table of wide rows with its filter, which lives in `filter`.
WideTable ReadWide(const char* section, int bits,
                   std::vector<uint64_t>& filter) {
  // Eight bits a row: one hash in nine or so passes without a row.
  WideTable table;
  table.rows = reinterpret_cast<const WideRow*>(section);
  table.bits = bits;
  table.filter_bits = bits + 3;
  filter.assign(size_t{1} << (table.filter_bits - 6), 0);
  for (size_t i = 0; i < size_t{1} << bits; ++i) {
    const uint32_t at = table.rows[i].feature >> (32 - table.filter_bits);
    filter[at / 64] |= uint64_t{1} << (at % 64);
  }
  table.filter = filter.data();
  return table;
}

// Closes a file descriptor at the end of its scope.
struct FileCloser {
  int fd;
  ~FileCloser() { close(fd); }
};

absl::StatusOr<absl::string_view> MapFile(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("open ", path));
  const FileCloser closer{fd};
  struct stat info;
  if (fstat(fd, &info) != 0) {
    return absl::ErrnoToStatus(errno, absl::StrCat("stat ", path));
  }
  if (info.st_size == 0) return Damaged("is empty");
  const auto size = static_cast<size_t>(info.st_size);
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED) {
    return absl::ErrnoToStatus(errno, absl::StrCat("map ", path));
  }
  return absl::string_view(static_cast<const char*>(data), size);
}

}  // namespace

uint64_t ModelChecksum(absl::string_view file) {
  constexpr size_t kAt = offsetof(ModelHeader, checksum);
  const uint64_t head = XXH3_64bits(file.data(), kAt);
  const absl::string_view rest = file.substr(kAt + sizeof(uint64_t));
  return XXH3_64bits_withSeed(rest.data(), rest.size(), head);
}

absl::Status GrammarModel::Read() {
  if (bytes_.size() < sizeof(ModelHeader)) return Damaged("is cut short");
  ModelHeader header;
  std::memcpy(&header, bytes_.data(), sizeof(header));
  CONCORD_RETURN_IF_ERROR(CheckWhole(bytes_, header));
  CONCORD_RETURN_IF_ERROR(CheckScheme(header));
  CONCORD_RETURN_IF_ERROR(CheckLayout(header));
  const char* section[kSectionCount];
  const char* at = bytes_.data() + sizeof(header);
  for (uint32_t i = 0; i < kSectionCount; ++i) {
    section[i] = at;
    at += kSectionRowBytes[i] << header.section_bits[i];
  }
  const auto bits = [&](ModelSection s) {
    return static_cast<int>(header.section_bits[s]);
  };
  lexicon_ = reinterpret_cast<const LexiconEntry*>(section[kLexiconSection]);
  lexicon_bits_ = bits(kLexiconSection);
  tags_ = ReadWide(section[kTagSection], bits(kTagSection), tag_filter_);
  moves_ = {reinterpret_cast<const MoveRow*>(section[kMoveSection]),
            bits(kMoveSection)};
  labels_ =
      ReadWide(section[kLabelSection], bits(kLabelSection), label_filter_);
  return CheckLexicon(lexicon_, size_t{1} << lexicon_bits_);
}

const GrammarModel& GrammarModel::English() {
  // Never destroyed: parsers may outlive any order of destruction.
  static const GrammarModel& model = *[] {
    auto read = FromBytes(EmbeddedModel());
    if (!read.ok()) {
      std::fprintf(stderr, "concord: bug: the built-in %s\n",
                   std::string(read.status().message()).c_str());
      std::abort();
    }
    return read->release();
  }();
  return model;
}

absl::StatusOr<std::unique_ptr<const GrammarModel>> GrammarModel::Open(
    const std::string& path) {
  std::unique_ptr<GrammarModel> model(new GrammarModel);
  CONCORD_ASSIGN_OR_RETURN(model->bytes_, MapFile(path));
  model->mapped_ = true;
  CONCORD_RETURN_IF_ERROR(model->Read());
  return model;
}

absl::StatusOr<std::unique_ptr<const GrammarModel>> GrammarModel::FromBytes(
    absl::string_view bytes) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % kModelAlignment != 0) {
    return absl::InvalidArgumentError(
        "grammar model: bytes begin at no multiple of 64");
  }
  std::unique_ptr<GrammarModel> model(new GrammarModel);
  model->bytes_ = bytes;
  CONCORD_RETURN_IF_ERROR(model->Read());
  return model;
}

GrammarModel::~GrammarModel() {
  if (mapped_) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

LexiconEntry GrammarModel::Find(uint32_t form) const {
  const size_t mask = (size_t{1} << lexicon_bits_) - 1;
  size_t slot = SlotOf(form * 0x9E3779B1u, lexicon_bits_);
  for (uint32_t probe = 0; probe < kMaxProbes; ++probe) {
    const LexiconEntry& entry = lexicon_[slot];
    if (entry.form == form) return entry;
    if (entry.form == 0) break;
    slot = (slot + 1) & mask;
  }
  return {};
}

}  // namespace concord
