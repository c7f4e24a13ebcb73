// Documents to articles: scraped text, and HTML from the page on.
//
//   build/bench/article/article_bench
//   build/bench/article/article_bench --benchmark_filter=HtmlBomb
//
// bytes_per_second is of the text or page, uncompressed. CONCORD_BENCH_PAGES
// names a folder of HTML files and CONCORD_BENCH_TEXTS one of text files to run
// on as well, compressed by gzip or not.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bench/pages.h"
#include "engine/article/article.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/unpack_reader.h"
#include "tests/ingest/html_bombs.h"

namespace concord {
namespace {

using Texts = std::vector<std::string>;

Document ScrapedDocument(const std::string& text) {
  Document document;
  document.layout = Layout::kScraped;
  MappedText mapped;
  mapped.AppendSource(text, 0);
  document.source_map = mapped.TakeMap();
  document.text = mapped.TakeText();
  return document;
}

// Calls `build` for each text, over and over.
template <typename Build>
void Run(benchmark::State& state, const Texts& texts, const Build& build) {
  if (texts.empty()) return state.SkipWithError("there are no files");
  int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(build(text));
      bytes += static_cast<int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(texts.size()));
}

void HtmlPage(benchmark::State& state, const Texts& pages) {
  Run(state, pages,
      [](const std::string& page) { return BuildArticle(ReadHtml(page)); });
}

void ScrapedText(benchmark::State& state, const Texts& texts) {
  Run(state, texts, [](const std::string& text) {
    return BuildArticle(ScrapedDocument(text));
  });
}

// The bytes of a file, or what they hold if they are packed.
std::string ContentOf(const std::string& path) {
  constexpr size_t kMostBytes = 64 << 20;
  std::string content;
  absl::StatusOr<ByteReader> in = ByteReader::Open(path);
  if (!in.ok()) return content;
  const absl::StatusOr<absl::string_view> head = in->Peek();
  const Packing packing = head.ok() ? TellPacking(*head) : Packing::kNone;
  absl::Status status;
  if (packing == Packing::kNone) {
    status = ReadRest(*in, kMostBytes, content);
  } else {
    const Limits limits;
    UnpackReader unpacked(*in, packing, limits);
    status = ReadRest(unpacked, kMostBytes, content);
  }
  return status.ok() ? content : "";
}

Texts FilesOf(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Texts texts;
  for (const auto& path : paths) texts.push_back(ContentOf(path.native()));
  return texts;
}

// Each of the pages made to hurt, from page to article. Ten times the page is
// to take at most twelve times the time.
void HtmlBombPage(benchmark::State& state, const std::string& page) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(BuildArticle(ReadHtml(page)));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(page.size()));
}

void RegisterBombs(size_t bytes) {
  for (const HtmlBomb& bomb : HtmlBombs(bytes)) {
    const std::string name =
        absl::StrCat("BM_HtmlBomb/", bomb.name, "/", bytes);
    benchmark::RegisterBenchmark(name.c_str(), HtmlBombPage, bomb.page)
        ->Unit(benchmark::kMillisecond);
  }
}

using Body = void (*)(benchmark::State&, const Texts&);

void Register(const char* name, Body body, Texts texts) {
  benchmark::RegisterBenchmark(name, body, std::move(texts))
      ->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  using namespace concord;
  benchmark::Initialize(&argc, argv);
  Register("BM_HtmlPage/generated", HtmlPage, MakeHtmlPages(100));
  Register("BM_ScrapedText/generated", ScrapedText, MakeScrapedTexts(200));
  RegisterBombs(100'000);
  RegisterBombs(1'000'000);
  if (const char* folder = std::getenv("CONCORD_BENCH_PAGES")) {
    Register("BM_HtmlPage/real", HtmlPage, FilesOf(folder));
  }
  if (const char* folder = std::getenv("CONCORD_BENCH_TEXTS")) {
    Register("BM_ScrapedText/real", ScrapedText, FilesOf(folder));
  }
  benchmark::RunSpecifiedBenchmarks();
}
