#include "bench/cluster/corpus.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bench/cluster/plain.h"
#include "bench/workload.h"
#include "engine/cluster/exact_join.h"
#include "engine/cluster/union_find.h"

namespace concord {
namespace {

std::vector<std::string> Sentences() {
  std::vector<std::string> texts;
  const char* const path = std::getenv("CONCORD_BENCH_SENTENCES");
  if (path == nullptr) return texts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) texts.push_back(line);
  return texts;
}

WorkloadOptions Boilerplate(size_t count, double verbatim_share) {
  WorkloadOptions options = ShortClaims(count);
  options.boilerplate_share = 0.1;
  options.verbatim_share = verbatim_share;
  return options;
}

std::vector<std::string> Texts(CorpusKind kind) {
  switch (kind) {
    case CorpusKind::kClaims2k:
      return GenerateTexts(ShortClaims(2'000));
    case CorpusKind::kClaims200k:
      return GenerateTexts(ShortClaims(200'000));
    case CorpusKind::kClaims1M:
      return GenerateTexts(ShortClaims(1'000'000));
    case CorpusKind::kClaims4M:
      return GenerateTexts(ShortClaims(4'000'000));
    case CorpusKind::kBoilerplate200k:
      return GenerateTexts(Boilerplate(200'000, 0.5));
    case CorpusKind::kEditedBoilerplate200k:
      return GenerateTexts(Boilerplate(200'000, 0.0));
    case CorpusKind::kDocuments10k:
      return GenerateTexts(LongDocuments(10'000));
    case CorpusKind::kSentences:
      return Sentences();
  }
  return {};
}

using Pair = std::pair<uint32_t, uint32_t>;

// For each text the first with the same shingles.
std::vector<uint32_t> FirstsOf(size_t n,
                               const std::vector<ClusterEdge>& truth) {
  UnionFind same(n);
  for (const ClusterEdge& edge : truth) {
    if (edge.similarity == 1.0f) same.Unite(edge.a, edge.b);
  }
  return same.TakeRoots();
}

// Pairs of texts that differ, at least as similar as `least`, each text by the
// first like it, sorted.
std::vector<Pair> PairsOf(const std::vector<uint32_t>& firsts,
                          const std::vector<ClusterEdge>& edges, float least) {
  std::vector<Pair> pairs;
  for (const ClusterEdge& edge : edges) {
    if (edge.similarity < least || firsts[edge.a] == firsts[edge.b]) continue;
    pairs.push_back(std::minmax({firsts[edge.a], firsts[edge.b]}));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

double Share(size_t part, size_t whole) {
  return whole == 0 ? 1.0
                    : static_cast<double>(part) / static_cast<double>(whole);
}

size_t CountCommon(const std::vector<Pair>& a, const std::vector<Pair>& b) {
  std::vector<Pair> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return common.size();
}

}  // namespace

const Corpus& GetCorpus(CorpusKind kind) {
  static std::pair<CorpusKind, std::unique_ptr<Corpus>> kept;
  if (kept.second != nullptr && kept.first == kind) return *kept.second;
  kept.second = nullptr;  // before the next one takes its place
  auto corpus = std::make_unique<Corpus>();
  corpus->documents = kind == CorpusKind::kDocuments10k;
  corpus->texts = Texts(kind);
  corpus->views = ViewsOf(corpus->texts);
  const bool large =
      kind == CorpusKind::kClaims1M || kind == CorpusKind::kClaims4M;
  for (const absl::string_view text : corpus->views) {
    corpus->bytes += text.size();
    if (!large) corpus->normalized.push_back(PlainNormalize(text));
  }
  corpus->normalized_views = ViewsOf(corpus->normalized);
  kept = {kind, std::move(corpus)};
  return *kept.second;
}

Quality MeasureQuality(CorpusKind kind, const std::vector<ClusterEdge>& edges) {
  static std::map<CorpusKind, std::vector<ClusterEdge>> truths;
  if (truths.count(kind) == 0) {
    truths[kind] = ClusterExactly(GetCorpus(kind).views, 0.5).edges;
  }
  const std::vector<uint32_t> firsts =
      FirstsOf(GetCorpus(kind).texts.size(), truths[kind]);
  const std::vector<Pair> truth = PairsOf(firsts, truths[kind], 0.5f);
  const std::vector<Pair> found = PairsOf(firsts, edges, 0.5f);
  const std::vector<Pair> truth_70 = PairsOf(firsts, truths[kind], 0.7f);
  Quality quality;
  quality.recall_50 = Share(CountCommon(truth, found), truth.size());
  quality.recall_70 = Share(CountCommon(truth_70, found), truth_70.size());
  quality.precision = Share(CountCommon(truth, found), found.size());
  return quality;
}

}  // namespace concord
