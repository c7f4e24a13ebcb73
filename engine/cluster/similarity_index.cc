#include "engine/cluster/similarity_index.h"

#include <cstddef>

#include "engine/cluster/cluster_types.h"

namespace concord {

SimilarityIndex::SimilarityIndex(SketchKind sketch_kind,
                                 const ClusterOptions& cluster_options,
                                 size_t capacity)
    : kind(sketch_kind),
      options(cluster_options),
      lines(capacity),
      repeats(capacity / 64 + 1),
      buckets((static_cast<size_t>(options.bands) + 1) *
              BandTable::BucketsFor(capacity)),
      identity(BucketsOf(0), static_cast<size_t>(options.max_postings)) {
  const size_t count = static_cast<size_t>(options.bands);
  bands.reserve(count);
  for (size_t band = 0; band < count; ++band) {
    bands.emplace_back(BucketsOf(band + 1), identity.cap());
  }
}

absl::Span<Bucket> SimilarityIndex::BucketsOf(size_t i) {
  const size_t n = buckets.size() / (static_cast<size_t>(options.bands) + 1);
  return {buckets.data() + i * n, n};
}

IndexView SimilarityIndex::view() const {
  IndexView view{kind, options, identity.view(), {}, {lines.data(), size}, 0};
  for (const BandTable& band : bands) view.bands.push_back(band.view());
  return view;
}

size_t SimilarityIndex::bytes() const {
  size_t bytes = lines.bytes() + repeats.bytes() + buckets.bytes() +
                 identity.overflow_bytes();
  for (const BandTable& band : bands) bytes += band.overflow_bytes();
  return bytes;
}

}  // namespace concord
