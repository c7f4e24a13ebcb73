// Which articles are about one event with which: the links stories are made of.

#ifndef CONCORD_ENGINE_RECONCILE_EVENT_PAIRS_H_
#define CONCORD_ENGINE_RECONCILE_EVENT_PAIRS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/article_sketch.h"

namespace concord {

// Two articles of one event, by index, a < b.
struct EventPair {
  uint32_t a = 0;
  uint32_t b = 0;
  double similarity = 0.0;
};

// The keys under which an article meets others: distinct, in no order. Two
// articles are compared where they share kEventKeysShared of them at least; a
// key that more than kEventKeyCap articles have counts for those of least rank
// (PostingIndex::RankOf of ArticleHash).
std::vector<uint64_t> EventKeys(const ArticleSketch& sketch);
inline constexpr uint32_t kEventKeysShared = 2;
inline constexpr uint32_t kEventKeyCap = 64;

// Stands for an article in the ranks of its keys. Of its id and not of its
// words, so that of many printings of one text each key's list keeps others.
uint64_t ArticleHash(absl::string_view article_id);

// The pairs of `sketches` that are about one event (see SameEvent), by a, then
// b. `article_hashes` decide, article for article, which postings stay where a
// word stands in too many articles: those with the smallest hashes.
//
// Near-linear in the articles: an article is compared only with those that
// share two of its heaviest words and are near it in time. What the caps kept
// out is added to `capped_postings`.
//
// REQUIRES: sketches and article_hashes are of one length.
std::vector<EventPair> FindEventPairs(absl::Span<const ArticleSketch> sketches,
                                      absl::Span<const uint64_t> article_hashes,
                                      int threads, uint64_t& capped_postings);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_EVENT_PAIRS_H_
