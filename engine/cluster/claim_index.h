// Near-duplicates of texts that come one by one: insertion and query are one
// operation, and there is no other.
//
// Example:
//   ClaimIndex index;
//   index.Add("the talks ended on Monday in Geneva", neighbors);  // none
//   index.Add("The talks ended on Monday in Geneva.", neighbors);
//   // neighbors: {0, 1.0}
//   CONCORD_RETURN_IF_ERROR(index.Write("claims.index"));  // see
//   frozen_index.h

#ifndef CONCORD_ENGINE_CLUSTER_CLAIM_INDEX_H_
#define CONCORD_ENGINE_CLUSTER_CLAIM_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/inserter.h"
#include "engine/cluster/searcher.h"
#include "engine/cluster/similarity_index.h"
#include "engine/cluster/sketch.h"
#include "engine/cluster/text_arena.h"

namespace concord {

// What claims and documents have in common. Keeps a copy of every text.
//
// Not safe for use from two threads at once, except that several may call Find,
// or use searchers, while none adds.
class NearDuplicateIndex {
 public:
  // As many texts as `expected` go in without a pause; past them, and at each
  // doubling, all are inserted anew into tables twice the size.
  // REQUIRES: options as for ClusterTexts; its threads are not used.
  NearDuplicateIndex(SketchKind kind, const ClusterOptions& options,
                     size_t expected);

  // Gives `text` the next number, from 0 on, and sets `neighbors` to the texts
  // before it that are at least as similar as the threshold, sorted by number.
  // Of identical texts only the first is ever named; a text identical to one
  // before has that one as its only neighbor. Returns the number.
  uint32_t Add(absl::string_view text, std::vector<Neighbor>& neighbors);

  // The same without adding. Makes a searcher; for many queries keep one.
  std::vector<Neighbor> Find(absl::string_view text) const;

  // A searcher that is true until the next Add. Each thread needs its own.
  Searcher MakeSearcher() const { return Searcher(index_->view()); }

  // Writes the index to a file, whole or not at all.
  absl::Status Write(const std::string& path) const;

  size_t size() const { return index_->size; }
  absl::string_view text(uint32_t id) const { return index_->TextOf(id); }
  // Of all structures, copies of the texts included.
  size_t bytes() const { return index_->bytes() + texts_.bytes(); }

 private:
  void Grow();

  TextArena texts_;
  std::unique_ptr<SimilarityIndex> index_;
  std::unique_ptr<Inserter> inserter_;
  std::vector<ClusterEdge> edges_;
};

// For short texts.
class ClaimIndex : public NearDuplicateIndex {
 public:
  explicit ClaimIndex(const ClusterOptions& options = {},
                      size_t expected = 1024)
      : NearDuplicateIndex(SketchKind::kClaims, options, expected) {}
};

// For texts of some hundred words and more, articles and passages; of a scheme
// of its own, so its files are none of a ClaimIndex.
class DocumentIndex : public NearDuplicateIndex {
 public:
  explicit DocumentIndex(const ClusterOptions& options = {},
                         size_t expected = 1024)
      : NearDuplicateIndex(SketchKind::kDocuments, options, expected) {}
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_CLAIM_INDEX_H_
