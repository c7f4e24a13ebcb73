// Claims prepared and pairs compared, on one thread.
//
//   build/bench/compare/compare_bench
//
// items_per_second is of claims or pairs. CONCORD_BENCH_SENTENCES names a file
// of real sentences, one a line, to run on as well.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bench/compare/claim_pairs.h"
#include "engine/compare/compare.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

// As reconcile/ asks of pairs that its index finds.
constexpr CompareContext kFound = {.same_event = true, .found = true};

void PrepareClaims(benchmark::State& state, ClaimKind kind) {
  const ClaimPairs& pairs = PairsOf(kind);
  const std::vector<v1::Claim>& claims = pairs.drop.claims;
  int64_t bytes = 0;
  for (auto _ : state) {
    for (size_t i = 0; i < claims.size(); ++i) {
      benchmark::DoNotOptimize(Prepare(claims[i], pairs.articles[i]));
      bytes += static_cast<int64_t>(claims[i].text().size());
    }
  }
  state.SetItemsProcessed(
      static_cast<int64_t>(state.iterations() * claims.size()));
  state.SetBytesProcessed(bytes);
}

// Calls `compare` for each of `pairs`, over and over.
template <typename Function>
void Run(benchmark::State& state, ClaimKind kind, const Pairs& pairs,
         const Function& compare) {
  const std::vector<PreparedClaim>& claims = PairsOf(kind).prepared;
  if (pairs.empty()) return state.SkipWithError("there are no pairs");
  for (auto _ : state) {
    for (const auto& [a, b] : pairs) {
      benchmark::DoNotOptimize(compare(claims[a], claims[b]));
    }
  }
  state.SetItemsProcessed(
      static_cast<int64_t>(state.iterations() * pairs.size()));
}

// Most of these share too little, and are told so at a glance.
void MayRelateNear(benchmark::State& state, ClaimKind kind) {
  Run(state, kind, PairsOf(kind).near, MayRelate);
}

void JudgeNear(benchmark::State& state, ClaimKind kind) {
  Run(state, kind, PairsOf(kind).near,
      [](const auto& a, const auto& b) { return Judge(a, b, kFound); });
}

void JudgeRelated(benchmark::State& state, ClaimKind kind) {
  Run(state, kind, PairsOf(kind).related,
      [](const auto& a, const auto& b) { return Judge(a, b, kFound); });
}

void CompareRelated(benchmark::State& state, ClaimKind kind) {
  Run(state, kind, PairsOf(kind).related,
      [](const auto& a, const auto& b) { return Compare(a, b, kFound); });
}

void Register(const std::string& of, ClaimKind kind) {
  const std::pair<const char*, void (*)(benchmark::State&, ClaimKind)>
      kStages[] = {{"Prepare", PrepareClaims},
                   {"MayRelate/near", MayRelateNear},
                   {"Judge/near", JudgeNear},
                   {"Judge/related", JudgeRelated},
                   {"Compare/related", CompareRelated}};
  for (const auto& [name, body] : kStages) {
    benchmark::RegisterBenchmark((std::string(name) + "/" + of).c_str(), body,
                                 kind)
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  concord::Register("words", concord::ClaimKind::kWords);
  concord::Register("news", concord::ClaimKind::kNews);
  if (std::getenv("CONCORD_BENCH_SENTENCES") != nullptr) {
    concord::Register("sentences", concord::ClaimKind::kSentences);
  }
  benchmark::RunSpecifiedBenchmarks();
}
