#include "engine/store/posting_segment.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

constexpr char kMagic[8] = {'C', 'N', 'C', 'R', 'D', 'S', 'E', 'G'};
constexpr uint32_t kVersion = 1;
constexpr size_t kAlignment = 8;
constexpr size_t kArrays = 5;  // keys, begins, ranks, ties, items

struct SpaceHeader {
  uint64_t keys = 0;
  uint64_t items = 0;
  uint64_t offsets[kArrays] = {};  // from the begin of the file
};

struct SegmentHeader {
  char magic[8] = {};
  uint32_t version = 0;
  uint32_t spaces = 0;
  char scheme[64] = {};  // padded with zeros
  uint64_t bytes = 0;    // of the file
  SpaceHeader space[kKeySpaces];
  uint64_t data_checksum = 0;    // of all bytes after the header
  uint64_t header_checksum = 0;  // of all bytes of the header before it
};
static_assert(sizeof(SegmentHeader) == 88 + 56 * kKeySpaces + 16);

bool IsRanked(size_t space) {
  return space == static_cast<size_t>(KeySpace::kEvents) ||
         space == static_cast<size_t>(KeySpace::kCopies);
}

uint64_t HeaderChecksum(const SegmentHeader& header) {
  return XXH3_64bits(&header, offsetof(SegmentHeader, header_checksum));
}

absl::Status Damaged(const std::string& name, absl::string_view what) {
  return absl::DataLossError(absl::StrCat(
      name, ": ", what, "; run concord store rebuild, which makes it anew"));
}

// Appends an array at an aligned place and says where.
template <typename T>
uint64_t Append(const std::vector<T>& array, std::string& out) {
  out.resize((out.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
  const uint64_t offset = out.size();
  out.append(reinterpret_cast<const char*>(array.data()),
             array.size() * sizeof(T));
  return offset;
}

SpaceHeader WriteSpace(std::vector<Posting>& postings, bool ranked,
                       std::string& out) {
  std::sort(postings.begin(), postings.end());
  std::vector<uint64_t> keys, begins, ranks;
  std::vector<uint32_t> ties, items;
  for (const Posting& p : postings) {
    if (keys.empty() || keys.back() != p.key) {
      keys.push_back(p.key);
      begins.push_back(items.size());
    }
    items.push_back(p.item);
    if (!ranked) continue;
    ranks.push_back(p.rank);
    ties.push_back(p.tie);
  }
  begins.push_back(items.size());
  SpaceHeader header;
  header.keys = keys.size();
  header.items = items.size();
  header.offsets[0] = Append(keys, out);
  header.offsets[1] = Append(begins, out);
  header.offsets[2] = Append(ranks, out);
  header.offsets[3] = Append(ties, out);
  header.offsets[4] = Append(items, out);
  return header;
}

// The array of `count` at `offset`, or false where it does not lie in `bytes`.
template <typename T>
bool ReadArray(absl::string_view bytes, uint64_t offset, uint64_t count,
               absl::Span<const T>& out) {
  if (offset % kAlignment != 0 || offset > bytes.size() ||
      count > (bytes.size() - offset) / sizeof(T)) {
    return false;
  }
  out = {reinterpret_cast<const T*>(bytes.data() + offset), count};
  return true;
}

bool ReadSpace(absl::string_view bytes, const SpaceHeader& header, bool ranked,
               SpaceView& out) {
  const uint64_t rank_count = ranked ? header.items : 0;
  if (!ReadArray(bytes, header.offsets[0], header.keys, out.keys) ||
      !ReadArray(bytes, header.offsets[1], header.keys + 1, out.begins) ||
      !ReadArray(bytes, header.offsets[2], rank_count, out.ranks) ||
      !ReadArray(bytes, header.offsets[3], rank_count, out.ties) ||
      !ReadArray(bytes, header.offsets[4], header.items, out.items)) {
    return false;
  }
  return out.begins.front() == 0 && out.begins.back() == header.items &&
         std::is_sorted(out.begins.begin(), out.begins.end());
}

}  // namespace

PostingList SpaceView::At(size_t key_index) const {
  const size_t begin = begins[key_index];
  const size_t size = begins[key_index + 1] - begin;
  PostingList list;
  list.items = items.subspan(begin, size);
  if (!ranks.empty()) {
    list.ranks = ranks.subspan(begin, size);
    list.ties = ties.subspan(begin, size);
  }
  return list;
}

PostingList SpaceView::Find(uint64_t key) const {
  // Keys are hashes, evenly spread: a guess by interpolation lands near.
  size_t low = 0, high = keys.size();
  while (high - low > 16) {
    const uint64_t first = keys[low], last = keys[high - 1];
    if (key < first || key > last) return {};
    const double share = last == first ? 0.0
                                       : static_cast<double>(key - first) /
                                             static_cast<double>(last - first);
    const size_t width = high - low;
    const size_t guess = std::min(
        width - 1, static_cast<size_t>(share * static_cast<double>(width - 1)));
    const size_t reach = std::max<size_t>(8, width / 8);
    const size_t from = low + (guess > reach ? guess - reach : 0);
    const size_t to = std::min(high, low + guess + reach);
    if (keys[from] > key) {
      high = from;
    } else if (to < high && keys[to] <= key) {
      low = to;
    } else {
      low = from;
      high = to;
    }
  }
  const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(low);
  const auto end = keys.begin() + static_cast<std::ptrdiff_t>(high);
  const auto found = std::lower_bound(begin, end, key);
  if (found == end || *found != key) return {};
  return At(static_cast<size_t>(found - keys.begin()));
}

absl::StatusOr<std::shared_ptr<const PostingSegment>> PostingSegment::Open(
    const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return absl::NotFoundError(
        absl::StrCat(path, ": ", std::strerror(errno),
                     "; run concord store rebuild, which makes it anew"));
  }
  struct stat info = {};
  void* map = MAP_FAILED;
  if (fstat(fd, &info) == 0 && info.st_size > 0) {
    map = mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ,
               MAP_SHARED, fd, 0);
  }
  close(fd);
  if (map == MAP_FAILED) return Damaged(path, "cannot be mapped");
  std::shared_ptr<PostingSegment> segment(new PostingSegment());
  segment->map_ = map;
  segment->bytes_ = {static_cast<const char*>(map),
                     static_cast<size_t>(info.st_size)};
  CONCORD_RETURN_IF_ERROR(segment->Read(path));
  return std::shared_ptr<const PostingSegment>(std::move(segment));
}

