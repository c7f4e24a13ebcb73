#include "engine/cluster/searcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "engine/cluster/candidates.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/similarity_index.h"

namespace concord {

Searcher::Searcher(IndexView view)
    : view_(std::move(view)),
      sketcher_(view_.kind, view_.options.bands, view_.options.rows,
                KernelsFor(view_.options.simd)),
      judge_(KernelsFor(view_.options.simd)),
      keys_(view_.bands.size()) {}

// Shingles, line and keys of `text`; its buckets are on their way afterwards.
void Searcher::Sketch(absl::string_view text) {
  block_.Clear();
  block_.Add(text);
  block_.Shingle(KernelsFor(view_.options.simd));
  const auto shingles = block_[0].shingles;
  sketcher_.BandKeys(shingles, keys_.data(), 1);
  line_ = {};
  line_.identity = IdentityKey(shingles);
  SetShingles(shingles, line_);
  view_.identity.Prefetch(line_.identity);
  for (size_t band = 0; band < keys_.size(); ++band) {
    view_.bands[band].Prefetch(keys_[band]);
  }
}

std::vector<Neighbor> Searcher::Find(absl::string_view text) {
  std::vector<Neighbor> neighbors;
  if (view_.lines.empty()) return neighbors;
  Sketch(text);
  found_.clear();
  view_.identity.Find(line_.identity, found_);
  for (size_t band = 0; band < keys_.size(); ++band) {
    view_.bands[band].Find(keys_[band], found_);
  }
  candidates_.clear();
  for (const uint32_t id : found_) candidates_.push_back({0, id});
  SortUnique(1, candidates_, scratch_);
  judge_.Filter(view_, &line_, candidates_);
  for (const Candidate& c : candidates_) {
    const double similarity = judge_.Similarity(view_, c.id, block_[0]);
    if (similarity < view_.options.threshold) continue;
    neighbors.push_back({c.id, static_cast<float>(similarity)});
  }
  return neighbors;
}

void Searcher::Settle(uint32_t id, std::vector<ClusterEdge>& edges) {
  Sketch(view_.TextOf(id));
  CollectKeys(id);
  SortUnique(1, candidates_, scratch_);
  judge_.Filter(view_, &line_, candidates_);
  for (const Candidate& c : candidates_) {
    const double similarity = judge_.Similarity(view_, c.id, block_[0]);
    AddEdge(id, c.id, similarity, edges);
  }
  JudgeFullKeys(id, edges);
}

// Parts the texts that share a key with `id` into those of keys that had room
// for it, which are candidates, and those of full ones.
void Searcher::CollectKeys(uint32_t id) {
  candidates_.clear();
  full_.clear();
  const size_t cap = static_cast<size_t>(view_.options.max_postings);
  const auto rank = [&](uint32_t text) {
    return std::pair(view_.lines[text].identity, text);
  };
  for (size_t band = 0; band < keys_.size(); ++band) {
    found_.clear();
    const bool full = view_.bands[band].Find(keys_[band], found_) >= cap;
    const bool kept =
        std::find(found_.begin(), found_.end(), id) != found_.end();
    if (full && !kept) {
      std::sort(found_.begin(), found_.end(),
                [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
      full_.insert(full_.end(), found_.begin(), found_.end());
    } else {
      for (const uint32_t other : found_) {
        if (other != id) candidates_.push_back({0, other});
      }
    }
  }
}

void Searcher::JudgeFullKeys(uint32_t id, std::vector<ClusterEdge>& edges) {
  absl::flat_hash_set<uint32_t> seen;
  for (const Candidate& c : candidates_) seen.insert(c.id);
  size_t bridges = 0;
  for (size_t i = 0; i < full_.size() && bridges < kBridges; ++i) {
    const uint32_t other = full_[i];
    if (!seen.insert(other).second) continue;
    ++judge_.stats.candidates;
    if (!MayReach(view_.options.threshold, line_, view_.lines[other],
                  KernelsFor(view_.options.simd))) {
      continue;
    }
    ++judge_.stats.filter_passed;
    const double similarity = judge_.Similarity(view_, other, block_[0]);
    bridges += similarity >= view_.options.threshold;
    AddEdge(id, other, similarity, edges);
  }
}

void Searcher::AddEdge(uint32_t id, uint32_t other, double similarity,
                       std::vector<ClusterEdge>& edges) const {
  if (similarity < view_.options.threshold) return;
  edges.push_back({std::min(id, other), std::max(id, other),
                   static_cast<float>(similarity)});
}

}  // namespace concord
