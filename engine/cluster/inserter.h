// Inserts texts into an index and finds their neighbours among those before
// them: one operation, for one text or for millions, on one thread or several.
//
// Texts go through in chunks, and a chunk through four steps in columns, so
// that each step is one tight loop whose memory is asked for ahead:
//
//   shingle    text -> line, band keys            workers share the texts
//   collapse   identity key -> repeats            one worker
//   bands      key -> postings, before and after  workers share the bands
//   judge      hits -> verified edges             workers share the texts
//
// No edge depends on how many workers share a step.

#ifndef CONCORD_ENGINE_CLUSTER_INSERTER_H_
#define CONCORD_ENGINE_CLUSTER_INSERTER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/band_table.h"
#include "engine/cluster/candidates.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/sketch.h"
#include "engine/cluster/team.h"

namespace concord {

// What becomes of a text whose key has no room for it.
enum class CapPolicy {
  // It is compared with the texts that have the room: right for a text that
  // comes alone.
  kAnswerNow,
  // It is left to Searcher::Settle, when all texts are in: right for a batch,
  // whose
  // result must not depend on the order.
  kSettleLater,
};

// Not safe for use from two threads at once; the index is its own while it
// runs.
class Inserter {
 public:
  // REQUIRES: `index` outlives the inserter.
  Inserter(SimilarityIndex& index, CapPolicy policy);
  ~Inserter();

  // Gives texts the next numbers and appends the edges they have to earlier
  // ones, in no order. REQUIRES: the index has capacity for them, and the bytes
  // of the texts outlive the index.
  void Insert(absl::Span<const absl::string_view> texts,
              std::vector<ClusterEdge>& edges);

  // As Insert, but asks nothing: for an index made anew.
  void InsertSilently(absl::Span<const absl::string_view> texts);

  // The texts that met a full key, or lost a posting to one that did, sorted:
  // what a batch has to settle. Not all edges they have are found.
  std::vector<uint32_t> Unsettled() const;

  // Counts so far.
  ClusterStats stats() const;

 private:
  struct Worker;

  void NextChunk();
  void InsertChunk(size_t worker, Team& team);
  void ShingleSlice(Worker& worker, size_t begin, size_t end);
  void PrefetchBuckets(size_t begin, size_t end) const;
  void OrderByBucket(Worker& worker, const uint64_t* keys) const;
  void Collapse(Worker& worker);
  uint32_t FindIdentical(const IndexView& view, Worker& worker, uint64_t key,
                         uint32_t id);
  void FindAndInsertInBand(Worker& worker, size_t band);
  void FindAndInsertText(Worker& worker, BandTable& table, uint64_t key,
                         uint32_t local);
  void LeaveUnsettled(uint32_t id);
  bool IsUnsettled(uint32_t id) const {
    return policy_ == CapPolicy::kSettleLater &&
           (unsettled_[id / 64] >> (id % 64) & 1) != 0;
  }
  void JudgeSlice(Worker& worker, size_t begin, size_t end);
  ShingledText Shingled(uint32_t local) const;
  void RunChunks(absl::Span<const absl::string_view> texts);

  SimilarityIndex& index_;
  const CapPolicy policy_;
  const Kernels& kernels_;
  const size_t bands_;
  // Most texts of a chunk, for each worker.
  const size_t chunk_texts_;
  bool silent_ = false;

  // Texts that come after the present chunk.
  absl::Span<const absl::string_view> rest_;
  // The present chunk: its texts, the number of the first, how many, and the
  // keys of text i in band b at keys_[b * chunk_size_ + i], identity keys last.
  absl::Span<const absl::string_view> texts_;
  uint32_t first_ = 0;
  size_t chunk_size_ = 0;
  std::vector<uint64_t> keys_;
  std::vector<Worker> workers_;
  uint64_t duplicates_ = 0;
  // A bit a text; none where texts are answered at once.
  std::vector<uint64_t> unsettled_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_INSERTER_H_
