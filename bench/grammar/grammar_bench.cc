// Tagging and parsing, in bytes of text a second on one core.
//
//   grammar_bench                       a few hundred sentences of our own
//   CONCORD_SENTENCES=FILE grammar_bench   a file of sentences, one a line
//
// Tokens are made beforehand: their cost is bench/text's.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "engine/grammar/grammar.h"
#include "engine/text/token.h"

namespace concord {
namespace {

struct Sentences {
  std::vector<std::string> texts;
  std::vector<std::vector<Token>> tokens;
  size_t bytes = 0;
  size_t words = 0;
};

// Sentences of a news pattern with words that change, for a run without a file.
std::vector<std::string> OwnSentences() {
  const char* const who[] = {"The finance ministry", "A spokesman for the port",
                             "Maria Lopez, the mayor of Granada,",
                             "Police in the northern province"};
  const char* const what[] = {
      "that the ferry had carried 212 passengers",
      "the two-year inquiry would not be reopened",
      "three workers who had been trapped since Monday were rescued",
      "prices rose 4.1 percent in June because of the drought"};
  const char* const end[] = {", according to a report seen by the paper.",
                             ", but declined to give details.",
                             " after talks with the union on Tuesday."};
  std::vector<std::string> texts;
  for (const char* w : who) {
    for (const char* a : what) {
      for (const char* e : end) {
        texts.push_back(std::string(w) + " said " + a + e);
      }
    }
  }
  return texts;
}

std::vector<std::string> ReadLines(const char* path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

const Sentences& Workload() {
  static const Sentences& sentences = *[] {
    auto* s = new Sentences;
    const char* path = std::getenv("CONCORD_SENTENCES");
    s->texts = path == nullptr ? OwnSentences() : ReadLines(path);
    for (const std::string& text : s->texts) {
      s->tokens.push_back(Tokenize(text));
      s->bytes += text.size();
      s->words += s->tokens.back().size();
    }
    return s;
  }();
  return sentences;
}

void Report(benchmark::State& state) {
  const auto rounds = static_cast<int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<int64_t>(Workload().bytes));
  state.SetItemsProcessed(rounds * static_cast<int64_t>(Workload().words));
}

void BM_Tag(benchmark::State& state) {
  const Sentences& s = Workload();
  Parser parser;
  std::vector<Tag> tags;
  for (auto _ : state) {
    for (size_t i = 0; i < s.texts.size(); ++i) {
      parser.TagOnly(s.texts[i], s.tokens[i], tags);
      benchmark::DoNotOptimize(tags.data());
    }
  }
  Report(state);
}
BENCHMARK(BM_Tag)->Unit(benchmark::kMillisecond);

void BM_TagAndParse(benchmark::State& state) {
  const Sentences& s = Workload();
  Parser parser;
  ParsedSentence out;
  for (auto _ : state) {
    for (size_t i = 0; i < s.texts.size(); ++i) {
      parser.Parse(s.texts[i], s.tokens[i], out);
      benchmark::DoNotOptimize(out.heads.data());
    }
  }
  Report(state);
}
BENCHMARK(BM_TagAndParse)->Unit(benchmark::kMillisecond);

void BM_CheckModel(benchmark::State& state) {
  for (auto _ : state) {
    auto model = GrammarModel::FromBytes(GrammarModel::English().bytes());
    benchmark::DoNotOptimize(model.ok());
  }
}
BENCHMARK(BM_CheckModel)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace concord

BENCHMARK_MAIN();
