// Files to documents: JSON lines, plain and compressed, and HTML.
//
//   build/bench/ingest/ingest_bench
//
// bytes_per_second is of the uncompressed bytes. CONCORD_BENCH_DROP names a
// drop to read as well; its bytes are those of the records that were read.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bench/bench_file.h"
#include "bench/pages.h"
#include "bench/workload.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/drop.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/unpack_reader.h"
#include "tests/ingest/packed_bytes.h"

namespace concord {
namespace {

// Looks at what it is given and lets it go.
class CountingSink : public DropSink {
 public:
  void OnDocument(Document document) override {
    ++documents;
    bytes += document.source.bytes();
  }
  void OnQuarantine(v1::Quarantine) override {}

  int64_t documents = 0;
  int64_t bytes = 0;
};

const std::string& JsonLines() {
  static const auto& lines = *[] {
    auto* made = new std::string;
    int id = 0;
    for (const std::string& text : GenerateTexts(LongDocuments(2000))) {
      absl::StrAppend(made, "{\"id\":", ++id, ",\"outlet\":\"Harbour Post\",",
                      "\"published\":\"2026-03-04\",\"text\":\"", text,
                      "\"}\n");
    }
    return made;
  }();
  return lines;
}

// `bytes` of one reading; 0 for those of the records.
void ReadDrop(benchmark::State& state, const std::string& drop, size_t bytes) {
  CountingSink sink;
  absl::Status status;
  for (auto _ : state) status.Update(ReadDrops({drop}, Limits(), sink));
  if (!status.ok() || sink.documents == 0)
    state.SkipWithError("the drop cannot be read");
  state.SetItemsProcessed(sink.documents);
  state.SetBytesProcessed(
      bytes == 0 ? sink.bytes
                 : static_cast<int64_t>(state.iterations() * bytes));
}

void BM_JsonLines(benchmark::State& state) {
  const BenchFile file("lines.jsonl", JsonLines());
  ReadDrop(state, file.path(), JsonLines().size());
}
BENCHMARK(BM_JsonLines)->Unit(benchmark::kMillisecond);

void BM_GzipJsonLines(benchmark::State& state) {
  const BenchFile file("lines.jsonl.gz", Gzip(JsonLines()));
  ReadDrop(state, file.path(), JsonLines().size());
}
BENCHMARK(BM_GzipJsonLines)->Unit(benchmark::kMillisecond);

// What bounds the reading of compressed data: inflating alone.
void BM_Inflate(benchmark::State& state) {
  const BenchFile file("lines.gz", Gzip(JsonLines()));
  const Limits limits;
  int64_t bytes = 0;
  for (auto _ : state) {
    absl::StatusOr<ByteReader> in = ByteReader::Open(file.path());
    if (!in.ok()) return state.SkipWithError("the file cannot be opened");
    UnpackReader content(*in, Packing::kGzip, limits);
    absl::StatusOr<absl::string_view> chunk;
    while ((chunk = content.Next()).ok() && !chunk->empty()) {
      bytes += static_cast<int64_t>(chunk->size());
    }
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(BM_Inflate)->Unit(benchmark::kMillisecond);

void BM_ReadHtml(benchmark::State& state) {
  const std::vector<std::string> pages = MakeHtmlPages(100);
  int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& page : pages) {
      benchmark::DoNotOptimize(ReadHtml(page));
      bytes += static_cast<int64_t>(page.size());
    }
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(BM_ReadHtml)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (const char* drop = std::getenv("CONCORD_BENCH_DROP")) {
    benchmark::RegisterBenchmark("BM_RealDrop", concord::ReadDrop,
                                 std::string(drop), size_t{0})
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