absl::Status PostingSegment::Read(const std::string& name) {
  SegmentHeader header;
  if (bytes_.size() < sizeof(header)) return Damaged(name, "cut short");
  std::memcpy(&header, bytes_.data(), sizeof(header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) {
    return Damaged(name, "no segment");
  }
  if (header.header_checksum != HeaderChecksum(header)) {
    return Damaged(name, "its header does not match its checksum");
  }
  const absl::string_view scheme(header.scheme, strnlen(header.scheme, 64));
  if (header.version != kVersion || scheme != kSegmentScheme) {
    return absl::FailedPreconditionError(absl::StrCat(
        name, ": of version ", header.version, " and scheme '", scheme,
        "', where this engine has ", kVersion, " and '", kSegmentScheme,
        "'; run concord store rebuild, which makes it anew"));
  }
  const absl::string_view data = bytes_.substr(sizeof(header));
  if (header.bytes != bytes_.size() ||
      header.data_checksum != XXH3_64bits(data.data(), data.size())) {
    return Damaged(name, "its data does not match its checksum");
  }
  for (size_t s = 0; s < kKeySpaces; ++s) {
    if (!ReadSpace(bytes_, header.space[s], IsRanked(s), spaces_[s])) {
      return Damaged(name, "an array lies outside it");
    }
  }
  return absl::OkStatus();
}

PostingSegment::~PostingSegment() {
  if (map_ != nullptr) munmap(map_, bytes_.size());
}

absl::string_view PostingSegment::header() const {
  return bytes_.substr(0, sizeof(SegmentHeader));
}

std::shared_ptr<const PostingSegment> SegmentBuilder::Build() {
  SegmentHeader header;
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kVersion;
  header.spaces = kKeySpaces;
  std::copy(kSegmentScheme.begin(), kSegmentScheme.end(), header.scheme);

  std::shared_ptr<PostingSegment> segment(new PostingSegment());
  std::string& out = segment->owned_;
  out.resize(sizeof(header));
  for (size_t s = 0; s < kKeySpaces; ++s) {
    header.space[s] = WriteSpace(postings_[s], IsRanked(s), out);
    postings_[s] = {};
  }
  header.bytes = out.size();
  header.data_checksum =
      XXH3_64bits(out.data() + sizeof(header), out.size() - sizeof(header));
  header.header_checksum = HeaderChecksum(header);
  std::memcpy(out.data(), &header, sizeof(header));
  segment->bytes_ = out;
  (void)segment->Read("");  // its own bytes: cannot fail
  return segment;
}

}  // namespace concord
