// Trains the grammar model and measures it.
//
//   train_grammar --train en_ewt-ud-train.conllu --wordnet /usr/share/wordnet
//       --counts enwiki_counts.txt --out english.model
//   train_grammar --score en_ewt-ud-dev.conllu [--model english.model]
//
// The same inputs give the same bytes on every machine: weights are integers,
// the order of sentences is fixed, and one thread does it all.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/grammar/grammar.h"
#include "tools/train_grammar/casing.h"
#include "tools/train_grammar/model_writer.h"
#include "tools/train_grammar/retokenize.h"
#include "tools/train_grammar/score.h"
#include "tools/train_grammar/train_model.h"
#include "tools/train_grammar/treebank.h"
#include "tools/train_grammar/word_list.h"

namespace concord {
namespace {

// Words of the frequency list that are looked up in the dictionary.
constexpr size_t kListedWords = 60'000;

struct TrainOptions {
  std::string treebank;
  std::string wordnet = "/usr/share/wordnet";
  std::string counts;
  std::string out = "english.model";
};

absl::Status Train(const TrainOptions& options) {
  CONCORD_ASSIGN_OR_RETURN(const std::string conllu,
                           ReadFile(options.treebank));
  CONCORD_ASSIGN_OR_RETURN(const std::vector<GoldSentence> gold,
                           ParseTreebank(conllu));
  CONCORD_ASSIGN_OR_RETURN(const auto wordnet, ReadWordNet(options.wordnet));
  CONCORD_ASSIGN_OR_RETURN(const std::string counts, ReadFile(options.counts));
  const std::string file = MakeModelFile(
      TrainModel(gold, MostFrequent(wordnet, counts, kListedWords), Recipe()));
  std::ofstream stream(options.out, std::ios::binary);
  stream.write(file.data(), static_cast<std::streamsize>(file.size()));
  stream.close();
  if (!stream) return absl::UnavailableError("cannot write " + options.out);
  std::fprintf(stderr, "%s: %zu bytes\n", options.out.c_str(), file.size());
  return absl::OkStatus();
}

absl::Status Score(const std::string& treebank, const std::string& path) {
  CONCORD_ASSIGN_OR_RETURN(const std::string conllu, ReadFile(treebank));
  CONCORD_ASSIGN_OR_RETURN(const std::vector<GoldSentence> gold,
                           ParseTreebank(conllu));
  std::unique_ptr<const GrammarModel> own;
  if (!path.empty()) {
    CONCORD_ASSIGN_OR_RETURN(own, GrammarModel::Open(path));
  }
  Parser parser(own ? *own : GrammarModel::English());
  PrintScore("the treebank's tokens", ScoreSentences(gold, parser));
  const std::vector<GoldSentence> retokenized = RetokenizeAll(gold);
  PrintScore("our own tokens", ScoreSentences(retokenized, parser));
  std::vector<GoldSentence> headlines;
  for (const GoldSentence& s : retokenized) headlines.push_back(AsHeadline(s));
  PrintScore("as headlines", ScoreSentences(headlines, parser));
  return absl::OkStatus();
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  CLI::App app("Trains the grammar model and measures it.");
  concord::TrainOptions options;
  std::string score, model;
  app.add_option("--train", options.treebank, "Treebank to train on, CoNLL-U");
  app.add_option("--wordnet", options.wordnet, "Folder of WordNet 3.0");
  app.add_option("--counts", options.counts,
                 "Words and their counts, the most frequent first");
  app.add_option("--out", options.out, "Model file to write");
  app.add_option("--score", score, "Treebank to measure on, CoNLL-U");
  app.add_option("--model", model, "Model to measure; default: the built-in");
  CLI11_PARSE(app, argc, argv);
  absl::Status status;
  if (!options.treebank.empty()) {
    status = concord::Train(options);
    if (model.empty()) model = options.out;
  }
  if (status.ok() && !score.empty()) status = concord::Score(score, model);
  if (status.ok()) return 0;
  std::fprintf(stderr, "train_grammar: %s\n",
               std::string(status.message()).c_str());
  return 1;
}
