// Records of a run to each of the views for people, on one thread.
//
//   build/bench/report/report_bench
//
// bytes_per_second is of what is written, items_per_second of claims; the
// counter `read` is megabytes of the records a second.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench_file.h"
#include "bench/pipeline/news_drop.h"
#include "engine/pipeline/pipeline.h"
#include "engine/report/html_view.h"
#include "engine/report/jsonld_view.h"
#include "engine/report/text_view.h"
#include "engine/report/tsv_view.h"

namespace concord {
namespace {

class CollectingSink : public RecordSink {
 public:
  absl::Status Write(v1::Record record) override {
    bytes += record.ByteSizeLong();
    claims += record.has_claim() ? 1 : 0;
    records.push_back(std::move(record));
    return absl::OkStatus();
  }
  absl::Status Finish(const std::vector<v1::Dropped>&) override {
    return absl::OkStatus();
  }

  std::vector<v1::Record> records;
  size_t bytes = 0, claims = 0;
};

// A run of some ten thousand claims.
const CollectingSink& Run() {
  static const CollectingSink* const run = [] {
    auto* sink = new CollectingSink;
    const BenchFile file("report.jsonl", MakeNewsDrop(400, 1));
    (void)RunDropVerb(DropVerb::kReconcile, {file.path()}, {}, *sink);
    return sink;
  }();
  return *run;
}

template <typename View>
void BM_View(benchmark::State& state) {
  const CollectingSink& run = Run();
  if (run.claims == 0) return state.SkipWithError("the drop has no claims");
  size_t written = 0;
  for (auto _ : state) {
    std::string out;
    StringSink sink(&out);
    View view(sink);
    for (const v1::Record& record : run.records) (void)view.Write(record);
    (void)view.Finish({});
    written = out.size();
  }
  const auto rounds = static_cast<int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<int64_t>(written));
  state.SetItemsProcessed(rounds * static_cast<int64_t>(run.claims));
  state.counters["claims"] = static_cast<double>(run.claims);
  state.counters["read"] = benchmark::Counter(
      static_cast<double>(rounds) * static_cast<double>(run.bytes) / 1e6,
      benchmark::Counter::kIsRate);
}
BENCHMARK(BM_View<HtmlView>)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_View<TextView>)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_View<TsvView>)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_View<JsonLdView>)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

BENCHMARK_MAIN();
