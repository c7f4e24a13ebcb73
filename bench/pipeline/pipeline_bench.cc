// Whole runs: bytes of article text in, .pbs records out, on one thread.
//
//   build/bench/pipeline/pipeline_bench
//
// bytes_per_second is of the drop file. CONCORD_BENCH_DROP names a drop of real
// articles to run as well.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/string_view.h"
#include "bench/pipeline/news_drop.h"
#include "engine/pipeline/pipeline.h"
#include "engine/pipeline/record_sink.h"

namespace concord {
namespace {

// Counts what it is given.
class CountingSink : public ByteSink {
 public:
  absl::Status Append(absl::string_view bytes) override {
    bytes_ += bytes.size();
    return absl::OkStatus();
  }
  size_t bytes() const { return bytes_; }

 private:
  size_t bytes_ = 0;
};

size_t SizeOf(const std::string& path) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(path)) return fs::file_size(path);
  size_t total = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) total += entry.file_size();
  }
  return total;
}

void RunVerb(benchmark::State& state, DropVerb verb, const std::string& drop) {
  size_t written = 0, read = 0;
  for (auto _ : state) {
    CountingSink sink;
    RecordWriter writer(RecordFormat::kPbs, sink);
    const auto summary = RunDropVerb(verb, {drop}, {}, writer);
    if (!summary.ok() || summary->read == 0) {
      return state.SkipWithError("the drop cannot be read");
    }
    written = sink.bytes();
    read = summary->read;
  }
  state.SetBytesProcessed(
      static_cast<int64_t>(state.iterations() * SizeOf(drop)));
  state.counters["articles"] = static_cast<double>(read);
  state.counters["pbs_bytes"] = static_cast<double>(written);
}

void Register(const std::string& name, const std::string& drop) {
  constexpr struct {
    DropVerb verb;
    const char* name;
  } kVerbs[] = {{DropVerb::kExtract, "extract"},
                {DropVerb::kSegment, "segment"},
                {DropVerb::kClaims, "claims"},
                {DropVerb::kReconcile, "reconcile"}};
  for (const auto& verb : kVerbs) {
    benchmark::RegisterBenchmark((std::string(verb.name) + "/" + name).c_str(),
                                 RunVerb, verb.verb, drop)
        ->Unit(benchmark::kMillisecond);
  }
}

std::string Generated(size_t articles) {
  const std::string path =
      std::filesystem::temp_directory_path() /
      ("concord-bench-" + std::to_string(articles) + ".jsonl");
  std::ofstream(path, std::ios::binary) << MakeNewsDrop(articles, 1);
  return path;
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  concord::Register("generated-40", concord::Generated(40));
  concord::Register("generated-400", concord::Generated(400));
  if (const char* drop = std::getenv("CONCORD_BENCH_DROP")) {
    concord::Register("real", drop);
  }
  benchmark::RunSpecifiedBenchmarks();
}
