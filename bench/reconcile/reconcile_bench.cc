// Articles and their claims to the whole account, on one thread.
//
//   build/bench/reconcile/reconcile_bench
//
// items_per_second is of claims, bytes_per_second of the articles' text.
// CONCORD_BENCH_DROP names a drop of real articles to run on as well.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "bench/bench_file.h"
#include "bench/drop_claims.h"
#include "bench/pipeline/news_drop.h"
#include "engine/reconcile/reconcile.h"

namespace concord {
namespace {

size_t TextBytes(const std::vector<v1::Article>& articles) {
  size_t bytes = 0;
  for (const v1::Article& article : articles) bytes += article.text().size();
  return bytes;
}

void ReconcileDrop(benchmark::State& state, const std::string& drop) {
  DropClaims all = ClaimsOf(drop);
  if (all.claims.empty()) return state.SkipWithError("the drop has no claims");
  size_t relations = 0, agreements = 0;
  for (auto _ : state) {
    // Sets the claims' dispositions, to the same each time.
    const Reconciliation sets =
        Reconcile(all.articles, absl::MakeSpan(all.claims));
    relations = sets.relations.size();
    agreements = sets.agreements.size();
  }
  state.SetItemsProcessed(
      static_cast<int64_t>(state.iterations() * all.claims.size()));
  state.SetBytesProcessed(
      static_cast<int64_t>(state.iterations() * TextBytes(all.articles)));
  state.counters["claims"] = static_cast<double>(all.claims.size());
  state.counters["relations"] = static_cast<double>(relations);
  state.counters["agreements"] = static_cast<double>(agreements);
}

void ReconcileGenerated(benchmark::State& state) {
  const auto articles = static_cast<size_t>(state.range(0));
  const BenchFile file(absl::StrCat(articles, ".jsonl"),
                       MakeNewsDrop(articles, 1));
  ReconcileDrop(state, file.path());
}
BENCHMARK(ReconcileGenerated)
    ->Name("BM_Reconcile/generated")
    ->Arg(40)
    ->Arg(400)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (const char* drop = std::getenv("CONCORD_BENCH_DROP")) {
    benchmark::RegisterBenchmark("BM_Reconcile/real", concord::ReconcileDrop,
                                 std::string(drop))
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
