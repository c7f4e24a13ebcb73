#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/tree_features.h"
#include "tools/train_grammar/oracle.h"
#include "tools/train_grammar/trainers.h"

namespace concord {
namespace {

constexpr std::array<Move, kMoveCount> kMoves = {Move::kShift, Move::kLeft,
                                                 Move::kRight};

class MoveTrainer {
 public:
  explicit MoveTrainer(uint64_t seed) : random_(seed + 2) {}

  // Learns from a sentence; follows its own wrong moves so many times in a
  // hundred.
  void Run(const TrainingSentence& s, int explore_percent) {
    MakeNodeWords(s.words, s.tags, nodes_);
    oracle_.Begin(s.source->gold.heads);
    state_.Begin(static_cast<int32_t>(s.words.size()));
    while (!state_.Done()) Step(static_cast<uint64_t>(explore_percent));
  }

  std::vector<WeightRow> Averaged() const { return perceptron_.Averaged(); }

 private:
  using Costs = std::array<int, kMoveCount>;
  using Hashes = std::array<uint32_t, kMoveFeatures>;
  static constexpr int kNever = 1 << 20;

  void Step(uint64_t explore_percent) {
    const Costs costs = FindCosts();
    if (std::count(costs.begin(), costs.end(), kNever) == kMoveCount - 1) {
      state_.Apply(oracle_.Best(state_));
      return;
    }
    const Hashes hashes = MakeHashes();
    const auto scores = perceptron_.Score(hashes);
    const size_t guess = Best(scores, costs, kNever - 1);
    const size_t right =
        Best(scores, costs, *std::min_element(costs.begin(), costs.end()));
    perceptron_.Tick();
    const bool wrong = costs[guess] != costs[right];
    if (wrong) perceptron_.Update(hashes, right, guess);
    const bool explore =
        wrong && explore_percent > 0 && random_.Below(100) < explore_percent;
    const bool follow = !wrong || explore;
    state_.Apply(kMoves[follow ? guess : right]);
  }

  Costs FindCosts() const {
    Costs costs;
    for (size_t m = 0; m < kMoveCount; ++m) {
      costs[m] =
          state_.May(kMoves[m]) ? oracle_.Cost(state_, kMoves[m]) : kNever;
    }
    return costs;
  }

  Hashes MakeHashes() const {
    MoveAtoms atoms;
    FillMoveAtoms(nodes_, state_, atoms);
    Hashes hashes;
    HashMove(atoms, Kernels::Best(), hashes.data());
    return hashes;
  }

  // The best-scored move that costs no more than `limit`.
  static size_t Best(const std::array<int32_t, kMoveCount>& scores,
                     const Costs& costs, int limit) {
    size_t best = kMoveCount;
    for (size_t m = 0; m < kMoveCount; ++m) {
      if (costs[m] > limit) continue;
      if (best == kMoveCount || scores[m] > scores[best]) best = m;
    }
    return best;
  }

  std::vector<NodeWord> nodes_;
  ParseState state_;
  MoveOracle oracle_;
  SplitMix random_;
  Perceptron<kMoveCount> perceptron_;
};

class LabelTrainer {
 public:
  explicit LabelTrainer(int32_t margin) : margin_(margin) {}

  void Run(const TrainingSentence& s) {
    MakeNodeWords(s.words, s.tags, nodes_);
    BuildRightTree(s);
    const auto n = static_cast<int32_t>(s.words.size());
    order_.Begin(state_, n);
    for (int32_t node : order_.nodes()) {
      const int32_t head = state_.node(node).head;
      const auto gold = s.source->gold.labels[node - 1];
      if (head == state_.root()) {
        order_.Set(state_, node, Label::kRoot);
      } else {
        // A crossing arc cannot be made; its label teaches nothing.
        order_.Set(state_, node,
                   Decide(node, gold, head == oracle_.head(node)));
      }
    }
  }

  std::vector<WeightRow> Averaged() const { return perceptron_.Averaged(); }

 private:
  void BuildRightTree(const TrainingSentence& s) {
    oracle_.Begin(s.source->gold.heads);
    state_.Begin(static_cast<int32_t>(s.words.size()));
    while (!state_.Done()) state_.Apply(oracle_.Best(state_));
  }

  Label Decide(int32_t node, Label gold, bool learn) {
    LabelAtoms atoms;
    order_.FillAtoms(nodes_, state_, node, atoms);
    std::array<uint32_t, kLabelFeatures> hashes;
    HashLabel(atoms, Kernels::Best(), hashes.data());
    const auto scores = perceptron_.Score(hashes);
    const size_t best =
        std::max_element(scores.begin() + 1, scores.end()) - scores.begin();
    const auto right = static_cast<size_t>(gold);
    if (learn && gold != Label::kRoot) {
      perceptron_.Learn(hashes, scores, right, /*first=*/1, margin_);
    }
    return static_cast<Label>(best);
  }

  const int32_t margin_;
  std::vector<NodeWord> nodes_;
  ParseState state_;
  MoveOracle oracle_;
  LabelOrder order_;
  Perceptron<kLabelCount> perceptron_;
};

std::vector<size_t> Indices(size_t n) {
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  return order;
}

}  // namespace

std::vector<WeightRow> TrainMoves(absl::Span<const TrainingSentence> sentences,
                                  const Recipe& recipe, uint64_t seed) {
  MoveTrainer trainer(seed);
  SplitMix random(seed + 3);
  std::vector<size_t> order = Indices(sentences.size());
  for (int epoch = 0; epoch < recipe.move_epochs; ++epoch) {
    random.Shuffle(order);
    const bool explore = epoch >= recipe.explore_from_epoch;
    for (size_t i : order) {
      trainer.Run(sentences[i], explore ? recipe.explore_percent : 0);
    }
  }
  return trainer.Averaged();
}

std::vector<WeightRow> TrainLabels(absl::Span<const TrainingSentence> sentences,
                                   const Recipe& recipe, uint64_t seed) {
  LabelTrainer trainer(recipe.label_margin);
  SplitMix random(seed + 4);
  std::vector<size_t> order = Indices(sentences.size());
  for (int epoch = 0; epoch < recipe.label_epochs; ++epoch) {
    random.Shuffle(order);
    for (size_t i : order) trainer.Run(sentences[i]);
  }
  return trainer.Averaged();
}

}  // namespace concord
