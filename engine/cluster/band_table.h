// The postings of one band: from a key to the texts that have it.
//
// A bucket is one cache line, and what a text asks and what it leaves behind
// are in the same one, so that query and insertion are one touch:
//
//   | tag 0..9 (20 bytes) | text 0..9 (40 bytes) | next << 4 | count |
//
// The high half of a key chooses the bucket, its low 16 bits are the tag. Two
// keys that share both are taken for one; verification parts their texts. Full
// buckets are continued in overflow buckets.
//
// A key keeps at most `cap` postings: those of the texts with the least
// identity keys, a choice that does not depend on the order of insertion. One
// chain of buckets keeps at most kMaxChain buckets full, by the same rule, so
// that no author can make a long one.

#ifndef CONCORD_ENGINE_CLUSTER_BAND_TABLE_H_
#define CONCORD_ENGINE_CLUSTER_BAND_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/cluster/huge_array.h"
#include "engine/cluster/prefetch.h"
#include "engine/cluster/text_line.h"

namespace concord {

struct alignas(64) Bucket {
  static constexpr size_t kSlots = 10;

  uint16_t tags[kSlots];
  uint32_t ids[kSlots];
  uint32_t next_and_count;

  size_t count() const { return next_and_count & 15; }
  // 1 + index of the overflow bucket that continues this one; 0: none.
  uint32_t next() const { return next_and_count >> 4; }
};
static_assert(sizeof(Bucket) == 64);

// Buckets overflow when more than kSlots postings meet; at 7 a bucket a tenth
// do. Postings a bucket that tables are made for.
inline constexpr size_t kPostingsPerBucket = 7;
// Buckets of one chain, the first included.
inline constexpr size_t kMaxChain = 32;

// Read access to a table, in memory or in a mapped file.
struct BandView {
  absl::Span<const Bucket> buckets;
  absl::Span<const Bucket> overflow;

  size_t BucketOf(uint64_t key) const {
    return static_cast<size_t>((key >> 32) * buckets.size() >> 32);
  }
  void Prefetch(uint64_t key) const {
    concord::Prefetch(buckets.data() + BucketOf(key));
  }
  // Appends the texts that have `key`; returns how many.
  size_t Find(uint64_t key, std::vector<uint32_t>& ids) const;
  // False where an overflow index or a count is impossible.
  bool IsSound(size_t texts) const;
};

// Not safe for use from two threads at once, but views of it are while nobody
// inserts.
class BandTable {
 public:
  // Uses `buckets`, which are zero and outlive the table.
  BandTable(absl::Span<Bucket> buckets, size_t cap)
      : cap_(cap), buckets_(buckets) {}

  // Buckets for so many postings; more only make chains longer.
  static size_t BucketsFor(size_t postings) {
    return postings / kPostingsPerBucket + 1;
  }

  enum class Outcome { kAdded, kReplaced, kRefused };

  // Appends to `found` the texts that have `key`, then adds `id` to them.
  // Whoever loses its posting to the cap is appended to `losers`: `id` itself
  // (kRefused), or one that it replaced (kReplaced). `lines` are all texts'
  // lines, up to `id`.
  Outcome FindAndInsert(uint64_t key, uint32_t id, const TextLine* lines,
                        std::vector<uint32_t>& found,
                        std::vector<uint32_t>& losers);

  BandView view() const {
    return {buckets_, {overflow_.data(), overflow_used_}};
  }
  size_t cap() const { return cap_; }
  size_t overflow_bytes() const { return overflow_.bytes(); }

 private:
  Bucket& AddOverflow(Bucket& last);
  Outcome InsertCapped(Bucket* first, bool whole_chain, uint16_t tag,
                       uint32_t id, const TextLine* lines,
                       std::vector<uint32_t>& losers);

  const size_t cap_;
  absl::Span<Bucket> buckets_;
  HugeArray<Bucket> overflow_;
  size_t overflow_used_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_BAND_TABLE_H_
