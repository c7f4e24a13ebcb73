#include "tools/train_grammar/train_model.h"

#include <xxhash.h>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/train_grammar/casing.h"
#include "tools/train_grammar/framing.h"
#include "tools/train_grammar/lexicon.h"
#include "tools/train_grammar/retokenize.h"

namespace concord {
namespace {

void Append(std::vector<GoldSentence> more, std::vector<GoldSentence>& to) {
  for (GoldSentence& sentence : more) to.push_back(std::move(sentence));
}

// Sums the rows of several trainings, each with a seed of its own.
template <typename TrainOnce>
std::vector<WeightRow> SumOfRuns(const char* what, int runs, TrainOnce train) {
  std::vector<WeightRow> rows;
  for (int run = 0; run < runs; ++run) {
    std::fprintf(stderr, "training %s, run %d of %d\n", what, run + 1, runs);
    AddRows(train(1000 * static_cast<uint64_t>(run)), rows);
  }
  std::fprintf(stderr, "%zu rows\n", rows.size());
  return rows;
}

// Chains hashes, so that the order and the ends of all things count.
class Digest {
 public:
  void Add(absl::string_view bytes) {
    hash_ = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash_);
  }
  void Add(uint64_t number) {
    Add(absl::string_view(reinterpret_cast<const char*>(&number),
                          sizeof(number)));
  }
  uint64_t value() const { return hash_; }

 private:
  uint64_t hash_ = 0;
};

void AddSentence(const GoldSentence& sentence, Digest& digest) {
  digest.Add(sentence.text);
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    digest.Add(2 * uint64_t{token.span.begin} + token.space_before);
    digest.Add(token.span.end);
    digest.Add(static_cast<uint64_t>(sentence.gold.tags[i]));
    digest.Add(static_cast<uint64_t>(sentence.gold.heads[i]));
    digest.Add(static_cast<uint64_t>(sentence.gold.labels[i]));
  }
}

void AddRecipe(const Recipe& r, Digest& digest) {
  for (int number :
       {r.tag_epochs, r.move_epochs, r.label_epochs, r.folds, r.fold_epochs,
        r.runs, r.tag_margin, r.label_margin, r.blank_percent,
        r.explore_from_epoch, r.explore_percent}) {
    digest.Add(static_cast<uint64_t>(number));
  }
}

}  // namespace

std::vector<GoldSentence> WithCopies(std::vector<GoldSentence> gold) {
  std::vector<GoldSentence> copies = CasingCopies(gold);
  Append(FramingCopies(gold), copies);
  for (const GoldSentence& s : gold) {
    std::optional<GoldSentence> own = Retokenize(s);
    if (own && own->tokens.size() != s.tokens.size()) {
      copies.push_back(*std::move(own));
    }
  }
  Append(std::move(copies), gold);
  return gold;
}

uint64_t DigestOfSources(absl::Span<const GoldSentence> sentences,
                         absl::Span<const ListedForm> listed,
                         const Recipe& recipe) {
  Digest digest;
  for (const GoldSentence& sentence : sentences) AddSentence(sentence, digest);
  for (const ListedForm& form : listed) {
    digest.Add(form.form);
    digest.Add(form.tags);
  }
  AddRecipe(recipe, digest);
  return digest.value();
}

ModelParts TrainModel(const std::vector<GoldSentence>& treebank,
                      const std::vector<ListedForm>& listed,
                      const Recipe& recipe) {
  const TrainingLexicon lexicon(treebank, listed);
  const std::vector<GoldSentence> gold = WithCopies(treebank);
  std::vector<TrainingSentence> sentences = PrepareSentences(gold, lexicon);
  ModelParts parts;
  parts.source = DigestOfSources(gold, listed, recipe);
  parts.lexicon = lexicon.entries();
  parts.tags = SumOfRuns("tags", recipe.runs, [&](uint64_t seed) {
    return TrainTagger(sentences, recipe, seed);
  });
  std::fprintf(stderr, "tagging as the parser will meet it\n");
  JackknifeTags(sentences, recipe);
  parts.moves = SumOfRuns("moves", recipe.runs, [&](uint64_t seed) {
    return TrainMoves(sentences, recipe, seed);
  });
  parts.labels = SumOfRuns("labels", recipe.runs, [&](uint64_t seed) {
    return TrainLabels(sentences, recipe, seed);
  });
  return parts;
}

}  // namespace concord
