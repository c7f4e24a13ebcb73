#include "engine/reconcile/posting_index.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"

namespace concord {

uint64_t PostingIndex::RankOf(uint64_t key, uint64_t item_hash) {
  const uint64_t mixed[2] = {key, item_hash};
  return XXH3_64bits(mixed, sizeof(mixed));
}

void PostingIndex::Add(uint64_t key, uint32_t item, uint64_t item_hash) {
  postings_.push_back({key, RankOf(key, item_hash), item});
}

void PostingIndex::Build(uint32_t items, uint32_t cap) {
  std::sort(postings_.begin(), postings_.end(),
            [](const Posting& a, const Posting& b) {
              return std::tie(a.key, a.rank, a.item) <
                     std::tie(b.key, b.rank, b.item);
            });
  CapLists(cap);
  LinkItems(items);
}

void PostingIndex::CapLists(uint32_t cap) {
  size_t kept = 0;
  for (size_t begin = 0, end; begin < postings_.size(); begin = end) {
    const uint64_t key = postings_[begin].key;
    for (end = begin; end < postings_.size() && postings_[end].key == key;) {
      ++end;
    }
    const size_t size = std::min<size_t>(end - begin, cap);
    capped_ += end - begin - size;
    lists_.push_back(static_cast<uint32_t>(kept));
    for (size_t i = 0; i < size; ++i) postings_[kept++] = postings_[begin + i];
    std::sort(
        postings_.begin() + lists_.back(), postings_.begin() + kept,
        [](const Posting& a, const Posting& b) { return a.item < b.item; });
  }
  postings_.resize(kept);
  lists_.push_back(static_cast<uint32_t>(kept));
}

void PostingIndex::LinkItems(uint32_t items) {
  first_.assign(items + 1, 0);
  for (const Posting& p : postings_) ++first_[p.item + 1];
  for (uint32_t i = 0; i < items; ++i) first_[i + 1] += first_[i];
  item_lists_.resize(postings_.size());
  std::vector<uint32_t> next(first_.begin(), first_.end());
  for (uint32_t list = 0; list + 1 < lists_.size(); ++list) {
    for (uint32_t i = lists_[list]; i < lists_[list + 1]; ++i) {
      item_lists_[next[postings_[i].item]++] = list;
    }
  }
}

void PostingIndex::ForPartners(
    uint32_t item, absl::FunctionRef<void(uint32_t, uint32_t)> fn) const {
  ForItemsFrom(item + 1, item, fn);
}

void PostingIndex::ForNeighbours(
    uint32_t item, absl::FunctionRef<void(uint32_t, uint32_t)> fn) const {
  ForItemsFrom(0, item, fn);
}

// Items from `begin` on that share keys with `item`.
void PostingIndex::ForItemsFrom(
    uint32_t begin, uint32_t item,
    absl::FunctionRef<void(uint32_t, uint32_t)> fn) const {
  thread_local std::vector<uint32_t> others;
  others.clear();
  for (uint32_t l = first_[item]; l < first_[item + 1]; ++l) {
    const uint32_t list = item_lists_[l];
    for (uint32_t i = lists_[list + 1]; i-- > lists_[list];) {
      const uint32_t other = postings_[i].item;
      if (other < begin) break;
      if (other != item) others.push_back(other);
    }
  }
  std::sort(others.begin(), others.end());
  for (size_t at = 0, end; at < others.size(); at = end) {
    for (end = at; end < others.size() && others[end] == others[at];) ++end;
    fn(others[at], static_cast<uint32_t>(end - at));
  }
}

}  // namespace concord
