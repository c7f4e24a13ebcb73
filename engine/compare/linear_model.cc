#include "engine/compare/linear_model.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace concord {
namespace {

constexpr absl::string_view kVersion = "linear 1";

std::optional<float> FiniteNumber(absl::string_view text) {
  float value = 0.0f;
  if (!absl::SimpleAtof(text, &value) || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

// Reads lines after the first into a model.
class Reader {
 public:
  // False where the line is wrong.
  bool Read(absl::string_view line) {
    const std::vector<absl::string_view> parts = absl::StrSplit(line, ' ');
    if (parts.size() == 2 && parts[0] == "bias") return ReadBias(parts[1]);
    return parts.size() == 4 && ReadTerm(parts);
  }

  const LinearModel& model() const { return model_; }

 private:
  bool ReadBias(absl::string_view text) {
    const std::optional<float> bias = FiniteNumber(text);
    if (bias.has_value()) model_.bias = *bias;
    return bias.has_value();
  }

  bool ReadTerm(const std::vector<absl::string_view>& parts) {
    const std::optional<size_t> feature = FeatureNamed(parts[0]);
    const std::optional<float> weight = FiniteNumber(parts[1]);
    const std::optional<float> low = FiniteNumber(parts[2]);
    const std::optional<float> high = FiniteNumber(parts[3]);
    if (!feature || !weight || !low || !high || *low > *high) return false;
    if (seen_[*feature]) return false;
    seen_[*feature] = true;
    model_.terms[*feature] = {*weight, *low, *high};
    return true;
  }

  LinearModel model_;
  std::bitset<kFeatureCount> seen_;
};

}  // namespace

float LinearModel::Score(const FeatureVector& features) const {
  float score = bias;
  for (size_t f = 0; f < kFeatureCount; ++f) {
    const LinearTerm& term = terms[f];
    score += term.weight * std::clamp(features[f], term.low, term.high);
  }
  return score;
}

std::string RenderLinear(const LinearModel& model) {
  std::string text = absl::StrFormat("%s\nbias %.6g\n", kVersion, model.bias);
  for (size_t f = 0; f < kFeatureCount; ++f) {
    const LinearTerm& term = model.terms[f];
    if (term.weight == 0.0f) continue;
    absl::StrAppendFormat(&text, "%s %.6g %.6g %.6g\n", kFeatureNames[f],
                          term.weight, term.low, term.high);
  }
  return text;
}

absl::StatusOr<LinearModel> ParseLinear(absl::string_view text) {
  Reader reader;
  bool first = true;
  for (const absl::string_view line :
       absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    if (absl::StartsWith(line, "#")) continue;
    if (first && line != kVersion) {
      return absl::InvalidArgumentError(absl::StrCat(
          "a linear model begins with \"", kVersion, "\", not: ", line));
    }
    if (!first && !reader.Read(line)) {
      return absl::InvalidArgumentError(
          absl::StrCat("not a term of a linear model: ", line));
    }
    first = false;
  }
  if (first) return absl::InvalidArgumentError("an empty linear model");
  return reader.model();
}

}  // namespace concord
