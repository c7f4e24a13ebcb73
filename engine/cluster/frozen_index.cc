#include "engine/cluster/frozen_index.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"
#include "engine/cluster/frozen_format.h"
#include "engine/cluster/similarity_index.h"

namespace concord {
namespace {

constexpr absl::string_view kRemedy = "; build the index anew";
// No honest file has more of either.
constexpr int32_t kMostBands = 4096;
constexpr int32_t kMostRows = 64;

absl::Status Damaged(const std::string& path, absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat(path, ": damaged index: ", what, kRemedy));
}

absl::Status CheckHeader(const std::string& path, const FrozenHeader& header,
                         SketchKind kind) {
  if (std::memcmp(header.magic, kFrozenMagic, sizeof(kFrozenMagic)) != 0) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, ": not an index of Concord"));
  }
  if (header.checksum != HeaderChecksum(header)) {
    return Damaged(path, "the header's checksum does not hold");
  }
  if (header.version != kFrozenVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, ": index layout is version ", header.version,
                     ", this program reads version ", kFrozenVersion, kRemedy));
  }
  const absl::string_view scheme(header.scheme,
                                 strnlen(header.scheme, sizeof(header.scheme)));
  if (scheme != SketchScheme(kind)) {
    return absl::FailedPreconditionError(absl::StrCat(
        path, ": index scheme is \"", scheme, "\", this program reads \"",
        SketchScheme(kind), "\"", kRemedy));
  }
  if (header.bands < 1 || header.bands > kMostBands || header.rows < 1 ||
      header.rows > kMostRows || header.max_postings < 1 ||
      !(header.threshold > 0 && header.threshold <= 1)) {
    return Damaged(path, "impossible options");
  }
  return absl::OkStatus();
}

// The sections of a mapped file, checked.
class Sections {
 public:
  Sections(const char* base, size_t bytes, const FrozenHeader& header)
      : base_(base), bytes_(bytes), header_(header) {}

  absl::Status Check(const std::string& path) const {
    for (const SectionPlace& place : header_.sections) {
      if (place.offset % kSectionAlignment != 0 || place.offset > bytes_ ||
          place.bytes > bytes_ - place.offset) {
        return Damaged(path, "a section lies outside the file");
      }
      if (FrozenChecksum(base_ + place.offset, place.bytes) != place.checksum) {
        return Damaged(path, absl::StrCat("the section at byte ", place.offset,
                                          " does not match its checksum"));
      }
    }
    return absl::OkStatus();
  }

  template <typename T>
  absl::Span<const T> Get(FrozenSection section) const {
    const SectionPlace& place = header_.sections[section];
    return {reinterpret_cast<const T*>(base_ + place.offset),
            place.bytes / sizeof(T)};
  }

 private:
  const char* const base_;
  const size_t bytes_;
  const FrozenHeader& header_;
};

bool LinesAreSound(absl::Span<const TextLine> lines, size_t text_bytes) {
  return std::all_of(lines.begin(), lines.end(), [&](const TextLine& line) {
    return line.text <= text_bytes && line.bytes <= text_bytes - line.text;
  });
}

// Splits buckets and overflow among the tables; false where they do not fit.
bool TakeTables(const Sections& sections, IndexView& view) {
  const auto buckets = sections.Get<Bucket>(kBuckets);
  auto overflow = sections.Get<Bucket>(kOverflow);
  const auto counts = sections.Get<uint64_t>(kOverflowCounts);
  const size_t tables = static_cast<size_t>(view.options.bands) + 1;
  const size_t each = buckets.size() / tables;
  if (counts.size() != tables) return false;
  for (size_t i = 0; i < tables; ++i) {
    if (counts[i] > overflow.size()) return false;
    const BandView table = {buckets.subspan(i * each, each),
                            overflow.first(counts[i])};
    overflow.remove_prefix(counts[i]);
    if (!table.IsSound(view.lines.size())) return false;
    if (i == 0) {
      view.identity = table;
    } else {
      view.bands.push_back(table);
    }
  }
  return true;
}

absl::StatusOr<IndexView> ViewOf(const std::string& path, const char* base,
                                 size_t bytes, SketchKind kind) {
  if (bytes < sizeof(FrozenHeader)) return Damaged(path, "too short");
  FrozenHeader header;
  std::memcpy(&header, base, sizeof(header));
  CONCORD_RETURN_IF_ERROR(CheckHeader(path, header, kind));
  const Sections sections(base, bytes, header);
  CONCORD_RETURN_IF_ERROR(sections.Check(path));

  IndexView view;
  view.kind = kind;
  view.options.threshold = header.threshold;
  view.options.bands = header.bands;
  view.options.rows = header.rows;
  view.options.max_postings = header.max_postings;
  view.lines = sections.Get<TextLine>(kLines);
  view.text_base =
      reinterpret_cast<uintptr_t>(sections.Get<char>(kTexts).data());
  if (!LinesAreSound(view.lines, sections.Get<char>(kTexts).size())) {
    return Damaged(path, "a text lies outside its section");
  }
  if (!TakeTables(sections, view)) {
    return Damaged(path, "a table does not hold together");
  }
  return view;
}

}  // namespace

absl::StatusOr<FrozenIndex> FrozenIndex::Open(const std::string& path,
                                              SketchKind kind) {
  const auto error = [&] {
    return absl::ErrnoToStatus(errno, absl::StrCat(path, ": cannot open"));
  };
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return error();
  struct stat info = {};
  if (fstat(fd, &info) != 0) {
    absl::Status status = error();
    close(fd);
    return status;
  }
  const size_t bytes = static_cast<size_t>(info.st_size);
  void* const map = bytes == 0
                        ? MAP_FAILED
                        : mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  if (map == MAP_FAILED) return Damaged(path, "it cannot be mapped");
  FrozenIndex index(map, bytes);
  CONCORD_ASSIGN_OR_RETURN(
      index.view_, ViewOf(path, static_cast<const char*>(map), bytes, kind));
  return index;
}

absl::string_view FrozenIndex::header() const {
  return {static_cast<const char*>(map_), sizeof(FrozenHeader)};
}

FrozenIndex::~FrozenIndex() {
  if (map_ != nullptr) munmap(map_, bytes_);
}

}  // namespace concord
