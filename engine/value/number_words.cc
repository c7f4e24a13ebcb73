#include "engine/value/number_words.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/number.h"

namespace concord {
namespace {

NumberKind KindNamed(absl::string_view name) {
  if (name == "unit") return NumberKind::kUnit;
  if (name == "ten") return NumberKind::kTen;
  if (name == "scale") return NumberKind::kScale;
  if (name == "suffix") return NumberKind::kSuffix;
  if (name == "ordinal") return NumberKind::kOrdinal;
  if (name == "fraction") return NumberKind::kFraction;
  if (name == "times") return NumberKind::kTimes;
  return NumberKind::kNone;
}

}  // namespace

NumberWord FindNumberWord(absl::string_view lower) {
  using Map = absl::flat_hash_map<absl::string_view, NumberWord>;
  static const Map& words = *[] {
    auto* made = new Map;
    for (const auto& row : WordTable::Named("number_words").rows()) {
      made->emplace(row[0],
                    NumberWord{KindNamed(row[1]), ColumnNumber(row[2])});
    }
    return made;
  }();
  const auto it = words.find(lower);
  return it == words.end() ? NumberWord() : it->second;
}

bool WordSum::Take(const NumberWord& word) {
  if (done_) return false;
  switch (word.kind) {
    case NumberKind::kUnit:
    case NumberKind::kTen:
      return TakeDigit(word);
    case NumberKind::kScale:
      return TakeScale(word.value);
    case NumberKind::kOrdinal:
      return TakeOrdinal(word.value);
    case NumberKind::kFraction:
      return TakeFraction(word.value);
    case NumberKind::kTimes:
    case NumberKind::kSuffix:
    case NumberKind::kNone:
      return false;
  }
  return false;
}

bool WordSum::TakeDigit(const NumberWord& word) {
  const bool unit = word.kind == NumberKind::kUnit;
  const bool fits = !any_ || (after_scale_ && word.value < 100) ||
                    (after_ten_ && unit && word.value < 10);
  if (!fits) return false;
  part_ += word.value;
  after_ten_ = !unit;
  after_scale_ = false;
  return any_ = true;
}

bool WordSum::TakeScale(double scale) {
  if (value() * scale > kLargest) return false;
  if (!any_) part_ = 1;
  if (part_ == 0) {
    total_ *= scale;  // "thousand million"
  } else if (scale <= 100) {
    part_ *= scale;
  } else {
    total_ += part_ * scale;
    part_ = 0;
  }
  scale_ *= scale;
  after_scale_ = true;
  after_ten_ = false;
  return any_ = true;
}

bool WordSum::TakeOrdinal(double value) {
  if (any_ && this->value() == 1 && value > 2) return TakeFraction(1 / value);
  if (any_ && !after_ten_ && !after_scale_) return false;
  part_ += value;
  done_ = ordinal_ = true;
  return any_ = true;
}

bool WordSum::TakeFraction(double value) {
  bare_ = !any_;
  part_ = any_ ? this->value() * value : value;
  total_ = 0;
  done_ = true;
  return any_ = true;
}

}  // namespace concord
