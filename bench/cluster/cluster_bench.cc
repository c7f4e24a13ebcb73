// Whole runs, from text to clusters: the engine, and the plain C++ way beside
// it. tools/bench_table.py runs them interleaved and prints ratios.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bench/cluster/corpus.h"
#include "bench/cluster/plain.h"
#include "bench/workload.h"
#include "benchmark/benchmark.h"
#include "engine/cluster/claim_index.h"
#include "engine/cluster/cluster.h"
#include "engine/cluster/huge_array.h"

namespace concord {
namespace {

void Report(benchmark::State& state, const Corpus& corpus) {
  const double runs = static_cast<double>(state.iterations());
  const double n = static_cast<double>(corpus.texts.size()) * runs;
  state.SetBytesProcessed(static_cast<int64_t>(corpus.bytes) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["per_text"] = benchmark::Counter(
      n, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void Report(benchmark::State& state, const Quality& quality) {
  state.counters["recall_50"] = quality.recall_50;
  state.counters["recall_70"] = quality.recall_70;
  state.counters["precision"] = quality.precision;
}

// Touches as much memory as any contender needs, and gives it back. In a
// virtual machine free pages may have gone back to the host, which then takes
// longer to find each again than the kernel to zero it: time of the machine's
// past, not of the run.
void WarmMemory(const Corpus& corpus) {
  constexpr size_t kBytesPerText = 300;
  constexpr size_t kLeast = size_t{512} << 20;
  HugeArray<char> memory(std::max(kLeast, kBytesPerText * corpus.views.size()));
  std::memset(memory.data(), 1, memory.size());
  benchmark::DoNotOptimize(memory.data());
}

Clustering Run(const Corpus& corpus, const ClusterOptions& options) {
  return corpus.documents ? ClusterDocuments(corpus.views, options)
                          : ClusterTexts(corpus.views, options);
}

void Engine(benchmark::State& state, CorpusKind kind, int threads,
            SimdLevel simd, bool judge) {
  if (KernelsOrNull(simd) == nullptr) {
    state.SkipWithError("not on this processor");
    return;
  }
  const Corpus& corpus = GetCorpus(kind);
  if (corpus.texts.empty()) {
    state.SkipWithError("no file: set CONCORD_BENCH_SENTENCES");
    return;
  }
  ClusterOptions options;
  options.threads = threads;
  options.simd = simd;
  WarmMemory(corpus);
  Clustering found;
  for (auto _ : state) found = Run(corpus, options);
  Report(state, corpus);
  if (judge) Report(state, MeasureQuality(kind, found.edges));
  const double n = static_cast<double>(corpus.texts.size());
  size_t clusters = 0;
  for (size_t i = 0; i < found.root.size(); ++i) clusters += found.root[i] == i;
  state.counters["bytes_per_text"] = static_cast<double>(found.stats.bytes) / n;
  state.counters["candidates"] =
      static_cast<double>(found.stats.candidates) / n;
  state.counters["verified"] = static_cast<double>(found.stats.verified) / n;
  state.counters["clusters"] = static_cast<double>(clusters);
}

void Plain(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  if (corpus.texts.empty()) {
    state.SkipWithError("no file: set CONCORD_BENCH_SENTENCES");
    return;
  }
  WarmMemory(corpus);
  PlainResult found;
  for (auto _ : state) found = PlainCluster(corpus.normalized_views, 0.5);
  Report(state, corpus);
  Report(state, MeasureQuality(kind, found.edges));
}

// One claim at a time, nothing to overlap its misses with, against many seen.
void LoneClaim(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  const size_t lone = 20'000;
  ClaimIndex index({}, corpus.texts.size() + lone);
  std::vector<Neighbor> neighbors;
  for (const absl::string_view text : corpus.views) index.Add(text, neighbors);
  WorkloadOptions options = ShortClaims(lone);
  options.seed = 2;
  const std::vector<std::string> texts = GenerateTexts(options);
  for (auto _ : state) {
    for (const std::string& text : texts) {
      index.Add(text, neighbors);
      // The next claim is not read before this one is answered.
      benchmark::DoNotOptimize(neighbors.data());
      benchmark::ClobberMemory();
    }
  }
  state.counters["per_text"] = benchmark::Counter(
      static_cast<double>(lone) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["bytes_per_text"] =
      static_cast<double>(index.bytes()) / static_cast<double>(index.size());
}

constexpr SimdLevel kBest = SimdLevel::kBest;

#define CONCORD_RUN(function, name, ...)         \
  BENCHMARK_CAPTURE(function, name, __VA_ARGS__) \
      ->Iterations(1)                            \
      ->MeasureProcessCPUTime()                  \
      ->Unit(benchmark::kMillisecond)

// Small enough to be run under callgrind, which counts its instructions.
CONCORD_RUN(Engine, claims_2k, CorpusKind::kClaims2k, 1, kBest, false);
CONCORD_RUN(Plain, claims_200k, CorpusKind::kClaims200k);
CONCORD_RUN(Engine, claims_200k, CorpusKind::kClaims200k, 1, kBest, true);
CONCORD_RUN(Engine, claims_200k_avx2, CorpusKind::kClaims200k, 1,
            SimdLevel::kAvx2, false);
CONCORD_RUN(Engine, claims_200k_scalar, CorpusKind::kClaims200k, 1,
            SimdLevel::kScalar, false);
CONCORD_RUN(Engine, claims_200k_2_threads, CorpusKind::kClaims200k, 2, kBest,
            false);
CONCORD_RUN(Engine, boilerplate_200k, CorpusKind::kBoilerplate200k, 1, kBest,
            false);
CONCORD_RUN(Engine, boilerplate_edited_200k, CorpusKind::kEditedBoilerplate200k,
            1, kBest, false);
CONCORD_RUN(Plain, documents_10k, CorpusKind::kDocuments10k);
CONCORD_RUN(Engine, documents_10k, CorpusKind::kDocuments10k, 1, kBest, true);
CONCORD_RUN(Plain, sentences, CorpusKind::kSentences);
CONCORD_RUN(Engine, sentences, CorpusKind::kSentences, 1, kBest, true);
CONCORD_RUN(Engine, claims_1M, CorpusKind::kClaims1M, 1, kBest, false);
CONCORD_RUN(Engine, claims_4M, CorpusKind::kClaims4M, 1, kBest, false);
CONCORD_RUN(LoneClaim, seen_200k, CorpusKind::kClaims200k);
CONCORD_RUN(LoneClaim, seen_4M, CorpusKind::kClaims4M);

}  // namespace
}  // namespace concord

BENCHMARK_MAIN();
