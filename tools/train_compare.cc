// Learns lexicon/tables/compare_weights.tsv from labelled pairs of claims.
//
//   train_compare PAIRS.tsv... > engine/lexicon/tables/compare_weights.tsv
//
// A file has the header "id label text_a text_b meta", parted by tabs. Labels
// "equivalent" and "not_equivalent" teach what says the same; "diverge",
// "refutes", "contradiction" and "against" are conflicts, all other labels of
// such files are none, and neither are equivalent pairs. Each file weighs as
// much as the square root of its pairs, its two classes alike. Logistic
// regression with an L2 penalty, by full gradient steps from zero: the same
// files give the same bytes.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "engine/compare/alignment.h"
#include "engine/compare/features.h"
#include "engine/compare/model.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

constexpr int kSteps = 3000;
constexpr double kStep = 0.3;
constexpr double kPenalty = 1e-4;

struct Example {
  ModelInput input{};
  bool positive = false;
  double weight = 0.0;
};

struct Examples {
  std::vector<Example> same, conflict;
};

ModelInput Measure(absl::string_view a, absl::string_view b) {
  v1::Claim claim_a, claim_b;
  claim_a.set_text(std::string(a));
  claim_b.set_text(std::string(b));
  PreparedClaim x = Prepare(claim_a), y = Prepare(claim_b);
  if (x.weight > y.weight) std::swap(x, y);
  Alignment alignment;
  Align(x, y, alignment);
  return InputOf(MeasurePair(x, y, alignment));
}

bool IsConflict(absl::string_view label) {
  return label == "diverge" || label == "refutes" || label == "contradiction" ||
         label == "against";
}

// Gives the examples from `first` on their weights; see the head.
void Weigh(std::vector<Example>& examples, size_t first) {
  double count[2] = {0, 0};
  for (size_t i = first; i < examples.size(); ++i) {
    ++count[examples[i].positive];
  }
  const double file = std::sqrt(count[0] + count[1]);
  for (size_t i = first; i < examples.size(); ++i) {
    examples[i].weight = file / 2 / std::max(count[examples[i].positive], 1.0);
  }
}

void ReadPairs(const char* path, Examples& examples) {
  std::ifstream in(path);
  const size_t same = examples.same.size();
  const size_t conflict = examples.conflict.size();
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    const std::vector<absl::string_view> row = absl::StrSplit(line, '\t');
    if (row.size() < 4) continue;
    Example example;
    example.input = Measure(row[2], row[3]);
    if (absl::EndsWith(row[1], "equivalent")) {
      example.positive = row[1] == "equivalent";
      examples.same.push_back(example);
      if (example.positive) {  // what says the same does not conflict
        example.positive = false;
        examples.conflict.push_back(example);
      }
    } else {
      example.positive = IsConflict(row[1]);
      examples.conflict.push_back(example);
    }
  }
  Weigh(examples.same, same);
  Weigh(examples.conflict, conflict);
}

struct Learned {
  double bias = 0.0;
  std::array<double, kInputCount> weights{};
};

// Mean and deviation of each input, so that one step size fits all.
struct Scale {
  std::array<double, kInputCount> mean{}, deviation{};
};

Scale ScaleOf(const std::vector<Example>& examples) {
  Scale scale;
  for (size_t k = 0; k < kInputCount; ++k) {
    double sum = 0.0, squares = 0.0;
    for (const Example& e : examples) {
      sum += e.input[k];
      squares += double{e.input[k]} * e.input[k];
    }
    const double n = static_cast<double>(examples.size());
    scale.mean[k] = sum / n;
    scale.deviation[k] =
        std::sqrt(std::max(squares / n - scale.mean[k] * scale.mean[k], 1e-6));
  }
  return scale;
}

Learned Learn(const std::vector<Example>& examples) {
  const Scale scale = ScaleOf(examples);
  double total = 0.0;
  for (const Example& e : examples) total += e.weight;
  Learned model;
  for (int step = 0; step < kSteps; ++step) {
    Learned gradient;
    for (const Example& e : examples) {
      double score = model.bias;
      std::array<double, kInputCount> x;
      for (size_t k = 0; k < kInputCount; ++k) {
        x[k] = (e.input[k] - scale.mean[k]) / scale.deviation[k];
        score += model.weights[k] * x[k];
      }
      const double error =
          (1.0 / (1.0 + std::exp(-score)) - e.positive) * e.weight / total;
      gradient.bias += error;
      for (size_t k = 0; k < kInputCount; ++k) {
        gradient.weights[k] += error * x[k];
      }
    }
    model.bias -= kStep * gradient.bias;
    for (size_t k = 0; k < kInputCount; ++k) {
      model.weights[k] -=
          kStep * (gradient.weights[k] + kPenalty * model.weights[k]);
    }
  }
  for (size_t k = 0; k < kInputCount; ++k) {
    model.weights[k] /= scale.deviation[k];
    model.bias -= model.weights[k] * scale.mean[k];
  }
  return model;
}

void Print(const Learned& same, const Learned& conflict) {
  std::printf(
      "# Weights of the two models that compare claims.\n"
      "# Columns: input, weight for \"says the same\", weight for "
      "\"conflicts\".\n"
      "# Source: learned by tools/train_compare (its head gives the recipe).\n"
      "# Used by compare/.\n");
  std::printf("bias\t%.4f\t%.4f\n", same.bias, conflict.bias);
  for (size_t k = 0; k < kInputCount; ++k) {
    const absl::string_view name = InputName(k);
    std::printf("%.*s\t%.4f\t%.4f\n", static_cast<int>(name.size()),
                name.data(), same.weights[k], conflict.weights[k]);
  }
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  concord::Examples examples;
  for (int i = 1; i < argc; ++i) concord::ReadPairs(argv[i], examples);
  if (examples.same.empty() || examples.conflict.empty()) {
    std::fprintf(stderr, "usage: train_compare PAIRS.tsv...\n");
    return 2;
  }
  concord::Print(concord::Learn(examples.same),
                 concord::Learn(examples.conflict));
  return 0;
}
