#include "tools/train_compare/logistic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace concord {
namespace {

// The figures and, last, the bias.
constexpr size_t kSize = kFeatureCount + 1;
using Vector = std::array<double, kSize>;
using Matrix = std::vector<Vector>;  // kSize rows

// Where a figure lies, and how it spreads.
struct Scale {
  double mean = 0;
  double deviation = 0;
  float low = 0;
  float high = 0;

  double Of(float value) const {
    return deviation > 0 ? (value - mean) / deviation : 0.0;
  }
};

Scale ScaleOf(const std::vector<Example>& examples, size_t f) {
  Scale scale;
  scale.low = scale.high = examples[0].features[f];
  double squares = 0;
  for (const Example& e : examples) {
    const float value = e.features[f];
    scale.mean += value;
    squares += double{value} * value;
    scale.low = std::min(scale.low, value);
    scale.high = std::max(scale.high, value);
  }
  const auto n = static_cast<double>(examples.size());
  scale.mean /= n;
  const double variance = squares / n - scale.mean * scale.mean;
  if (scale.low < scale.high) scale.deviation = std::sqrt(variance);
  return scale;
}

// Solves m x = v for a symmetric positive definite m, which is lost
// (Cholesky's factors).
Vector Solve(Matrix& m, Vector v) {
  for (size_t i = 0; i < kSize; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      double sum = m[i][j];
      for (size_t k = 0; k < j; ++k) sum -= m[i][k] * m[j][k];
      m[i][j] = i == j ? std::sqrt(sum) : sum / m[j][j];
    }
  }
  for (size_t i = 0; i < kSize; ++i) {
    for (size_t k = 0; k < i; ++k) v[i] -= m[i][k] * v[k];
    v[i] /= m[i][i];
  }
  for (size_t i = kSize; i-- > 0;) {
    for (size_t k = i + 1; k < kSize; ++k) v[i] -= m[k][i] * v[k];
    v[i] /= m[i][i];
  }
  return v;
}

class Fitter {
 public:
  Fitter(const std::vector<Example>& examples, const LogisticOptions& options)
      : examples_(examples), options_(options) {
    for (size_t f = 0; f < kFeatureCount; ++f) {
      scales_[f] = ScaleOf(examples, f);
    }
  }

  LinearModel Run() {
    for (int i = 0; i < options_.steps; ++i) Step();
    return Unscaled();
  }

 private:
  Vector Scaled(const Example& e) const {
    Vector x;
    for (size_t f = 0; f < kFeatureCount; ++f) {
      x[f] = scales_[f].Of(e.features[f]);
    }
    x[kFeatureCount] = 1.0;
    return x;
  }

  void Step() {
    Vector gradient = {};
    Matrix hessian(kSize, Vector{});
    for (const Example& e : examples_) AddExample(e, gradient, hessian);
    for (size_t f = 0; f < kFeatureCount; ++f) {
      gradient[f] += options_.penalty * weights_[f];
      hessian[f][f] += options_.penalty;
    }
    const Vector step = Solve(hessian, gradient);
    for (size_t i = 0; i < kSize; ++i) weights_[i] -= step[i];
  }

  // Adds to the lower half of the hessian alone.
  void AddExample(const Example& e, Vector& gradient, Matrix& hessian) const {
    const Vector x = Scaled(e);
    double score = 0;
    for (size_t i = 0; i < kSize; ++i) score += weights_[i] * x[i];
    const double p = 1.0 / (1.0 + std::exp(-score));
    const double slope = e.weight * (p - (e.positive ? 1.0 : 0.0));
    const double bend = e.weight * p * (1.0 - p);
    for (size_t i = 0; i < kSize; ++i) {
      if (x[i] == 0) continue;
      gradient[i] += slope * x[i];
      const double part = bend * x[i];
      for (size_t j = 0; j <= i; ++j) hessian[i][j] += part * x[j];
    }
  }

  LinearModel Unscaled() const {
    LinearModel model;
    double bias = weights_[kFeatureCount];
    for (size_t f = 0; f < kFeatureCount; ++f) {
      const Scale& scale = scales_[f];
      if (scale.deviation == 0) continue;
      const double weight = weights_[f] / scale.deviation;
      bias -= weight * scale.mean;
      model.terms[f] = {static_cast<float>(weight), scale.low, scale.high};
    }
    model.bias = static_cast<float>(bias);
    return model;
  }

  const std::vector<Example>& examples_;
  const LogisticOptions& options_;
  std::array<Scale, kFeatureCount> scales_;
  Vector weights_ = {};
};

}  // namespace

LinearModel FitLogistic(const std::vector<Example>& examples,
                        const LogisticOptions& options) {
  return Fitter(examples, options).Run();
}

}  // namespace concord
