// Quantities, times and names of sentences, look-ups in the lexicon, and texts
// made to be slow.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "engine/base/span.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/sentence.h"
#include "engine/text/token.h"
#include "engine/value/name.h"
#include "engine/value/quantity.h"
#include "engine/value/time.h"

namespace concord {
namespace {

constexpr absl::string_view kProse =
    "The harbour office in Port Aro said on Tuesday that the ferry, which "
    "carried more than 214 people, had left in calm weather. “Nobody was "
    "hurt,” Gov. Ines Duarte told reporters; the consul, Mr. J. K. Lund, will "
    "speak on Friday. Repairs would cost $2-3 million, or nearly 3.4 percent "
    "of the port’s yearly budget, and take until March 2024. Prime Minister "
    "Baek Do-hyun has called for a second inquiry since last month. ";

std::string Repeated(absl::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text.append(piece.data(), piece.size());
  return text;
}

// A text and the tokens of its sentences.
struct Sample {
  explicit Sample(std::string prose) : text(std::move(prose)) {
    const ByteSpan all = {0, static_cast<uint32_t>(text.size())};
    for (ByteSpan span : SplitSentences(text, all)) {
      sentences.push_back(Tokenize(text, span));
    }
  }

  std::string text;
  std::vector<std::vector<Token>> sentences;
};

const Sample& Prose() {
  static const Sample& sample = *new Sample(Repeated(kProse, 1 << 18));
  return sample;
}

std::vector<v1::TimeInterval> FindTimesOf(absl::string_view text,
                                          absl::Span<const Token> tokens) {
  static const std::optional<v1::TimeInterval> published =
      ParseTimestamp("2022-05-12");
  return FindTimes(text, tokens, published);
}

template <typename Find>
void OnProse(benchmark::State& state, Find find) {
  const Sample& sample = Prose();
  for (auto _ : state) {
    for (const std::vector<Token>& tokens : sample.sentences) {
      benchmark::DoNotOptimize(find(sample.text, tokens));
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(sample.text.size()));
}

void BM_FindQuantities(benchmark::State& state) {
  OnProse(state, FindQuantities);
}
BENCHMARK(BM_FindQuantities);

void BM_FindTimes(benchmark::State& state) { OnProse(state, FindTimesOf); }
BENCHMARK(BM_FindTimes);

void BM_FindNames(benchmark::State& state) { OnProse(state, FindNames); }
BENCHMARK(BM_FindNames);

// Look-ups of the lexicon, a word each.
constexpr absl::string_view kWords[] = {"ferry",  "raised",   "went", "the",
                                        "zürich", "meetings", "news", "said"};

void BM_Lemma(benchmark::State& state) {
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Lemma(kWords[i++ % std::size(kWords)]));
  }
}
BENCHMARK(BM_Lemma);

void BM_WordTableFind(benchmark::State& state) {
  const WordTable& table = WordTable::Named("verbs");
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(table.Find(kWords[i++ % std::size(kWords)]));
  }
}
BENCHMARK(BM_WordTableFind);

// One sentence of pieces that tempt a rule to look far ahead or back. Bytes a
// second must not fall with its length.
constexpr absl::string_view kHostile[] = {"million ",
                                          "one hundred and ",
                                          "between 3 and ",
                                          "1x,1x,",
                                          "$ ",
                                          "more than ",
                                          "A",
                                          "Mayor ",
                                          "former ",
                                          "van ",
                                          "Bank of ",
                                          "Monday ",
                                          "last ",
                                          "May 1 ",
                                          "had to be ",
                                          "10 to ",
                                          "1-1-"};

void HostileArguments(benchmark::internal::Benchmark* bench) {
  for (int piece = 0; piece < static_cast<int>(std::size(kHostile)); ++piece) {
    for (int64_t bytes : {1 << 13, 1 << 17}) bench->Args({piece, bytes});
  }
}

void BM_FindHostile(benchmark::State& state) {
  const std::string text =
      Repeated(kHostile[state.range(0)], static_cast<size_t>(state.range(1)));
  const std::vector<Token> tokens = Tokenize(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindQuantities(text, tokens));
    benchmark::DoNotOptimize(FindTimesOf(text, tokens));
    benchmark::DoNotOptimize(FindNames(text, tokens));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}
BENCHMARK(BM_FindHostile)->Apply(HostileArguments);

}  // namespace
}  // namespace concord
