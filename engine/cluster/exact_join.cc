#include "engine/cluster/exact_join.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/cluster/fold.h"
#include "engine/cluster/union_find.h"

namespace concord {
namespace {

// Shingles by number, in some order.
using Bag = std::vector<uint32_t>;

std::vector<std::string> Tokens(absl::string_view text) {
  std::string folded(text.size(), '\0');
  folded.resize(FoldBeyondAscii(text, folded.data()));
  std::vector<std::string> tokens(1);
  for (const char c : folded) {
    if (absl::ascii_isalnum(c) || !absl::ascii_isascii(c)) {
      tokens.back() += absl::ascii_tolower(c);
    } else if (!tokens.back().empty()) {
      tokens.emplace_back();
    }
  }
  if (tokens.back().empty()) tokens.pop_back();
  if (tokens.empty()) tokens.push_back(folded);
  return tokens;
}

// Numbers tokens, then shingles, by their text.
class Interner {
 public:
  Bag Shingles(absl::string_view text) {
    std::vector<uint32_t> tokens;
    for (const std::string& token : Tokens(text)) {
      // 0 stands for a token that is not there.
      tokens.push_back(Number(token, tokens_) + 1);
    }
    while (tokens.size() < 3) tokens.push_back(0);
    Bag bag;
    for (size_t i = 0; i + 3 <= tokens.size(); ++i) {
      bag.push_back(Number(
          std::array<uint32_t, 3>{tokens[i], tokens[i + 1], tokens[i + 2]},
          shingles_));
    }
    return bag;
  }

  size_t shingle_count() const { return shingles_.size(); }

 private:
  template <typename Key>
  static uint32_t Number(const Key& key,
                         absl::flat_hash_map<Key, uint32_t>& numbers) {
    const uint32_t next = static_cast<uint32_t>(numbers.size());
    return numbers.try_emplace(key, next).first->second;
  }

  absl::flat_hash_map<std::string, uint32_t> tokens_;
  absl::flat_hash_map<std::array<uint32_t, 3>, uint32_t> shingles_;
};

// Renumbers shingles so that rarer ones come first, and sorts every bag.
void OrderByFrequency(size_t shingle_count, std::vector<Bag>& bags) {
  std::vector<uint32_t> frequency(shingle_count);
  for (const Bag& bag : bags) {
    for (const uint32_t shingle : bag) ++frequency[shingle];
  }
  std::vector<uint32_t> order(shingle_count);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return frequency[a] < frequency[b];
  });
  std::vector<uint32_t> rank(shingle_count);
  for (uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (Bag& bag : bags) {
    for (uint32_t& shingle : bag) shingle = rank[shingle];
    std::sort(bag.begin(), bag.end());
  }
}

// The texts that differ from all before them; the others get an edge to the one
// they repeat.
std::vector<uint32_t> Collapse(const std::vector<Bag>& bags,
                               std::vector<ClusterEdge>& edges) {
  absl::flat_hash_map<absl::Span<const uint32_t>, uint32_t> firsts;
  std::vector<uint32_t> distinct;
  for (uint32_t id = 0; id < bags.size(); ++id) {
    const auto [first, added] = firsts.try_emplace(bags[id], id);
    if (added) {
      distinct.push_back(id);
    } else {
      edges.push_back({first->second, id, 1.0f});
    }
  }
  return distinct;
}

double Jaccard(const Bag& a, const Bag& b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    common += a[i] == b[j];
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  return static_cast<double>(common) /
         static_cast<double>(a.size() + b.size() - common);
}

// A set of n must share a shingle with any set of similarity t among its first
// n - ceil(t * n) + 1, in an order that is the same for all sets.
size_t PrefixLength(size_t n, double threshold) {
  // Less than the rounding of any quotient of two sizes.
  constexpr double kSlack = 1e-9;
  const double least = std::ceil(threshold * static_cast<double>(n) - kSlack);
  return n - static_cast<size_t>(std::max(least, 1.0)) + 1;
}

void Join(const std::vector<Bag>& sets, absl::Span<const uint32_t> ids,
          double threshold, Clustering& result) {
  absl::flat_hash_map<uint32_t, std::vector<uint32_t>> postings;
  std::vector<uint32_t> candidates;
  for (const uint32_t id : ids) {
    candidates.clear();
    const size_t prefix = PrefixLength(sets[id].size(), threshold);
    for (size_t i = 0; i < prefix; ++i) {
      std::vector<uint32_t>& texts = postings[sets[id][i]];
      candidates.insert(candidates.end(), texts.begin(), texts.end());
      texts.push_back(id);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()),
                     candidates.end());
    result.stats.candidates += candidates.size();
    for (const uint32_t other : candidates) {
      const double similarity = Jaccard(sets[other], sets[id]);
      if (similarity < threshold) continue;
      result.edges.push_back({other, id, static_cast<float>(similarity)});
    }
  }
}

}  // namespace

Clustering ClusterExactly(absl::Span<const absl::string_view> texts,
                          double threshold) {
  Clustering result;
  std::vector<Bag> sets;
  Interner interner;
  for (const absl::string_view text : texts) {
    sets.push_back(interner.Shingles(text));
  }
  OrderByFrequency(interner.shingle_count(), sets);
  const std::vector<uint32_t> distinct = Collapse(sets, result.edges);
  for (Bag& set : sets) {
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  Join(sets, distinct, threshold, result);

  std::sort(result.edges.begin(), result.edges.end(),
            [](const ClusterEdge& x, const ClusterEdge& y) {
              return std::tie(x.a, x.b) < std::tie(y.a, y.b);
            });
  UnionFind clusters(texts.size());
  for (const ClusterEdge& edge : result.edges) clusters.Unite(edge.a, edge.b);
  result.root = clusters.TakeRoots();
  result.stats.texts = texts.size();
  result.stats.distinct_sets = distinct.size();
  result.stats.filter_passed = result.stats.candidates;
  result.stats.verified = result.stats.candidates;
  result.stats.edges = result.edges.size();
  return result;
}

}  // namespace concord
