#include "engine/cluster/searcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

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
  judge_.SetText(block_[0]);
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
  for (const Candidate& c : candidates_) PrefetchText(view_.TextOf(c.id));
  for (const Candidate& c : candidates_) {
    const double similarity = judge_.Similarity(view_, c.id);
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
  seen_.clear();
  for (const Candidate& c : candidates_) PrefetchText(view_.TextOf(c.id));
  for (const Candidate& c : candidates_) {
    seen_.push_back(c.id);
    AddEdge(id, c.id, judge_.Similarity(view_, c.id), edges);
  }
  JudgeFullKeys(id, edges);
}

// Texts that share a key which kept `id` are candidates; bands whose key is
// full without it are left to JudgeFullKeys.
void Searcher::CollectKeys(uint32_t id) {
  candidates_.clear();
  full_bands_.clear();
  const size_t cap = static_cast<size_t>(view_.options.max_postings);
  for (size_t band = 0; band < keys_.size(); ++band) {
    found_.clear();
    const bool full = view_.bands[band].Find(keys_[band], found_) >= cap;
    const auto self = std::find(found_.begin(), found_.end(), id);
    if (full && self == found_.end()) {
      full_bands_.push_back(band);
      continue;
    }
    for (const uint32_t other : found_) {
      if (other != id) candidates_.push_back({0, other});
    }
  }
}

// Compares with the texts of full keys, those of least identity first, until
// there are kBridges edges.
void Searcher::JudgeFullKeys(uint32_t id, std::vector<ClusterEdge>& edges) {
  const auto rank = [&](uint32_t text) {
    return std::pair(view_.lines[text].identity, text);
  };
  const size_t enough = edges.size() + kBridges;
  for (const size_t band : full_bands_) {
    found_.clear();
    view_.bands[band].Find(keys_[band], found_);
    std::sort(found_.begin(), found_.end(),
              [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
    for (const uint32_t other : found_) {
      if (edges.size() == enough) return;
      const auto end = seen_.end();
      if (std::find(seen_.begin(), end, other) != end) continue;
      seen_.push_back(other);
      candidates_.assign(1, {0, other});
      judge_.Filter(view_, &line_, candidates_);
      if (candidates_.empty()) continue;
      AddEdge(id, other, judge_.Similarity(view_, other), edges);
    }
  }
}

void Searcher::AddEdge(uint32_t id, uint32_t other, double similarity,
                       std::vector<ClusterEdge>& edges) const {
  if (similarity < view_.options.threshold) return;
  edges.push_back({std::min(id, other), std::max(id, other),
                   static_cast<float>(similarity)});
}

}  // namespace concord
