// An inverted index whose lists are capped: which items share keys.
//
// Example:
//   PostingIndex index;
//   for (uint32_t i = 0; i < n; ++i) {
//     for (uint64_t key : KeysOf(i)) index.Add(key, i, HashOf(i));
//   }
//   index.Build(/*cap=*/64);
//   index.ForPartners(0, [&](uint32_t j, uint32_t shared) { ... });

#ifndef CONCORD_ENGINE_RECONCILE_POSTING_INDEX_H_
#define CONCORD_ENGINE_RECONCILE_POSTING_INDEX_H_

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/types/span.h"

namespace concord {

// Filled by Add, closed by Build, then read-only and safe for use from any
// number of threads.
//
// A key that stands in more than `cap` items tells little and costs the square
// of its items, so its list keeps the items whose hashes, mixed with the key,
// are smallest. That choice depends on the items alone and not on the order in
// which they came; mixing the key in makes every list keep other items.
class PostingIndex {
 public:
  // Notes that `item` has `key`. `item_hash` stands for the item's content.
  void Add(uint64_t key, uint32_t item, uint64_t item_hash);

  // What lists are cut by: those items stay whose ranks are smallest.
  static uint64_t RankOf(uint64_t key, uint64_t item_hash);

  // Sorts and caps the lists. Items are indices below `items`.
  void Build(uint32_t items, uint32_t cap);

  // Calls fn(other, shared) for each other item that shares keys with `item`,
  // ascending, with how many it shares.
  void ForNeighbours(uint32_t item,
                     absl::FunctionRef<void(uint32_t, uint32_t)> fn) const;

  // Calls fn(other, shared) for each item greater than `item` that shares keys
  // with it, ascending, with how many it shares.
  void ForPartners(uint32_t item,
                   absl::FunctionRef<void(uint32_t, uint32_t)> fn) const;

  // Postings that the cap kept out.
  uint64_t capped() const { return capped_; }

 private:
  struct Posting {
    uint64_t key;
    uint64_t rank;  // by which a list that is too long is cut
    uint32_t item;
  };

  void ForItemsFrom(uint32_t begin, uint32_t item,
                    absl::FunctionRef<void(uint32_t, uint32_t)> fn) const;
  void CapLists(uint32_t cap);
  void LinkItems(uint32_t items);

  // By key; within a key by item.
  std::vector<Posting> postings_;
  // Begin in postings_ of each list, and the end of the last.
  std::vector<uint32_t> lists_;
  // Item i stands in the lists item_lists_[first_[i]] ... [first_[i + 1]).
  std::vector<uint32_t> item_lists_;
  std::vector<uint32_t> first_;
  uint64_t capped_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_POSTING_INDEX_H_
