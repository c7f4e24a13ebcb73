// Near-duplicate texts by shingle hashing: the hot path.
//
// MinHash over word 3-gram shingles (Broder, "On the resemblance and
// containment of documents", 1997), banded (Indyk and Motwani, 1998), with
// every candidate verified by its real Jaccard similarity, from the text.
//
// Example:
//   Clustering c = ClusterTexts({"the talks ended on Monday in Geneva",
//                                "The talks ended on Monday in Geneva."});
//   // c.edges: {0, 1, 1.0}; c.root: {0, 0}

#ifndef CONCORD_ENGINE_CLUSTER_CLUSTER_H_
#define CONCORD_ENGINE_CLUSTER_CLUSTER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/cluster_types.h"

namespace concord {

// Names and versions of the tokens, shingles, hashes and slots of the two
// indexes; echoed in headers.
inline constexpr absl::string_view kShingleScheme =
    "claims:w3-mum64/minhash32-muladd/v1";
inline constexpr absl::string_view kDocumentScheme =
    "documents:w3-mum64/oph32-optimal/v1";

struct Clustering {
  // Sorted by a, then b. Of identical texts each later one has one edge, to the
  // first; only the first has edges to others.
  std::vector<ClusterEdge> edges;
  // For each text the smallest index of its cluster.
  std::vector<uint32_t> root;
  ClusterStats stats;
};

// Clusters short texts, claims and sentences. A text of fewer than three tokens
// has one shingle, the whole of it, so it is a near-duplicate only of itself.
// Bytes that are not UTF-8 are parts of words. Edges and clusters do not depend
// on the order of texts (except for the indices), on threads or on the
// processor.
//
// Time and memory are linear in the texts whatever they hold. A wording shared
// by more than options.max_postings texts is cut to a few edges each;
// stats.capped_postings counts that.
//
// REQUIRES: options.bands, rows and max_postings are positive, threshold lies
// in (0, 1]; each text is below 1 GiB; fewer than 2^32 texts.
Clustering ClusterTexts(absl::Span<const absl::string_view> texts,
                        const ClusterOptions& options = {});

// The same for long texts, articles and passages: another sketch, which is
// faster from some hundred words on and no use below a dozen.
Clustering ClusterDocuments(absl::Span<const absl::string_view> texts,
                            const ClusterOptions& options = {});

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_CLUSTER_H_
