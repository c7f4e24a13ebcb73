#include "bench/cluster/plain.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "bench/workload.h"
#include "engine/cluster/union_find.h"
#include "xxhash.h"

namespace concord {
namespace {

constexpr size_t kPermutations = 128;
constexpr size_t kBands = 25;
constexpr size_t kRows = 5;

using Set = std::vector<uint64_t>;
using Signature = std::array<uint32_t, kPermutations>;
using Bucket = absl::InlinedVector<uint32_t, 2>;

// Multiply-shift (Dietzfelbinger et al., 1997): the high half of a * x + b.
struct Permutations {
  Permutations() {
    Random random(7);
    for (size_t k = 0; k < kPermutations; ++k) {
      a[k] = random.Next() | 1;
      b[k] = random.Next();
    }
  }
  std::array<uint64_t, kPermutations> a;
  std::array<uint64_t, kPermutations> b;
};

// Hashes every three words as they stand, one substring each.
void Shingle(absl::string_view text, Set& set) {
  set.clear();
  size_t begins[3] = {0, 0, 0};
  size_t words = 0;
  for (size_t i = 0, begin = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ') continue;
    begins[words++ % 3] = begin;
    begin = i + 1;
    if (words < 3) continue;
    const size_t from = begins[words % 3];
    set.push_back(XXH3_64bits(text.data() + from, i - from));
  }
  if (set.empty()) set.push_back(XXH3_64bits(text.data(), text.size()));
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

void Sketch(const Set& set, const Permutations& p, Signature& signature) {
  signature.fill(std::numeric_limits<uint32_t>::max());
  for (const uint64_t x : set) {
    for (size_t k = 0; k < kPermutations; ++k) {
      const uint32_t value = static_cast<uint32_t>((p.a[k] * x + p.b[k]) >> 32);
      signature[k] = std::min(signature[k], value);
    }
  }
}

double Jaccard(const Set& a, const Set& b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++common, ++i, ++j;
    }
  }
  return static_cast<double>(common) /
         static_cast<double>(a.size() + b.size() - common);
}

}  // namespace

std::string PlainNormalize(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    if (absl::ascii_isalnum(c) || (c & 0x80)) {
      out += absl::ascii_tolower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

PlainResult PlainCluster(absl::Span<const absl::string_view> normalized,
                         double threshold) {
  const Permutations permutations;
  const size_t n = normalized.size();
  PlainResult result;
  std::vector<Set> sets(n);
  std::vector<absl::flat_hash_map<uint64_t, Bucket>> bands(kBands);
  for (auto& band : bands) band.reserve(n);
  UnionFind clusters(n);
  Signature signature;
  Set scratch;
  std::vector<uint32_t> candidates;
  for (uint32_t id = 0; id < n; ++id) {
    Shingle(normalized[id], scratch);
    sets[id] = scratch;
    Sketch(sets[id], permutations, signature);
    candidates.clear();
    for (size_t band = 0; band < kBands; ++band) {
      const uint64_t key =
          XXH3_64bits(&signature[band * kRows], kRows * sizeof(uint32_t));
      Bucket& bucket = bands[band][key];
      candidates.insert(candidates.end(), bucket.begin(), bucket.end());
      bucket.push_back(id);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()),
                     candidates.end());
    for (const uint32_t other : candidates) {
      const double similarity = Jaccard(sets[other], sets[id]);
      if (similarity < threshold) continue;
      result.edges.push_back({other, id, static_cast<float>(similarity)});
      clusters.Unite(other, id);
    }
  }
  result.root = clusters.TakeRoots();
  return result;
}

}  // namespace concord
