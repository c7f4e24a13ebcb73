// Trains the two models of engine/compare from labelled pairs:
//
//   train_compare PAIRS engine/compare
//
// which writes same.trees, same.linear, conflict.trees and conflict.linear.

// PAIRS is a folder of files NAME.tsv with the header
// "id label text_a text_b meta"; story_pairs.py makes stories.tsv. Which files
// take part, which of their labels are a yes, and how much each file weighs is
// the recipe below. The same files give the same bytes.

#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/compare/boosted_trees.h"
#include "engine/compare/compare.h"
#include "engine/compare/features.h"
#include "engine/compare/linear_model.h"
#include "tools/train_compare/boosting.h"
#include "tools/train_compare/logistic.h"

namespace concord {
namespace {

// A file and its share in a model. Labels in neither list are left out.
struct Ingredient {
  absl::string_view file;
  double weight = 1.0;
  absl::string_view yes;  // labels, parted by '|'
  absl::string_view no;
  // The pairs were found by search, and are as rare as they are.
  bool found = false;
};

constexpr absl::string_view kEntailment = "entailment|neutral";

constexpr Ingredient kSame[] = {
    {"mrpc", 1.0, "equivalent", "not_equivalent"},
    {"stories", 0.6, "agree", "other|forbidden|real|apparent", true},
};

constexpr Ingredient kConflict[] = {
    {"summedits_news", 1.5, "diverge", "agree"},
    {"summedits_ectsum", 1.5, "diverge", "agree"},
    {"summedits_podcast", 1.0, "diverge", "agree"},
    {"summedits_samsum", 1.0, "diverge", "agree"},
    {"bump_task1", 0.5, "diverge", ""},
    {"bump_task2", 0.5, "diverge", ""},
    {"mrpc", 2.5, "", "equivalent"},
    {"fever_symmetric", 1.5, "diverge", "agree"},
    {"vitaminc_sample", 1.0, "refutes", "supports|not enough info"},
    {"negation_snli", 1.0, "contradiction", kEntailment},
    {"negation_mnli", 1.0, "contradiction", kEntailment},
    {"snli_mnli_oie", 1.0, "contradiction", kEntailment},
    {"mnli_sample", 0.5, "contradiction", kEntailment},
    {"breaking_nli", 0.5, "contradiction", kEntailment},
    {"sick", 0.5, "contradiction", kEntailment},
    {"pragmeval_emergent_sample", 0.3, "against", "for|observing"},
};

// Few pairs teach what is the same: small trees, and few.
constexpr BoostingOptions kSameTrees = {
    .trees = 130, .leaves = 6, .rate = 0.06, .penalty = 10.0};
constexpr BoostingOptions kConflictTrees = {
    .trees = 250, .leaves = 12, .rate = 0.06};

bool Lists(absl::string_view labels, absl::string_view label) {
  for (const absl::string_view part : absl::StrSplit(labels, '|')) {
    if (part == label) return true;
  }
  return false;
}

// Nothing where the pair shares too little to be judged at all.
std::optional<FeatureVector> Measure(const std::string& a, const std::string& b,
                                     bool found) {
  v1::Claim x;
  v1::Claim y;
  x.set_text(a);
  y.set_text(b);
  const PreparedClaim p = Prepare(x);
  const PreparedClaim q = Prepare(y);
  if (found && !MayRelate(p, q)) return std::nullopt;
  return FeaturesOf(p, q, {.found = found});
}

// The examples of one file. Each answer weighs half of the file's share, but
// where the pairs were found: there the rarity of a yes is part of the lesson.
std::vector<Example> ReadExamples(const std::string& folder,
                                  const Ingredient& ingredient) {
  std::vector<Example> examples;
  std::ifstream file(absl::StrCat(folder, "/", ingredient.file, ".tsv"));
  std::string line;
  std::getline(file, line);  // the header
  double counts[2] = {0, 0};
  while (std::getline(file, line)) {
    const std::vector<std::string> columns = absl::StrSplit(line, '\t');
    if (columns.size() < 4) continue;
    const bool yes = Lists(ingredient.yes, columns[1]);
    if (!yes && !Lists(ingredient.no, columns[1])) continue;
    const std::optional<FeatureVector> features =
        Measure(columns[2], columns[3], ingredient.found);
    if (!features.has_value()) continue;
    examples.push_back({.features = *features, .positive = yes});
    ++counts[yes];
  }
  for (Example& e : examples) {
    e.weight = ingredient.found
                   ? 2 * ingredient.weight / (counts[0] + counts[1])
                   : ingredient.weight / counts[e.positive];
  }
  return examples;
}

// Weights come to one an example on average.
std::vector<Example> Mix(const std::string& folder,
                         absl::Span<const Ingredient> recipe) {
  std::vector<Example> all;
  double total = 0;
  for (const Ingredient& ingredient : recipe) {
    for (Example& e : ReadExamples(folder, ingredient)) {
      total += e.weight;
      all.push_back(e);
    }
  }
  for (Example& e : all) e.weight *= static_cast<double>(all.size()) / total;
  return all;
}

void Write(const std::string& path, absl::string_view what, size_t pairs,
           const std::string& model) {
  std::ofstream(path) << "# " << what
                      << ", trained by tools/train_compare on\n# " << pairs
                      << " pairs. Do not edit.\n"
                      << model;
}

// `path` without its extension.
void Train(const std::string& folder, absl::Span<const Ingredient> recipe,
           const BoostingOptions& options, const std::string& path) {
  const std::vector<Example> examples = Mix(folder, recipe);
  Write(path + ".trees", "Decision trees (boosted_trees.h)", examples.size(),
        RenderTrees(Boost(examples, options)));
  Write(path + ".linear", "A linear model (linear_model.h)", examples.size(),
        RenderLinear(FitLogistic(examples, {})));
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: train_compare PAIRS FOLDER\n";
    return 2;
  }
  const std::string out = argv[2];
  concord::Train(argv[1], concord::kSame, concord::kSameTrees, out + "/same");
  concord::Train(argv[1], concord::kConflict, concord::kConflictTrees,
                 out + "/conflict");
  return 0;
}
