// Sentences to claims, stage by stage. Text is news prose of our own, or the
// lines of the file that CONCORD_SENTENCES names.

#include <malloc.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/claim/clauses.h"
#include "engine/claim/extract.h"
#include "engine/claim/from_text.h"
#include "engine/claim/sentence_view.h"
#include "engine/grammar/grammar.h"
#include "engine/text/sentence.h"

namespace concord {
namespace {

constexpr absl::string_view kStory =
    "The harbour board of Ghent approved a new quay on Monday, ending a "
    "dispute "
    "that had divided the city for three years. Mara Holt, a lawmaker from "
    "Leeds who led the talks, said the plan would cost about $40 million and "
    "create 300 jobs. “We have waited long enough,” she told reporters after "
    "the vote. “The old quay is a danger to every ship that uses it.”\n\n"
    "Opponents, who gathered outside the town hall, said the board had ignored "
    "a report that warned of floods. According to the coast guard, two barges "
    "struck the quay last winter, and one of them sank after its crew had been "
    "rescued. Karl Voss, 47, the board's chairman, denied that the report had "
    "been withheld. He said that it was published in May and that anyone could "
    "have read it, adding that the work may not begin before the spring.\n\n"
    "The company building the quay, founded in 1903, has also repaired bridges "
    "in Bremen, Leeds and Ghent. Its shares rose 4 percent on Tuesday. Police "
    "arrested two men during the protest but released them without charge, a "
    "spokesman said.\n\n";

std::string GivenText() {
  const char* path = std::getenv("CONCORD_SENTENCES");
  if (path == nullptr) return "";
  std::ifstream in(path);
  std::string text, line;
  while (text.size() < (4 << 20) && std::getline(in, line)) {
    absl::StrAppend(&text, line, "\n\n");
  }
  return text;
}

const std::string& Text() {
  static const auto& text = *[] {
    auto* made = new std::string(GivenText());
    while (made->size() < (64 << 10)) absl::StrAppend(made, kStory);
    return made;
  }();
  return text;
}

std::vector<ByteSpan> Sentences() {
  return SplitSentences(Text(), {0, static_cast<uint32_t>(Text().size())});
}

void SetBytes(benchmark::State& state) {
  state.SetBytesProcessed(
      static_cast<int64_t>(state.iterations() * Text().size()));
}

// Tokens and word classes.
void BM_SentenceView(benchmark::State& state) {
  const std::vector<ByteSpan> sentences = Sentences();
  for (auto _ : state) {
    for (ByteSpan span : sentences) {
      benchmark::DoNotOptimize(SentenceView(Text(), span).size());
    }
  }
  SetBytes(state);
}
BENCHMARK(BM_SentenceView)->Unit(benchmark::kMillisecond);

// The same, and phrases and clauses.
void BM_FindClauses(benchmark::State& state) {
  const std::vector<ByteSpan> sentences = Sentences();
  for (auto _ : state) {
    for (ByteSpan span : sentences) {
      benchmark::DoNotOptimize(FindClauses(SentenceView(Text(), span)));
    }
  }
  SetBytes(state);
}
BENCHMARK(BM_FindClauses)->Unit(benchmark::kMillisecond);

v1::Article OneArticle() {
  v1::Article article;
  article.set_text(Text());
  v1::Section& body = *article.add_sections();
  body.set_kind(v1::SECTION_KIND_BODY);
  body.mutable_span()->set_end_byte(static_cast<uint32_t>(Text().size()));
  return article;
}

// The same, parsed: what trees would cost.
void BM_ParseSentence(benchmark::State& state) {
  const std::vector<ByteSpan> sentences = Sentences();
  for (auto _ : state) {
    for (ByteSpan span : sentences) {
      const SentenceView view(Text(), span);
      benchmark::DoNotOptimize(ParseSentence(Text(), view.tokens()));
    }
  }
  SetBytes(state);
}
BENCHMARK(BM_ParseSentence)->Unit(benchmark::kMillisecond);

// Bytes of the heap in use, mapped blocks included.
size_t HeapBytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

// What the claims of an article hold once they are made.
void BM_HeapOfClaims(benchmark::State& state) {
  const v1::Article article = OneArticle();
  for (auto _ : state) {
    const size_t before = HeapBytes();
    const std::vector<v1::Claim> claims = ExtractClaims(article);
    const size_t held = HeapBytes() - before;
    state.counters["bytes_a_claim"] =
        static_cast<double>(held) / static_cast<double>(claims.size());
  }
}
BENCHMARK(BM_HeapOfClaims)->Unit(benchmark::kMillisecond);

// Text to claims, sentences and values included.
void BM_ExtractClaims(benchmark::State& state) {
  const v1::Article article = OneArticle();
  size_t claims = 0;
  for (auto _ : state) claims = ExtractClaims(article).size();
  state.counters["claims"] = static_cast<double>(claims);
  SetBytes(state);
}
BENCHMARK(BM_ExtractClaims)->Unit(benchmark::kMillisecond);

// Ready-made claims, one a sentence.
void BM_ClaimOfText(benchmark::State& state) {
  const std::vector<ByteSpan> sentences = Sentences();
  for (auto _ : state) {
    for (ByteSpan span : sentences) {
      benchmark::DoNotOptimize(ClaimOfText(Slice(Text(), span)));
    }
  }
  SetBytes(state);
}
BENCHMARK(BM_ClaimOfText)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

BENCHMARK_MAIN();
