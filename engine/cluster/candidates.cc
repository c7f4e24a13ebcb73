#include "engine/cluster/candidates.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/cluster/prefetch.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/text_line.h"

namespace concord {
namespace {

// How far ahead lines are asked for: enough to cover a miss, few enough for
// the processor's list of open ones.
constexpr size_t kLinesAhead = 12;
// Cache lines of a text worth asking for; the hardware follows from there.
constexpr size_t kTextLines = 3;

}  // namespace

void SortUnique(size_t locals, std::vector<Candidate>& hits,
                std::vector<Candidate>& scratch) {
  // A counting sort by local text; each has few hits, sorted in place.
  std::vector<uint32_t> ends(locals + 1);
  for (const Candidate& hit : hits) ++ends[hit.local + 1];
  for (size_t i = 1; i <= locals; ++i) ends[i] += ends[i - 1];
  scratch.resize(hits.size());
  for (const Candidate& hit : hits) scratch[ends[hit.local]++] = hit;
  auto begin = scratch.begin();
  for (size_t i = 0; i < locals; ++i) {
    const auto end = scratch.begin() + ends[i];
    if (end - begin > 1) std::sort(begin, end);
    begin = end;
  }
  scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
  hits.swap(scratch);
}

void Judge::Filter(const IndexView& index, const TextLine* lines,
                   std::vector<Candidate>& candidates) {
  stats.candidates += candidates.size();
  size_t kept = 0;
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (i + kLinesAhead < candidates.size()) {
      Prefetch(&index.lines[candidates[i + kLinesAhead].id]);
    }
    const Candidate c = candidates[i];
    candidates[kept] = c;
    kept += MayReach(index.options.threshold, lines[c.local], index.lines[c.id],
                     kernels_);
  }
  candidates.resize(kept);
  stats.filter_passed += kept;
}

double Judge::Similarity(const IndexView& index, uint32_t id) {
  ++stats.verified;
  other_.Clear();
  other_.Add(index.TextOf(id));
  other_.Tokenise(kernels_);
  return verifier_.Jaccard(other_[0]);
}

void PrefetchText(absl::string_view text) {
  for (size_t i = 0; i < kTextLines && 64 * i < text.size(); ++i) {
    Prefetch(text.data() + 64 * i);
  }
}

}  // namespace concord
