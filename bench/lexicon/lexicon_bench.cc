// Look-ups of words: the time of one is what is reported, in nanoseconds.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "engine/grammar/model.h"
#include "engine/grammar/word.h"
#include "engine/lexicon/lemma.h"
#include "engine/lexicon/lexicon.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// The keys of a great table of words, in an order that no cache foresees.
const std::vector<std::string>& Words() {
  static const std::vector<std::string>& words = *[] {
    auto* keys = new std::vector<std::string>;
    for (const WordTable::Row& row : WordTable::Named("verbs").rows()) {
      keys->emplace_back(row.front());
    }
    std::mt19937 random(1);
    std::shuffle(keys->begin(), keys->end(), random);
    return keys;
  }();
  return words;
}

// Calls look_up(word) with one word after the other.
template <typename LookUp>
void Run(benchmark::State& state, const std::vector<std::string>& words,
         LookUp look_up) {
  size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(look_up(words[at]));
    if (++at == words.size()) at = 0;
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}

void BM_FindInTable(benchmark::State& state) {
  const WordTable& table = WordTable::Named("verbs");
  Run(state, Words(), [&](const std::string& w) { return table.Find(w); });
}
BENCHMARK(BM_FindInTable);

void BM_MissInTable(benchmark::State& state) {
  std::vector<std::string> absent = Words();
  for (std::string& word : absent) word += "#";
  const WordTable& table = WordTable::Named("verbs");
  Run(state, absent, [&](const std::string& w) { return table.Find(w); });
}
BENCHMARK(BM_MissInTable);

void BM_FindInLexicon(benchmark::State& state) {
  const Lexicon& lexicon = Lexicon::English();
  Run(state, Words(), [&](const std::string& w) { return lexicon.Find(w); });
}
BENCHMARK(BM_FindInLexicon);

void BM_MissInLexicon(benchmark::State& state) {
  std::vector<std::string> absent = Words();
  for (std::string& word : absent) word += "#";
  const Lexicon& lexicon = Lexicon::English();
  Run(state, absent, [&](const std::string& w) { return lexicon.Find(w); });
}
BENCHMARK(BM_MissInLexicon);

// Once a process: checksums and references of the whole file.
void BM_OpenLexicon(benchmark::State& state) {
  const absl::string_view bytes = Lexicon::English().bytes();
  for (auto _ : state) {
    benchmark::DoNotOptimize(Lexicon::FromBytes(bytes, "english"));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(bytes.size()));
}
BENCHMARK(BM_OpenLexicon);

// With the lock that finding a table by its name takes.
void BM_NamedTable(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(&WordTable::Named("titles"));
}
BENCHMARK(BM_NamedTable);

void BM_Lemma(benchmark::State& state) {
  Run(state, Words(), [](const std::string& w) { return Lemma(w); });
}
BENCHMARK(BM_Lemma);

// What the tagger asks of a word: its hash, and what the model knows of it.
void BM_FindInModel(benchmark::State& state) {
  const GrammarModel& model = GrammarModel::English();
  Run(state, Words(),
      [&](const std::string& w) { return model.Find(HashForm(w)); });
}
BENCHMARK(BM_FindInModel);

}  // namespace
}  // namespace concord
