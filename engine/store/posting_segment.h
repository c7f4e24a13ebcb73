// One drop's share of the derived index: which articles and claims have which
// keys, as flat sorted arrays. FORMAT.md draws the bytes.
//
// A segment is made in memory (SegmentBuilder), may be asked there, is written
// once and never changes. Opening one maps the file and checks all of it.

#ifndef CONCORD_ENGINE_STORE_POSTING_SEGMENT_H_
#define CONCORD_ENGINE_STORE_POSTING_SEGMENT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// Names and version of the keys in every space; a segment of another scheme is
// refused, and made anew from the record.
inline constexpr absl::string_view kSegmentScheme =
    "events:1 copies:1 concepts:1 ids:1 texts:1";

// What keys are about. Each space is a map from keys to items of its own.
enum class KeySpace : uint32_t {
  kEvents,    // EventKeys of an article -> article row; ranked
  kCopies,    // CopyKeys of an article -> article row; ranked
  kConcepts,  // concepts of a claim -> claim row
  kIds,       // first 8 bytes of a claim_id -> claim row
  kTexts,     // 0 -> the claim row of each text of the claim index, in order
};
inline constexpr size_t kKeySpaces = 5;

// An item under a key. In a ranked space a key's items come by rank, then by
// tie: an order that is a function of the items' content (see PostingIndex).
struct Posting {
  uint64_t key = 0;
  uint64_t rank = 0;
  uint32_t tie = 0;   // begin of the article_id
  uint32_t item = 0;  // a row of the record

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// A key's items; `ranks` and `ties` are empty where the space is not ranked.
struct PostingList {
  absl::Span<const uint64_t> ranks;
  absl::Span<const uint32_t> ties;
  absl::Span<const uint32_t> items;
};

// The arrays of one space.
struct SpaceView {
  absl::Span<const uint64_t> keys;    // sorted, distinct
  absl::Span<const uint64_t> begins;  // of each key's items, and the end
  absl::Span<const uint32_t> items;
  absl::Span<const uint32_t> ties;
  absl::Span<const uint64_t> ranks;

  PostingList Find(uint64_t key) const;
  PostingList At(size_t key_index) const;
};

// The bytes of a segment: made, or mapped. Immutable; any number of threads may
// read it.
class PostingSegment {
 public:
  // Maps `path` and checks all of it. Errors: NotFound; FailedPrecondition for
  // another version or scheme; DataLoss for a damaged file.
  static absl::StatusOr<std::shared_ptr<const PostingSegment>> Open(
      const std::string& path);

  ~PostingSegment();
  PostingSegment(const PostingSegment&) = delete;
  PostingSegment& operator=(const PostingSegment&) = delete;

  const SpaceView& space(KeySpace space) const {
    return spaces_[static_cast<size_t>(space)];
  }
  absl::string_view bytes() const { return bytes_; }
  // The header, which holds the checksum of all the rest.
  absl::string_view header() const;

 private:
  friend class SegmentBuilder;
  PostingSegment() = default;
  absl::Status Read(const std::string& name);

  void* map_ = nullptr;
  std::string owned_;
  absl::string_view bytes_;
  SpaceView spaces_[kKeySpaces];
};

class SegmentBuilder {
 public:
  void Add(KeySpace space, const Posting& posting) {
    postings_[static_cast<size_t>(space)].push_back(posting);
  }
  // Sorts what was added. The builder is empty afterwards.
  std::shared_ptr<const PostingSegment> Build();

 private:
  std::vector<Posting> postings_[kKeySpaces];
};

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_POSTING_SEGMENT_H_
