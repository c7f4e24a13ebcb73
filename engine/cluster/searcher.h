// Asks an index without changing it.

#ifndef CONCORD_ENGINE_CLUSTER_SEARCHER_H_
#define CONCORD_ENGINE_CLUSTER_SEARCHER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/candidates.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/sketch.h"

namespace concord {

// Not safe for use from two threads at once; several searchers may ask one
// index.
class Searcher {
 public:
  // The view must stay true while the searcher is used.
  explicit Searcher(IndexView view);

  // The texts at least as similar to `text` as the threshold, by number. Of
  // identical ones only their representative is named.
  std::vector<Neighbor> Find(absl::string_view text);

  // Appends the edges of text `id`, which lost a posting to a cap, as the
  // finished tables give them: to all texts that share a key with it, but to no
  // more than kBridges of those it shares only full keys with. These edges are
  // a function of the set of texts, not of their order.
  void Settle(uint32_t id, std::vector<ClusterEdge>& edges);

  // Enough to keep a text in its cluster, few enough to keep a family of
  // thousands linear.
  static constexpr size_t kBridges = 2;

  const ClusterStats& stats() const { return judge_.stats; }

 private:
  void Sketch(absl::string_view text);
  void AddEdge(uint32_t id, uint32_t other, double similarity,
               std::vector<ClusterEdge>& edges) const;
  void CollectKeys(uint32_t id);
  void JudgeFullKeys(uint32_t id, std::vector<ClusterEdge>& edges);

  const IndexView view_;
  Sketcher sketcher_;
  Judge judge_;
  ShingleBlock block_;
  std::vector<uint64_t> keys_;
  TextLine line_{};
  std::vector<uint32_t> found_;
  std::vector<Candidate> candidates_;
  std::vector<Candidate> scratch_;
  // Bands whose key is full without the text that is settled.
  std::vector<size_t> full_bands_;
  // Texts it was compared with.
  std::vector<uint32_t> seen_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_SEARCHER_H_
