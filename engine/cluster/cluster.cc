#include "engine/cluster/cluster.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "xxhash.h"

namespace concord {
namespace {

constexpr uint64_t kSeed = 0x636f6e636f726431;  // "concord1"

// A set of shingle hashes, sorted.
using ShingleSet = std::vector<uint64_t>;

struct Posting {
  uint64_t key = 0;
  uint64_t order = 0;  // hash of the whole set: what a cap keeps the least of
  uint32_t id = 0;

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

using Pair = std::pair<uint32_t, uint32_t>;

bool IsWordByte(char c) {
  return absl::ascii_isalnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> Tokens(absl::string_view text) {
  std::vector<std::string> tokens(1);
  for (const char c : text) {
    if (IsWordByte(c)) {
      tokens.back() += absl::ascii_tolower(c);
    } else if (!tokens.back().empty()) {
      tokens.emplace_back();
    }
  }
  if (tokens.back().empty()) tokens.pop_back();
  if (tokens.empty()) tokens.emplace_back(text);  // never an empty set
  return tokens;
}

ShingleSet Shingles(absl::string_view text) {
  const std::vector<std::string> tokens = Tokens(text);
  const size_t width = std::min<size_t>(3, tokens.size());
  ShingleSet set;
  for (size_t i = 0; i + width <= tokens.size(); ++i) {
    const std::string shingle = absl::StrJoin(
        absl::MakeConstSpan(tokens).subspan(i, width), absl::string_view(" "));
    set.push_back(XXH3_64bits_withSeed(shingle.data(), shingle.size(), kSeed));
  }
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

uint64_t HashOf(absl::Span<const uint64_t> words, uint64_t seed) {
  return XXH3_64bits_withSeed(words.data(), words.size() * sizeof(uint64_t),
                              seed);
}

// The least value of the set under permutation `slot`.
uint64_t MinSlot(const ShingleSet& set, uint64_t slot) {
  const uint64_t multiplier = XXH3_64bits_withSeed(&slot, sizeof(slot), kSeed);
  uint64_t least = std::numeric_limits<uint64_t>::max();
  for (const uint64_t shingle : set) {
    least = std::min(least, (shingle * (multiplier | 1)) >> 32);
  }
  return least;
}

uint64_t BandKey(const ShingleSet& set, int band, int rows) {
  std::vector<uint64_t> slots;
  for (int row = 0; row < rows; ++row) {
    slots.push_back(MinSlot(set, static_cast<uint64_t>(band * rows + row)));
  }
  return HashOf(slots, static_cast<uint64_t>(band));
}

double Jaccard(const ShingleSet& a, const ShingleSet& b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    common += a[i] == b[j];
    const bool advance_a = a[i] <= b[j];
    const bool advance_b = b[j] <= a[i];
    i += advance_a;
    j += advance_b;
  }
  return static_cast<double>(common) /
         static_cast<double>(a.size() + b.size() - common);
}

// Pairs every posting of one key with the `kept` first of them.
void AddPairs(absl::Span<const Posting> postings, size_t kept,
              std::vector<Pair>& pairs) {
  for (size_t i = 0; i < postings.size(); ++i) {
    for (size_t j = 0; j < std::min(i, kept); ++j) {
      pairs.push_back(std::minmax({postings[i].id, postings[j].id}));
    }
  }
}

// Candidates of one band. `ids` are texts with distinct sets.
void AddBand(const std::vector<ShingleSet>& sets,
             const std::vector<uint32_t>& ids, int band,
             const ClusterOptions& options, std::vector<Pair>& pairs,
             ClusterStats& stats) {
  std::vector<Posting> postings;
  for (const uint32_t id : ids) {
    postings.push_back(
        {BandKey(sets[id], band, options.rows), HashOf(sets[id], kSeed), id});
  }
  std::sort(postings.begin(), postings.end());
  const size_t kept = static_cast<size_t>(options.max_postings);
  for (size_t i = 0, end = 0; i < postings.size(); i = end) {
    while (end < postings.size() && postings[end].key == postings[i].key) ++end;
    AddPairs(absl::MakeConstSpan(postings).subspan(i, end - i), kept, pairs);
    if (end - i > kept) stats.capped_postings += end - i - kept;
  }
}

// Links each text to the first with the same set; returns those firsts.
std::vector<uint32_t> Collapse(const std::vector<ShingleSet>& sets,
                               std::vector<ClusterEdge>& edges) {
  std::vector<uint32_t> order(sets.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return sets[a] < sets[b]; });
  std::vector<uint32_t> firsts;
  for (const uint32_t id : order) {
    if (!firsts.empty() && sets[firsts.back()] == sets[id]) {
      edges.push_back({firsts.back(), id, 1.0f});
    } else {
      firsts.push_back(id);
    }
  }
  return firsts;
}

uint32_t FindRoot(std::vector<uint32_t>& root, uint32_t id) {
  while (root[id] != id) id = root[id] = root[root[id]];
  return id;
}

std::vector<uint32_t> Roots(size_t n, absl::Span<const ClusterEdge> edges) {
  std::vector<uint32_t> root(n);
  std::iota(root.begin(), root.end(), 0);
  for (const ClusterEdge& edge : edges) {
    const auto [low, high] =
        std::minmax({FindRoot(root, edge.a), FindRoot(root, edge.b)});
    root[high] = low;
  }
  for (uint32_t id = 0; id < n; ++id) root[id] = FindRoot(root, id);
  return root;
}

}  // namespace

Clustering ClusterTexts(absl::Span<const absl::string_view> texts,
                        const ClusterOptions& options) {
  Clustering result;
  std::vector<ShingleSet> sets;
  sets.reserve(texts.size());
  for (const absl::string_view text : texts) sets.push_back(Shingles(text));
  const std::vector<uint32_t> firsts = Collapse(sets, result.edges);

  std::vector<Pair> pairs;
  for (int band = 0; band < options.bands; ++band) {
    AddBand(sets, firsts, band, options, pairs, result.stats);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const auto& [a, b] : pairs) {
    const double similarity = Jaccard(sets[a], sets[b]);
    if (similarity < options.threshold) continue;
    result.edges.push_back({a, b, static_cast<float>(similarity)});
  }
  std::sort(result.edges.begin(), result.edges.end(),
            [](const ClusterEdge& x, const ClusterEdge& y) {
              return std::pair(x.a, x.b) < std::pair(y.a, y.b);
            });
  result.root = Roots(texts.size(), result.edges);
  result.stats.texts = texts.size();
  result.stats.distinct_sets = firsts.size();
  result.stats.candidates = result.stats.verified = pairs.size();
  result.stats.edges = result.edges.size();
  return result;
}

}  // namespace concord
