// Files to documents: JSON lines, plain and compressed, crawls and HTML. How
// close to its bound a reader comes is the ratio to the library alone, in one
// run.
//
//   build/bench/ingest/ingest_bench
//
// bytes_per_second is of the uncompressed bytes. CONCORD_BENCH_DROP names a
// drop to read as well; its bytes are those of the records that were read.

#include <benchmark/benchmark.h>
#define ZLIB_CONST
#include <zlib.h>
#include <zstd.h>

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
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"
#include "engine/ingest/drop.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/unpack_reader.h"
#include "engine/ingest/warc_reader.h"
#include "tests/ingest/packed_bytes.h"
#include "tests/ingest/warc_bytes.h"

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
  void OnWithdrawal(Document) override {}
  void OnSkipped(absl::string_view, uint64_t) override {}

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

void BM_ZstdJsonLines(benchmark::State& state) {
  const BenchFile file("lines.jsonl.zst", Zstd(JsonLines()));
  ReadDrop(state, file.path(), JsonLines().size());
}
BENCHMARK(BM_ZstdJsonLines)->Unit(benchmark::kMillisecond);

// What our readers of packed data take: the content, and nothing done with it.
void Unpack(benchmark::State& state, const std::string& bytes,
            Packing packing) {
  const Limits limits;
  int64_t total = 0;
  for (auto _ : state) {
    StringSource in(bytes);
    UnpackReader content(in, packing, limits);
    absl::StatusOr<absl::string_view> chunk;
    while ((chunk = content.Next()).ok() && !chunk->empty()) {
      total += static_cast<int64_t>(chunk->size());
    }
  }
  state.SetBytesProcessed(total);
}

void BM_UnpackGzip(benchmark::State& state) {
  Unpack(state, Gzip(JsonLines()), Packing::kGzip);
}
BENCHMARK(BM_UnpackGzip)->Unit(benchmark::kMillisecond);

void BM_UnpackZstd(benchmark::State& state) {
  Unpack(state, Zstd(JsonLines()), Packing::kZstd);
}
BENCHMARK(BM_UnpackZstd)->Unit(benchmark::kMillisecond);

// What bounds them: the libraries alone, from memory to one buffer.
void Inflate(benchmark::State& state, const std::string& bytes) {
  std::string room(ByteSource::kChunkBytes, '\0');
  int64_t total = 0;
  z_stream stream = {};
  inflateInit2(&stream, MAX_WBITS + 16);
  for (auto _ : state) {
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    int result = Z_OK;
    while (stream.avail_in > 0 || result == Z_OK) {
      stream.next_out = reinterpret_cast<Bytef*>(room.data());
      stream.avail_out = static_cast<uInt>(room.size());
      result = inflate(&stream, Z_NO_FLUSH);
      total += static_cast<int64_t>(room.size() - stream.avail_out);
      if (result == Z_STREAM_END) inflateReset(&stream);
    }
  }
  inflateEnd(&stream);
  state.SetBytesProcessed(total);
}

void BM_ZlibAlone(benchmark::State& state) {
  Inflate(state, Gzip(JsonLines()));
}
BENCHMARK(BM_ZlibAlone)->Unit(benchmark::kMillisecond);

void BM_ZstdAlone(benchmark::State& state) {
  const std::string bytes = Zstd(JsonLines());
  std::string room(ByteSource::kChunkBytes, '\0');
  ZSTD_DCtx* const context = ZSTD_createDCtx();
  int64_t total = 0;
  for (auto _ : state) {
    ZSTD_inBuffer in = {bytes.data(), bytes.size(), 0};
    size_t result = 1;
    while (in.pos < in.size || result != 0) {
      ZSTD_outBuffer out = {room.data(), room.size(), 0};
      result = ZSTD_decompressStream(context, &out, &in);
      total += static_cast<int64_t>(out.pos);
    }
  }
  ZSTD_freeDCtx(context);
  state.SetBytesProcessed(total);
}
BENCHMARK(BM_ZstdAlone)->Unit(benchmark::kMillisecond);

// A crawl, each record packed by itself. The same bytes go through zlib alone,
// through the reader of WARC files alone, and through all of ingest with its
// reading of HTML, which is what most of the time goes to.
struct Crawl {
  std::string packed;
  size_t bytes = 0;  // unpacked
};

const Crawl& ACrawl() {
  static const auto& crawl = *[] {
    auto* made = new Crawl;
    for (const std::string& page : MakeHtmlPages(300)) {
      const std::string record =
          WarcPage(absl::StrCat("https://a.example/", made->bytes), page);
      made->packed += Gzip(record);
      made->bytes += record.size();
    }
    return made;
  }();
  return crawl;
}

void BM_WarcZlibAlone(benchmark::State& state) {
  Inflate(state, ACrawl().packed);
}
BENCHMARK(BM_WarcZlibAlone)->Unit(benchmark::kMillisecond);

void BM_WarcRecords(benchmark::State& state) {
  const Limits limits;
  CountingSink sink;
  int64_t captures = 0;
  for (auto _ : state) {
    Intake intake(limits, sink);
    StringSource in(ACrawl().packed);
    UnpackReader content(in, Packing::kGzip, limits);
    WarcReader(content, intake, {}, [&](const Capture&, const Place&) {
      ++captures;
    }).Read();
  }
  state.SetItemsProcessed(captures);
  state.SetBytesProcessed(
      static_cast<int64_t>(state.iterations() * ACrawl().bytes));
}
BENCHMARK(BM_WarcRecords)->Unit(benchmark::kMillisecond);

void BM_WarcPages(benchmark::State& state) {
  const BenchFile file("crawl.warc.gz", ACrawl().packed);
  ReadDrop(state, file.path(), ACrawl().bytes);
}
BENCHMARK(BM_WarcPages)->Unit(benchmark::kMillisecond);

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
