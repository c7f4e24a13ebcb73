// The index of near-duplicates: one line a text, one table a band, and one that
// finds identical texts. Claims and documents have an index each, of their own
// sketch.
//
// Identical texts are collapsed first: only the first of them has postings in
// the bands; each later one, a repeat, has one edge, to the first.

#ifndef CONCORD_ENGINE_CLUSTER_SIMILARITY_INDEX_H_
#define CONCORD_ENGINE_CLUSTER_SIMILARITY_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/band_table.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/huge_array.h"
#include "engine/cluster/sketch.h"
#include "engine/cluster/text_line.h"

namespace concord {

// Read access to an index, in memory or in a mapped file. Any number of threads
// may read at once, while nobody inserts.
struct IndexView {
  SketchKind kind = SketchKind::kClaims;
  ClusterOptions options;
  BandView identity;
  std::vector<BandView> bands;
  absl::Span<const TextLine> lines;
  // What TextLine::text counts from: 0 where it is an address.
  uintptr_t text_base = 0;

  absl::string_view TextOf(uint32_t id) const {
    const TextLine& line = lines[id];
    return {reinterpret_cast<const char*>(text_base + line.text), line.bytes};
  }
};

// The tables; Inserter fills them and Searcher asks them.
struct SimilarityIndex {
  // Made for `capacity` texts. REQUIRES: options.bands, rows, max_postings > 0;
  // fewer than 2^32 texts.
  SimilarityIndex(SketchKind kind, const ClusterOptions& options,
                  size_t capacity);

  IndexView view() const;
  absl::string_view TextOf(uint32_t id) const {
    return {reinterpret_cast<const char*>(lines[id].text), lines[id].bytes};
  }
  // Whether a text is identical to one before it.
  bool IsRepeat(uint32_t id) const {
    return (repeats[id / 64] >> (id % 64) & 1) != 0;
  }
  void SetRepeat(uint32_t id) { repeats[id / 64] |= uint64_t{1} << (id % 64); }
  size_t bytes() const;

  SketchKind kind;
  ClusterOptions options;
  size_t size = 0;
  HugeArray<TextLine> lines;
  // A bit a text, see IsRepeat.
  HugeArray<uint64_t> repeats;
  // Of the identity table and of all bands, in one piece.
  HugeArray<Bucket> buckets;
  BandTable identity;
  std::vector<BandTable> bands;

 private:
  // Table i of those: 0 is identity, then the bands.
  absl::Span<Bucket> BucketsOf(size_t i);
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_SIMILARITY_INDEX_H_
