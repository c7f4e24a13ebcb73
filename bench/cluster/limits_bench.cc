// The stages one by one, each beside the pass that bounds it: what the machine
// takes for the least work that the stage cannot do without.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/cluster/corpus.h"
#include "bench/workload.h"
#include "benchmark/benchmark.h"
#include "engine/cluster/cluster_types.h"
#include "engine/cluster/hash.h"
#include "engine/cluster/huge_array.h"
#include "engine/cluster/kernels.h"
#include "engine/cluster/prefetch.h"
#include "engine/cluster/shingle_block.h"
#include "engine/cluster/sketch.h"

namespace concord {
namespace {

constexpr size_t kBlockTexts = 256;

const Kernels& BestKernels() { return KernelsFor(SimdLevel::kBest); }

void PerText(benchmark::State& state, double texts) {
  state.counters["per_text"] = benchmark::Counter(
      texts * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void Report(benchmark::State& state, const Corpus& corpus) {
  state.SetBytesProcessed(static_cast<int64_t>(corpus.bytes) *
                          static_cast<int64_t>(state.iterations()));
  PerText(state, static_cast<double>(corpus.texts.size()));
}

// All texts in slabs that stay in the first caches, as a block holds them, with
// the bounds and hashes of their tokens.
struct Slabs {
  explicit Slabs(const Corpus& corpus) {
    std::string slab;
    for (size_t i = 0; i < corpus.texts.size(); ++i) {
      slab += corpus.texts[i] + " ";
      if (i % kBlockTexts != kBlockTexts - 1) continue;
      slab.resize((slab.size() / kBlockBytes + 2) * kBlockBytes, ' ');
      slabs.push_back(slab);
      slab.clear();
    }
    for (std::string& s : slabs) {
      bounds.emplace_back(s.size() + kBlockBytes);
      bounds.back().resize(BestKernels().fold_and_find_bounds(
          s.data(), s.size() / kBlockBytes, bounds.back().data()));
      hashes.emplace_back(bounds.back().size() / 2);
      Hash(hashes.size() - 1);
    }
  }

  void Hash(size_t slab) {
    const char* const text = slabs[slab].data();
    const uint32_t* const at = bounds[slab].data();
    for (size_t i = 0; i < hashes[slab].size(); ++i) {
      hashes[slab][i] = HashToken(text + at[2 * i], at[2 * i + 1] - at[2 * i]);
    }
  }

  std::vector<std::string> slabs;
  std::vector<std::vector<uint32_t>> bounds;
  std::vector<std::vector<uint64_t>> hashes;
};

void LimitTokenise(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  Slabs slabs(corpus);
  std::vector<uint32_t> bounds;
  for (const std::string& slab : slabs.slabs) {
    bounds.resize(std::max(bounds.size(), slab.size() + kBlockBytes));
  }
  for (auto _ : state) {
    for (std::string& slab : slabs.slabs) {
      benchmark::DoNotOptimize(BestKernels().fold_and_find_bounds(
          slab.data(), slab.size() / kBlockBytes, bounds.data()));
    }
  }
  Report(state, corpus);
}

void LimitHash(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  Slabs slabs(corpus);
  for (auto _ : state) {
    for (size_t i = 0; i < slabs.slabs.size(); ++i) slabs.Hash(i);
    benchmark::ClobberMemory();
  }
  Report(state, corpus);
}

void LimitCombine(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  Slabs slabs(corpus);
  std::vector<uint64_t> shingles;
  for (const auto& hashes : slabs.hashes) {
    shingles.resize(std::max(shingles.size(), hashes.size()));
  }
  for (auto _ : state) {
    for (const std::vector<uint64_t>& hashes : slabs.hashes) {
      const uint64_t* const h = hashes.data();
      for (size_t i = 0; i + 2 < hashes.size(); ++i) {
        shingles[i] = HashShingle(h[i], h[i + 1], h[i + 2]);
      }
      benchmark::ClobberMemory();
    }
  }
  Report(state, corpus);
}

// The stage that the three passes above bound: texts as they lie in memory.
void StageShingle(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  ShingleBlock block;
  for (auto _ : state) {
    for (size_t i = 0; i < corpus.views.size();) {
      block.Clear();
      const size_t end = std::min(i + kBlockTexts, corpus.views.size());
      for (; i < end; ++i) block.Add(corpus.views[i]);
      block.Shingle(BestKernels());
      benchmark::DoNotOptimize(block[0].shingles.data());
    }
  }
  Report(state, corpus);
}

void StageSketch(benchmark::State& state, CorpusKind kind) {
  const Corpus& corpus = GetCorpus(kind);
  const size_t n = std::min<size_t>(corpus.views.size(), 4096);
  ShingleBlock block;
  for (size_t i = 0; i < n; ++i) block.Add(corpus.views[i]);
  block.Shingle(BestKernels());
  const ClusterOptions options;
  const SketchKind sketch =
      corpus.documents ? SketchKind::kDocuments : SketchKind::kClaims;
  Sketcher sketcher(sketch, options.bands, options.rows, BestKernels());
  std::vector<uint64_t> keys(static_cast<size_t>(options.bands));
  for (auto _ : state) {
    for (size_t i = 0; i < n; ++i) {
      sketcher.BandKeys(block[i].shingles, keys.data(), 1);
      benchmark::ClobberMemory();
    }
  }
  PerText(state, static_cast<double>(n));
}

// Reads and writes one random line after another, asked for 16 ahead, in a
// table of so many megabytes: what a posting costs at least.
void LimitRandomLine(benchmark::State& state) {
  struct alignas(64) Line {
    uint64_t words[8];
  };
  HugeArray<Line> lines((static_cast<size_t>(state.range(0)) << 20) /
                        sizeof(Line));
  for (size_t i = 0; i < lines.size(); ++i) lines[i].words[0] = i;
  constexpr size_t kTouches = 1 << 20;
  Random random(1);
  std::vector<uint32_t> order(kTouches + 16);
  for (uint32_t& i : order) {
    i = static_cast<uint32_t>(random.Below(lines.size()));
  }
  for (auto _ : state) {
    for (size_t i = 0; i < kTouches; ++i) {
      Prefetch(&lines[order[i + 16]]);
      ++lines[order[i]].words[3];
    }
    benchmark::ClobberMemory();
  }
  PerText(state, static_cast<double>(kTouches));
}

#define CONCORD_STAGE(function)                                         \
  BENCHMARK_CAPTURE(function, claims_200k, CorpusKind::kClaims200k)     \
      ->MinTime(0.1);                                                   \
  BENCHMARK_CAPTURE(function, documents_10k, CorpusKind::kDocuments10k) \
      ->MinTime(0.1)

CONCORD_STAGE(LimitTokenise);
CONCORD_STAGE(LimitHash);
CONCORD_STAGE(LimitCombine);
CONCORD_STAGE(StageShingle);
CONCORD_STAGE(StageSketch);
BENCHMARK(LimitRandomLine)->Arg(2)->Arg(32)->Arg(512)->MinTime(0.1);

}  // namespace
}  // namespace concord
