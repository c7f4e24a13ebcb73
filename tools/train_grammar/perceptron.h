// An averaged perceptron (Freund and Schapire, "Large margin classification
// using the perceptron algorithm", 1999) over hashed features, in integers, so
// that training gives the same weights on every machine.

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_PERCEPTRON_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_PERCEPTRON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"

namespace concord {

// Averaged weights, those of one feature in a row. Each is the true average
// times the same factor, the number of decisions seen.
struct WeightRow {
  uint32_t feature = 0;
  uint64_t uses = 0;  // decisions in training that it took part in, about
  std::vector<int64_t> weights;
};

// Scores and learns decisions among kClasses. A feature gets a row when a
// decision it took part in was wrong, and not before.
template <size_t kClasses>
class Perceptron {
 public:
  using Scores = std::array<int32_t, kClasses>;

  Scores Score(absl::Span<const uint32_t> features) {
    Scores scores{};
    for (uint32_t feature : features) {
      const auto found = index_.find(feature);
      if (found == index_.end()) continue;
      ++uses_[found->second];
      const int32_t* row = &now_[found->second * kClasses];
      for (size_t k = 0; k < kClasses; ++k) scores[k] += row[k];
    }
    return scores;
  }

  // Learns from one decision among the classes from `first` on: moves towards
  // `right` and away from its strongest rival where it does not win by more
  // than `margin`.
  void Learn(absl::Span<const uint32_t> features, const Scores& scores,
             size_t right, size_t first, int32_t margin) {
    size_t rival = kClasses;
    for (size_t k = first; k < kClasses; ++k) {
      if (k == right) continue;
      if (rival == kClasses || scores[k] > scores[rival]) rival = k;
    }
    Tick();
    if (scores[right] - scores[rival] <= margin) {
      Update(features, right, rival);
    }
  }

  // Counts a decision; call once each, before the updates it leads to.
  void Tick() { ++clock_; }

  // Moves the features' weights towards `right` and away from `wrong`.
  void Update(absl::Span<const uint32_t> features, size_t right, size_t wrong) {
    for (uint32_t feature : features) {
      const size_t row = Row(feature) * kClasses;
      Add(row + right, 1);
      Add(row + wrong, -1);
    }
  }

  // All rows, in the order in which they came to be.
  std::vector<WeightRow> Averaged() const {
    std::vector<WeightRow> rows(keys_.size());
    for (size_t i = 0; i < keys_.size(); ++i) {
      rows[i].feature = keys_[i];
      rows[i].uses = uses_[i];
      for (size_t k = i * kClasses; k < (i + 1) * kClasses; ++k) {
        rows[i].weights.push_back(now_[k] * clock_ - debt_[k]);
      }
    }
    return rows;
  }

 private:
  size_t Row(uint32_t feature) {
    const auto [at, is_new] = index_.try_emplace(feature, keys_.size());
    if (is_new) {
      keys_.push_back(feature);
      uses_.push_back(1);
      now_.resize(now_.size() + kClasses);
      debt_.resize(debt_.size() + kClasses);
    }
    return at->second;
  }

  // The average is kept as a debt against the present weight: what it was not
  // yet in the past (Daume, "Practical structured learning", 2006, fig. 2.3).
  void Add(size_t cell, int32_t step) {
    now_[cell] += step;
    debt_[cell] += step * (clock_ - 1);
  }

  int64_t clock_ = 0;
  absl::flat_hash_map<uint32_t, size_t> index_;
  std::vector<uint32_t> keys_;
  std::vector<uint64_t> uses_;
  std::vector<int32_t> now_;
  std::vector<int64_t> debt_;
};

// Adds the weights of `more` to those of `rows`. The sum of several perceptrons
// that saw the sentences in different orders errs less than any of them, and it
// costs no more to use.
void AddRows(const std::vector<WeightRow>& more, std::vector<WeightRow>& rows);

// A fixed sequence of numbers that look random (Steele, Lea and Flood, "Fast
// splittable pseudorandom number generators", 2014).
class SplitMix {
 public:
  explicit SplitMix(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  // In [0, n). REQUIRES: n > 0.
  uint64_t Below(uint64_t n) { return Next() % n; }

  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[Below(i)]);
    }
  }

 private:
  uint64_t state_;
};

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_PERCEPTRON_H_
