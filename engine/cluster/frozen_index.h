// The index in a file: flat arrays as they are in memory, mapped and not read.
//
//   | header 512 bytes | lines | buckets | overflow | overflow counts | texts |
//
// Sections begin on 64-byte boundaries; numbers are little-endian. The header
// holds a magic word, the version of this layout, the scheme of the hashes, the
// options, and of each section its place, size and XXH3-64 checksum; its own
// checksum comes last. A file of another scheme is refused by name, a damaged
// one by the section that does not hold, before anything in it is used.
//
// Example:
//   CONCORD_ASSIGN_OR_RETURN(
//       FrozenIndex index, FrozenIndex::Open("claims", SketchKind::kClaims));
//   std::vector<Neighbor> found = Searcher(index.view()).Find(text);

#ifndef CONCORD_ENGINE_CLUSTER_FROZEN_INDEX_H_
#define CONCORD_ENGINE_CLUSTER_FROZEN_INDEX_H_

#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/sketch.h"

namespace concord {

// Writes `index` and the texts its lines point to. The file appears under
// `path` when it is whole and on disk, and not before.
absl::Status WriteFrozenIndex(const SimilarityIndex& index,
                              const std::string& path);

// A mapped index; movable. Any number of threads may read it.
class FrozenIndex {
 public:
  // Maps the file and checks all of it. Errors: NotFound; FailedPrecondition
  // for another version or scheme, naming both; DataLoss for a damaged file.
  static absl::StatusOr<FrozenIndex> Open(const std::string& path,
                                          SketchKind kind);

  FrozenIndex(FrozenIndex&& other) noexcept
      : map_(std::exchange(other.map_, nullptr)),
        bytes_(other.bytes_),
        view_(std::move(other.view_)) {}
  FrozenIndex& operator=(FrozenIndex&& other) noexcept {
    std::swap(map_, other.map_);
    std::swap(bytes_, other.bytes_);
    std::swap(view_, other.view_);
    return *this;
  }
  ~FrozenIndex();

  const IndexView& view() const { return view_; }
  size_t size() const { return view_.lines.size(); }
  // Of the file: all of it, and its header, which holds the checksums of the
  // rest.
  size_t bytes() const { return bytes_; }
  absl::string_view header() const;

 private:
  FrozenIndex(void* map, size_t bytes) : map_(map), bytes_(bytes) {}

  void* map_;
  size_t bytes_;
  IndexView view_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_FROZEN_INDEX_H_
