// Trains the grammar model and measures it.
//
//   train_grammar --train en_ewt-ud-train.conllu --out english.model
//   train_grammar --score en_ewt-ud-dev.conllu [--model english.model]
//
// The same treebank gives the same bytes on every machine: weights are
// integers, the order of sentences is fixed, and one thread does it all.

#include <xxhash.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/grammar/grammar.h"
#include "tools/train_grammar/model_writer.h"
#include "tools/train_grammar/score.h"
#include "tools/train_grammar/trainers.h"
#include "tools/train_grammar/treebank.h"

namespace concord {
namespace {

constexpr int kTagEpochs = 10;
constexpr int kMoveEpochs = 12;
constexpr int kLabelEpochs = 8;
constexpr int kFolds = 4;
constexpr int kFoldEpochs = 6;

std::vector<const TrainingSentence*> Pointers(
    const std::vector<TrainingSentence>& sentences) {
  std::vector<const TrainingSentence*> pointers;
  for (const TrainingSentence& s : sentences) pointers.push_back(&s);
  return pointers;
}

ModelParts TrainAll(const std::vector<GoldSentence>& gold) {
  const TrainingLexicon lexicon(gold);
  std::vector<TrainingSentence> sentences = PrepareSentences(gold, lexicon);
  ModelParts parts;
  parts.lexicon = lexicon.entries();
  std::fprintf(stderr, "tags\n");
  parts.tags = TrainTagger(Pointers(sentences), kTagEpochs);
  std::fprintf(stderr, "tags as the parser will meet them\n");
  JackknifeTags(sentences, kFolds, kFoldEpochs);
  std::fprintf(stderr, "moves\n");
  parts.moves = TrainMoves(sentences, kMoveEpochs);
  std::fprintf(stderr, "labels\n");
  parts.labels = TrainLabels(sentences, kLabelEpochs);
  std::fprintf(stderr, "rows: %zu tag, %zu move, %zu label\n",
               parts.tags.size(), parts.moves.size(), parts.labels.size());
  return parts;
}

absl::Status Train(const std::string& treebank, const std::string& out) {
  CONCORD_ASSIGN_OR_RETURN(const std::string conllu, ReadFile(treebank));
  CONCORD_ASSIGN_OR_RETURN(const std::vector<GoldSentence> gold,
                           ParseTreebank(conllu));
  ModelParts parts = TrainAll(gold);
  parts.source = XXH3_64bits(conllu.data(), conllu.size());
  const std::string file = MakeModelFile(parts);
  std::ofstream stream(out, std::ios::binary);
  stream.write(file.data(), static_cast<std::streamsize>(file.size()));
  stream.close();
  if (!stream) return absl::UnavailableError("cannot write " + out);
  std::fprintf(stderr, "%s: %zu bytes\n", out.c_str(), file.size());
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
  PrintScore(ScoreSentences(gold, parser));
  return absl::OkStatus();
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  CLI::App app("Trains the grammar model and measures it.");
  std::string train, score, out = "english.model", model;
  app.add_option("--train", train, "Treebank to train on, CoNLL-U");
  app.add_option("--out", out, "Model file to write");
  app.add_option("--score", score, "Treebank to measure on, CoNLL-U");
  app.add_option("--model", model, "Model to measure; default: the built-in");
  CLI11_PARSE(app, argc, argv);
  absl::Status status;
  if (!train.empty()) {
    status = concord::Train(train, out);
    if (model.empty()) model = out;
  }
  if (status.ok() && !score.empty()) status = concord::Score(score, model);
  if (status.ok()) return 0;
  std::fprintf(stderr, "train_grammar: %s\n",
               std::string(status.message()).c_str());
  return 1;
}
