#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/cluster/frozen_format.h"
#include "engine/cluster/frozen_index.h"
#include "engine/cluster/similarity_index.h"

namespace concord {
namespace {

absl::Status Errno(absl::string_view what, const std::string& path) {
  return absl::ErrnoToStatus(errno, absl::StrCat(path, ": cannot ", what));
}

// A file that is removed again unless it is committed.
class NewFile {
 public:
  explicit NewFile(const std::string& path)
      : path_(path), temporary_(path + ".new") {}
  ~NewFile() {
    if (fd_ < 0) return;
    close(fd_);
    unlink(temporary_.c_str());
  }

  absl::Status Create() {
    fd_ = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
               0644);
    return fd_ < 0 ? Errno("create", temporary_) : absl::OkStatus();
  }

  absl::Status WriteAt(uint64_t offset, const void* data, size_t bytes) {
    const char* p = static_cast<const char*>(data);
    while (bytes > 0) {
      const ssize_t n = pwrite(fd_, p, bytes, static_cast<off_t>(offset));
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return Errno("write", temporary_);
      p += n;
      offset += static_cast<uint64_t>(n);
      bytes -= static_cast<size_t>(n);
    }
    return absl::OkStatus();
  }

  // Puts the file on disk, then in place.
  absl::Status Commit(uint64_t bytes) {
    if (ftruncate(fd_, static_cast<off_t>(bytes)) != 0 || fsync(fd_) != 0) {
      return Errno("write", temporary_);
    }
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
      return Errno("put in place", path_);
    }
    close(fd_);
    fd_ = -1;
    return absl::OkStatus();
  }

 private:
  const std::string path_;
  const std::string temporary_;
  int fd_ = -1;
};

// Writes section by section, each from pieces, which it gathers.
class Writer {
 public:
  explicit Writer(const std::string& path)
      : file_(path), hash_(XXH3_createState(), XXH3_freeState) {}

  absl::Status Begin() { return file_.Create(); }

  void BeginSection() {
    begin_ = end_ = AlignSection(end_);
    XXH3_64bits_reset_withSeed(hash_.get(), kFrozenSeed);
  }

  absl::Status Append(const void* data, size_t bytes) {
    if (gathered_.size() + bytes > kGatherBytes) {
      CONCORD_RETURN_IF_ERROR(Flush());
    }
    if (bytes > kGatherBytes) return Put(data, bytes);
    gathered_.append(static_cast<const char*>(data), bytes);
    return absl::OkStatus();
  }

  absl::Status EndSection(SectionPlace& place) {
    CONCORD_RETURN_IF_ERROR(Flush());
    place.offset = begin_;
    place.bytes = end_ - begin_;
    place.checksum = XXH3_64bits_digest(hash_.get());
    return absl::OkStatus();
  }

  absl::Status Finish(FrozenHeader& header) {
    header.checksum = HeaderChecksum(header);
    CONCORD_RETURN_IF_ERROR(file_.WriteAt(0, &header, sizeof(header)));
    return file_.Commit(end_);
  }

 private:
  static constexpr size_t kGatherBytes = size_t{1} << 20;

  absl::Status Flush() {
    CONCORD_RETURN_IF_ERROR(Put(gathered_.data(), gathered_.size()));
    gathered_.clear();
    return absl::OkStatus();
  }

  absl::Status Put(const void* data, size_t bytes) {
    CONCORD_RETURN_IF_ERROR(file_.WriteAt(end_, data, bytes));
    XXH3_64bits_update(hash_.get(), data, bytes);
    end_ += bytes;
    return absl::OkStatus();
  }

  NewFile file_;
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> hash_;
  std::string gathered_;
  uint64_t begin_ = 0;
  uint64_t end_ = sizeof(FrozenHeader);
};

FrozenHeader HeaderOf(const SimilarityIndex& index) {
  FrozenHeader header;
  std::memcpy(header.magic, kFrozenMagic, sizeof(kFrozenMagic));
  header.version = kFrozenVersion;
  header.bands = index.options.bands;
  header.rows = index.options.rows;
  header.max_postings = index.options.max_postings;
  header.threshold = index.options.threshold;
  const absl::string_view scheme = SketchScheme(index.kind);
  std::copy(scheme.begin(), scheme.end(), header.scheme);
  return header;
}

// Lines whose texts are counted from the first.
absl::Status WriteLines(const SimilarityIndex& index, Writer& writer) {
  uint64_t offset = 0;
  for (size_t id = 0; id < index.size; ++id) {
    TextLine line = index.lines[id];
    line.text = offset;
    offset += line.bytes;
    CONCORD_RETURN_IF_ERROR(writer.Append(&line, sizeof(line)));
  }
  return absl::OkStatus();
}

absl::Status WriteOverflow(const IndexView& view, Writer& writer,
                           std::vector<uint64_t>& counts) {
  std::vector<BandView> tables = {view.identity};
  tables.insert(tables.end(), view.bands.begin(), view.bands.end());
  for (const BandView& table : tables) {
    counts.push_back(table.overflow.size());
    CONCORD_RETURN_IF_ERROR(writer.Append(
        table.overflow.data(), table.overflow.size() * sizeof(Bucket)));
  }
  return absl::OkStatus();
}

absl::Status WriteTexts(const IndexView& view, Writer& writer) {
  for (uint32_t id = 0; id < view.lines.size(); ++id) {
    const absl::string_view text = view.TextOf(id);
    CONCORD_RETURN_IF_ERROR(writer.Append(text.data(), text.size()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteFrozenIndex(const SimilarityIndex& index,
                              const std::string& path) {
  const IndexView view = index.view();
  FrozenHeader header = HeaderOf(index);
  Writer writer(path);
  std::vector<uint64_t> counts;
  CONCORD_RETURN_IF_ERROR(writer.Begin());

  writer.BeginSection();
  CONCORD_RETURN_IF_ERROR(WriteLines(index, writer));
  CONCORD_RETURN_IF_ERROR(writer.EndSection(header.sections[kLines]));

  writer.BeginSection();
  CONCORD_RETURN_IF_ERROR(
      writer.Append(index.buckets.data(), index.buckets.bytes()));
  CONCORD_RETURN_IF_ERROR(writer.EndSection(header.sections[kBuckets]));

  writer.BeginSection();
  CONCORD_RETURN_IF_ERROR(WriteOverflow(view, writer, counts));
  CONCORD_RETURN_IF_ERROR(writer.EndSection(header.sections[kOverflow]));

  writer.BeginSection();
  CONCORD_RETURN_IF_ERROR(
      writer.Append(counts.data(), counts.size() * sizeof(uint64_t)));
  CONCORD_RETURN_IF_ERROR(writer.EndSection(header.sections[kOverflowCounts]));

  writer.BeginSection();
  CONCORD_RETURN_IF_ERROR(WriteTexts(view, writer));
  CONCORD_RETURN_IF_ERROR(writer.EndSection(header.sections[kTexts]));
  return writer.Finish(header);
}

}  // namespace concord
