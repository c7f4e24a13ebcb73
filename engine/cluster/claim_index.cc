#include "engine/cluster/claim_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/frozen_index.h"

namespace concord {
namespace {

ClusterOptions OneThread(ClusterOptions options) {
  options.threads = 1;
  return options;
}

}  // namespace

NearDuplicateIndex::NearDuplicateIndex(SketchKind kind,
                                       const ClusterOptions& options,
                                       size_t expected)
    : index_(std::make_unique<SimilarityIndex>(kind, OneThread(options),
                                               std::max<size_t>(expected, 1))),
      inserter_(std::make_unique<Inserter>(*index_, CapPolicy::kAnswerNow)) {}

uint32_t NearDuplicateIndex::Add(absl::string_view text,
                                 std::vector<Neighbor>& neighbors) {
  if (index_->size == index_->lines.size()) Grow();
  const absl::string_view copy = texts_.Copy(text);
  edges_.clear();
  inserter_->Insert({&copy, 1}, edges_);
  neighbors.clear();
  for (const ClusterEdge& edge : edges_) {
    neighbors.push_back({edge.a, edge.similarity});
  }
  std::sort(neighbors.begin(), neighbors.end(),
            [](const Neighbor& a, const Neighbor& b) { return a.id < b.id; });
  return static_cast<uint32_t>(index_->size - 1);
}

std::vector<Neighbor> NearDuplicateIndex::Find(absl::string_view text) const {
  return MakeSearcher().Find(text);
}

// Tables twice the size. A bucket keeps too little of a key to move by, so all
// texts are sketched again.
void NearDuplicateIndex::Grow() {
  std::vector<absl::string_view> texts;
  texts.reserve(index_->size);
  for (uint32_t id = 0; id < index_->size; ++id) {
    texts.push_back(index_->TextOf(id));
  }
  auto larger = std::make_unique<SimilarityIndex>(index_->kind, index_->options,
                                                  2 * index_->size);
  inserter_ = std::make_unique<Inserter>(*larger, CapPolicy::kAnswerNow);
  inserter_->InsertSilently(texts);
  index_ = std::move(larger);
}

absl::Status NearDuplicateIndex::Write(const std::string& path) const {
  return WriteFrozenIndex(*index_, path);
}

}  // namespace concord
