#include "engine/reconcile/event_pairs.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/parallel.h"
#include "engine/reconcile/article_sketch.h"
#include "engine/reconcile/posting_index.h"

namespace concord {
namespace {

// An article is looked up by its heaviest words.
constexpr size_t kKeyTerms = 32;

// Words of that many heaviest terms, heaviest first.
std::vector<uint64_t> KeyWords(const ArticleSketch& sketch) {
  std::vector<SketchTerm> terms = sketch.terms;
  const size_t size = std::min(terms.size(), kKeyTerms);
  std::partial_sort(terms.begin(), terms.begin() + size, terms.end(),
                    [](const SketchTerm& a, const SketchTerm& b) {
                      return a.weight != b.weight ? a.weight > b.weight
                                                  : a.word < b.word;
                    });
  std::vector<uint64_t> words;
  for (size_t i = 0; i < size; ++i) words.push_back(terms[i].word);
  return words;
}

uint64_t Mix(uint64_t word, int64_t period) {
  const uint64_t parts[2] = {word, static_cast<uint64_t>(period)};
  return XXH3_64bits(parts, sizeof(parts));
}

// The periods of time under which an article's words are indexed, so that a
// word's list is short however long the drop. Articles near each other in time
// share one; an undated article may belong to any time, so that all share one
// with it.
std::vector<int64_t> Periods(const ArticleSketch& sketch) {
  constexpr int64_t kAnyTime = INT64_MIN;
  if (!sketch.published) return {kAnyTime};
  const int64_t period = sketch.published->begin / kEventWindowSeconds;
  return {period - 1, period, kAnyTime};
}

PostingIndex IndexSketches(absl::Span<const ArticleSketch> sketches,
                           absl::Span<const uint64_t> hashes) {
  PostingIndex index;
  for (uint32_t i = 0; i < sketches.size(); ++i) {
    for (uint64_t key : EventKeys(sketches[i])) index.Add(key, i, hashes[i]);
  }
  index.Build(static_cast<uint32_t>(sketches.size()), kEventKeyCap);
  return index;
}

}  // namespace

std::vector<uint64_t> EventKeys(const ArticleSketch& sketch) {
  const std::vector<int64_t> periods = Periods(sketch);
  std::vector<uint64_t> keys;
  for (uint64_t word : KeyWords(sketch)) {
    for (int64_t period : periods) keys.push_back(Mix(word, period));
  }
  return keys;
}

uint64_t ArticleHash(absl::string_view article_id) {
  return XXH3_64bits(article_id.data(), article_id.size());
}

std::vector<EventPair> FindEventPairs(absl::Span<const ArticleSketch> sketches,
                                      absl::Span<const uint64_t> article_hashes,
                                      int threads, uint64_t& capped_postings) {
  const PostingIndex index = IndexSketches(sketches, article_hashes);
  capped_postings += index.capped();
  std::vector<std::vector<EventPair>> of_article(sketches.size());
  ParallelFor(sketches.size(), threads, [&](size_t a) {
    const auto i = static_cast<uint32_t>(a);
    index.ForPartners(i, [&](uint32_t j, uint32_t shared) {
      if (shared < kEventKeysShared) return;
      if (!SameEvent(sketches[i], sketches[j])) return;
      of_article[a].push_back(
          {i, j, SketchSimilarity(sketches[i], sketches[j])});
    });
  });
  std::vector<EventPair> pairs;
  for (const auto& own : of_article) {
    pairs.insert(pairs.end(), own.begin(), own.end());
  }
  return pairs;
}

}  // namespace concord
