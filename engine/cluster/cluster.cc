#include "engine/cluster/cluster.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/candidates.h"
#include "engine/cluster/inserter.h"
#include "engine/cluster/prefetch.h"
#include "engine/cluster/searcher.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/team.h"
#include "engine/cluster/union_find.h"

namespace concord {
namespace {

// How many texts ahead their bytes are asked for.
constexpr size_t kTextsAhead = 4;

// Makes a batch independent of its order: texts that met a full key lose the
// edges they found on the way and are compared anew, with the texts that hold
// the postings when all are in.
//
// An edge between two other texts was found at a key that kept both. Whether a
// text lost a posting depends on the set of texts only; one that merely waited
// gets back just the edges it would have found.
class Settlement {
 public:
  Settlement(const SimilarityIndex& index, std::vector<uint32_t> unsettled)
      : index_(index), unsettled_(std::move(unsettled)) {}

  // Drops what was found on the way, except edges between identical texts.
  void DropEdges(std::vector<ClusterEdge>& edges) const {
    std::vector<bool> unsettled(index_.size);
    for (const uint32_t id : unsettled_) unsettled[id] = true;
    edges.erase(
        std::remove_if(edges.begin(), edges.end(),
                       [&](const ClusterEdge& edge) {
                         return !IsIdentity(edge) &&
                                (unsettled[edge.a] || unsettled[edge.b]);
                       }),
        edges.end());
  }

  void AddEdges(std::vector<ClusterEdge>& edges, ClusterStats& stats) const {
    const size_t threads =
        static_cast<size_t>(std::max(index_.options.threads, 1));
    std::vector<std::vector<ClusterEdge>> found(threads);
    std::vector<ClusterStats> counts(threads);
    RunTeam(threads, [&](size_t worker, Team& team) {
      Searcher searcher(index_.view());
      for (size_t i = worker; i < unsettled_.size(); i += team.size()) {
        PrefetchAhead(i, team.size());
        searcher.Settle(unsettled_[i], found[worker]);
      }
      counts[worker] = searcher.stats();
    });
    for (size_t worker = 0; worker < threads; ++worker) {
      edges.insert(edges.end(), found[worker].begin(), found[worker].end());
      stats.candidates += counts[worker].candidates;
      stats.filter_passed += counts[worker].filter_passed;
      stats.verified += counts[worker].verified;
    }
  }

 private:
  bool IsIdentity(const ClusterEdge& edge) const {
    return index_.IsRepeat(edge.b);
  }

  // Asks for the text that is settled kTextsAhead steps after text i, and for
  // the line that says where one still later is.
  void PrefetchAhead(size_t i, size_t step) const {
    const size_t text = i + kTextsAhead * step;
    const size_t line = text + kTextsAhead * step;
    if (line < unsettled_.size()) Prefetch(&index_.lines[unsettled_[line]]);
    if (text < unsettled_.size()) PrefetchText(index_.TextOf(unsettled_[text]));
  }

  const SimilarityIndex& index_;
  std::vector<uint32_t> unsettled_;
};

// Stable counting sort by one end, a number below n.
void SortByEnd(size_t n, uint32_t ClusterEdge::*end,
               std::vector<ClusterEdge>& edges,
               std::vector<ClusterEdge>& scratch) {
  std::vector<uint32_t> places(n + 1);
  for (const ClusterEdge& edge : edges) ++places[edge.*end + 1];
  for (size_t i = 1; i <= n; ++i) places[i] += places[i - 1];
  scratch.resize(edges.size());
  for (const ClusterEdge& edge : edges) scratch[places[edge.*end]++] = edge;
  edges.swap(scratch);
}

// Sorts by a, then b, and drops repeats.
void SortEdges(size_t n, std::vector<ClusterEdge>& edges) {
  std::vector<ClusterEdge> scratch;
  SortByEnd(n, &ClusterEdge::b, edges, scratch);
  SortByEnd(n, &ClusterEdge::a, edges, scratch);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

Clustering Cluster(SketchKind kind, absl::Span<const absl::string_view> texts,
                   const ClusterOptions& options) {
  Clustering result;
  SimilarityIndex index(kind, options, texts.size());
  Inserter inserter(index, CapPolicy::kSettleLater);
  inserter.Insert(texts, result.edges);
  result.stats = inserter.stats();

  std::vector<uint32_t> unsettled = inserter.Unsettled();
  if (!unsettled.empty()) {
    const Settlement settlement(index, std::move(unsettled));
    settlement.DropEdges(result.edges);
    settlement.AddEdges(result.edges, result.stats);
  }

  SortEdges(texts.size(), result.edges);
  UnionFind clusters(texts.size());
  for (const ClusterEdge& edge : result.edges) clusters.Unite(edge.a, edge.b);
  result.root = clusters.TakeRoots();
  result.stats.edges = result.edges.size();
  result.stats.bytes += result.edges.capacity() * sizeof(ClusterEdge) +
                        result.root.capacity() * sizeof(uint32_t);
  return result;
}

}  // namespace

Clustering ClusterTexts(absl::Span<const absl::string_view> texts,
                        const ClusterOptions& options) {
  return Cluster(SketchKind::kClaims, texts, options);
}

Clustering ClusterDocuments(absl::Span<const absl::string_view> texts,
                            const ClusterOptions& options) {
  return Cluster(SketchKind::kDocuments, texts, options);
}

}  // namespace concord
