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
      representative(capacity),
      identity(capacity, static_cast<size_t>(options.max_postings)) {
  bands.reserve(static_cast<size_t>(options.bands));
  for (int band = 0; band < options.bands; ++band) {
    bands.emplace_back(capacity, static_cast<size_t>(options.max_postings));
  }
}

IndexView SimilarityIndex::view() const {
  IndexView view{kind, options, identity.view(), {}, {lines.data(), size}, 0};
  for (const BandTable& band : bands) view.bands.push_back(band.view());
  return view;
}

size_t SimilarityIndex::bytes() const {
  size_t bytes = lines.bytes() + representative.bytes() + identity.bytes();
  for (const BandTable& band : bands) bytes += band.bytes();
  return bytes;
}

}  // namespace concord
