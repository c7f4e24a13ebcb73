// From hits in the bands to verified neighbours, for many texts at a time.

#ifndef CONCORD_ENGINE_CLUSTER_CANDIDATES_H_
#define CONCORD_ENGINE_CLUSTER_CANDIDATES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/verifier.h"

namespace concord {

// A pair to look at: text `local` of a block, text `id` of the index.
struct Candidate {
  uint32_t local = 0;
  uint32_t id = 0;

  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

// Sorts by local, then by id, and drops repeats; `scratch` is overwritten.
// Linear in hits and `locals`, the number of texts.
void SortUnique(size_t locals, std::vector<Candidate>& hits,
                std::vector<Candidate>& scratch);

// Judges candidates: the bitmaps first, whose lines are fetched ahead, then the
// texts. Not safe for use from two threads at once.
class Judge {
 public:
  explicit Judge(const Kernels& kernels) : kernels_(kernels) {}

  // Drops the candidates whose bitmaps prove them too far apart. `lines` holds
  // the line of each local text.
  void Filter(const IndexView& index, const TextLine* lines,
              std::vector<Candidate>& candidates);

  // Takes the text that Similarity compares with, until the next.
  void SetText(const ShingledText& text) { verifier_.SetText(text); }

  // Exact similarity of the text that was set and of text `id` of the index.
  double Similarity(const IndexView& index, uint32_t id);

  // Counts of candidates, filter_passed and verified so far.
  ClusterStats stats;

 private:
  const Kernels& kernels_;
  ShingleBlock other_;
  Verifier verifier_;
};

// Asks for the first bytes of a text that is about to be read.
void PrefetchText(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_CANDIDATES_H_
