// Tokens and sentences, on prose and on texts made to be slow.

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "engine/base/span.h"
#include "engine/text/sentence.h"
#include "engine/text/token.h"

namespace concord {
namespace {

constexpr size_t kProseBytes = 1 << 20;

constexpr absl::string_view kProse =
    "The harbour office in Port Aro said on Tuesday that the ferry, which "
    "carried 214 people, had left at 5 p.m. in calm weather. “Nobody was "
    "hurt,” Gov. Ines Duarte told reporters; the U.S. consul, Mr. J. K. Lund, "
    "did not comment. Repairs would cost $2.6 million, or 3.4 percent of the "
    "port’s yearly budget, and take until March 2024. Was the hull checked? "
    "It was, the yard’s owner Hale Bros. Inc. said.\n\n";

std::string Repeated(absl::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text.append(piece.data(), piece.size());
  return text;
}

void SplitText(benchmark::State& state, const std::string& text) {
  const ByteSpan all = {0, static_cast<uint32_t>(text.size())};
  for (auto _ : state) {
    benchmark::DoNotOptimize(SplitSentences(text, all));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void TokenizeText(benchmark::State& state, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(Tokenize(text));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void BM_SplitSentences(benchmark::State& state) {
  SplitText(state, Repeated(kProse, kProseBytes));
}
BENCHMARK(BM_SplitSentences);

void BM_Tokenize(benchmark::State& state) {
  TokenizeText(state, Repeated(kProse, kProseBytes));
}
BENCHMARK(BM_Tokenize);

// Pieces that tempt a rule to look far ahead or back, over and over. Bytes a
// second must not fall with the length of the text.
constexpr absl::string_view kHostile[] = {
    ".",    ". ", "\n",    "a.b",  "Ab.Cd", "a\nb", "1.",     "1) ", "\"'",
    "a.b@", "-",  "U.S. ", "x.X.", ". . ",  "www.", "\n \n.", "[1",  "•",
};

void HostileArguments(benchmark::internal::Benchmark* bench) {
  for (int piece = 0; piece < static_cast<int>(std::size(kHostile)); ++piece) {
    for (int64_t bytes : {1 << 14, 1 << 18}) bench->Args({piece, bytes});
  }
}

std::string HostileText(benchmark::State& state) {
  const absl::string_view piece = kHostile[state.range(0)];
  return Repeated(piece, static_cast<size_t>(state.range(1)));
}

void BM_SplitHostileSentences(benchmark::State& state) {
  SplitText(state, HostileText(state));
}
BENCHMARK(BM_SplitHostileSentences)->Apply(HostileArguments);

void BM_TokenizeHostile(benchmark::State& state) {
  TokenizeText(state, HostileText(state));
}
BENCHMARK(BM_TokenizeHostile)->Apply(HostileArguments);

}  // namespace
}  // namespace concord
