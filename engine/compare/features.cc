#include "engine/compare/features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "engine/compare/edit_features.h"
#include "engine/compare/tree_features.h"
#include "engine/compare/value_features.h"

namespace concord {
namespace {

float Share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

float Size(const PreparedClaim& claim) {
  return static_cast<float>(claim.words.size());
}

// A figure a kind of word.
struct ByKind {
  float names = 0;
  float numbers = 0;
  float times = 0;
  float plain = 0;

  void Count(WordKind kind) {
    switch (kind) {
      case WordKind::kName:
        ++names;
        break;
      case WordKind::kNumber:
        ++numbers;
        break;
      case WordKind::kTime:
        ++times;
        break;
      case WordKind::kPlain:
        ++plain;
        break;
      case WordKind::kForename:
      case WordKind::kClosed:
        break;
    }
  }
};

// One side of an alignment in figures.
struct Tally {
  float covered = 0;  // weight that the other side covers
  float exact = 0;    // of that, by the same base form
  float soft = 0;     // weight of words covered in other words
  ByKind shared;
  ByKind left;         // words without a partner
  float inserted = 0;  // of those, words that stand in no other's place
  float negations = 0;
  float modals = 0;       // without a partner, as are the next
  float quantifiers = 0;  // ("all", "some")
  bool first_shared = false;
  bool last_shared = false;
};

void TallyContent(const PreparedWord& word, const AlignedSide& side, size_t i,
                  Tally& t) {
  if (side.partner[i] == kUnaligned) {
    t.left.Count(word.kind);
    if (side.replaced[i] == kUnaligned) ++t.inserted;
    return;
  }
  t.covered += word.weight * Coverage(side.relation[i]);
  const bool same = side.relation[i] == WordRelation::kSame;
  (same ? t.exact : t.soft) += word.weight;
  t.shared.Count(word.kind);
}

void TallyClosed(const PreparedWord& word, bool shared, Tally& t) {
  if (word.negation) {
    ++t.negations;
  } else if (!shared) {
    const WordClass word_class = word.entry.facts->word_class;
    if (word_class == WordClass::kModal) ++t.modals;
    if (word_class == WordClass::kQuantifier) ++t.quantifiers;
  }
}

Tally TallySide(const PreparedClaim& claim, const AlignedSide& side) {
  Tally t;
  bool first = true;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const PreparedWord& word = claim.words[i];
    const bool shared = side.partner[i] != kUnaligned;
    if (!word.content()) {
      TallyClosed(word, shared, t);
      continue;
    }
    TallyContent(word, side, i, t);
    if (first) t.first_shared = shared;
    first = false;
    t.last_shared = shared;
  }
  return t;
}

// Pairs of words that stand in each other's place.
struct Replacements {
  ByKind same_kind;
  float opposites = 0;
  float antonyms = 0;
  float siblings = 0;
  float mixed = 0;
  float prepositions = 0;
  float pronouns = 0;
};

bool BothOf(WordClass word_class, const PreparedWord& x,
            const PreparedWord& y) {
  return x.entry.facts->word_class == word_class &&
         y.entry.facts->word_class == word_class;
}

void CountReplacement(const PreparedWord& x, const PreparedWord& y,
                      Replacements& r) {
  if (AreOpposites(x.entry, y.entry)) {
    ++r.opposites;
  } else if (AreAntonyms(x.entry, y.entry)) {
    ++r.antonyms;
  } else if (!x.content() || !y.content()) {
    if (BothOf(WordClass::kPreposition, x, y)) ++r.prepositions;
    if (BothOf(WordClass::kPronoun, x, y)) ++r.pronouns;
  } else if (x.kind != y.kind) {
    ++r.mixed;
  } else if (x.kind == WordKind::kPlain &&
             Relate(x.entry, y.entry) == WordRelation::kSibling) {
    ++r.siblings;
  } else {
    r.same_kind.Count(x.kind);
  }
}

Replacements CountReplacements(const PreparedClaim& a, const PreparedClaim& b,
                               const Alignment& alignment) {
  Replacements r;
  for (size_t i = 0; i < a.words.size(); ++i) {
    const int16_t j = alignment.a.replaced[i];
    if (j != kUnaligned) CountReplacement(a.words[i], b.words[j], r);
  }
  return r;
}

bool HasOpenOpposite(const PreparedWord& word, const PreparedClaim& claim,
                     const AlignedSide& side) {
  for (size_t j = 0; j < claim.words.size(); ++j) {
    if (side.partner[j] == kUnaligned &&
        AreOpposites(word.entry, claim.words[j].entry)) {
      return true;
    }
  }
  return false;
}

// Words left over on one side whose opposite is left over on the other,
// wherever it stands.
float CountOpposites(const PreparedClaim& a, const PreparedClaim& b,
                     const Alignment& alignment) {
  float count = 0;
  for (size_t i = 0; i < a.words.size(); ++i) {
    if (alignment.a.partner[i] != kUnaligned) continue;
    if (a.words[i].entry.facts->opposed.empty()) continue;
    if (HasOpenOpposite(a.words[i], b, alignment.b)) ++count;
  }
  return count;
}

// Share of neighbouring words whose partners are neighbours.
float BigramDice(const PreparedClaim& a, const PreparedClaim& b,
                 const AlignedSide& side) {
  float shared = 0;
  for (size_t i = 0; i + 1 < a.words.size(); ++i) {
    const int16_t j = side.partner[i];
    if (j != kUnaligned && side.partner[i + 1] == j + 1) ++shared;
  }
  return Share(2.0f * shared, std::max(1.0f, Size(a) + Size(b) - 2.0f));
}

// Share of neighbouring aligned content words whose order is turned round.
float Inversions(const PreparedClaim& a, const AlignedSide& side) {
  float pairs = 0;
  float turned = 0;
  int last = -1;
  for (size_t i = 0; i < a.words.size(); ++i) {
    if (!a.words[i].content() || side.partner[i] == kUnaligned) continue;
    if (last >= 0) {
      ++pairs;
      if (side.partner[i] < last) ++turned;
    }
    last = side.partner[i];
  }
  return Share(turned, pairs);
}

void SetOverlap(const PreparedClaim& a, const PreparedClaim& b,
                const Alignment& alignment, const Tally& s, const Tally& l,
                FeatureVector& f) {
  const float both = a.weight + b.weight;
  f[kCoverShort] = Share(s.covered, a.weight);
  f[kCoverLong] = Share(l.covered, b.weight);
  f[kDice] = Share(s.covered + l.covered, both);
  f[kExactDice] = Share(s.exact + l.exact, both);
  f[kSofterShare] = Share(s.soft + l.soft, both);
  f[kBigramDice] = BigramDice(a, b, alignment.a);
  f[kLengthRatio] = Share(a.weight, b.weight);
  f[kLogLength] = std::log1p(Size(a));
  f[kInversions] = Inversions(a, alignment.a);
  f[kFirstShared] = (s.first_shared ? 1.0f : 0) + (l.first_shared ? 1.0f : 0);
  f[kLastShared] = (s.last_shared ? 1.0f : 0) + (l.last_shared ? 1.0f : 0);
}

void SetLeftOver(const Tally& s, const Tally& l, FeatureVector& f) {
  f[kNamesShared] = s.shared.names;
  f[kNamesOnlyShort] = s.left.names;
  f[kNamesOnlyLong] = l.left.names;
  f[kNumbersShared] = s.shared.numbers;
  f[kNumbersOnlyShort] = s.left.numbers;
  f[kNumbersOnlyLong] = l.left.numbers;
  f[kTimesShared] = s.shared.times;
  f[kTimesOnlyShort] = s.left.times;
  f[kTimesOnlyLong] = l.left.times;
  f[kWordsOnlyShort] = s.left.plain;
  f[kWordsOnlyLong] = l.left.plain;
  f[kInsertedShort] = s.inserted;
  f[kInsertedLong] = l.inserted;
}

void SetReplaced(const Replacements& r, FeatureVector& f) {
  f[kNamesReplaced] = r.same_kind.names;
  f[kNumbersReplaced] = r.same_kind.numbers;
  f[kTimesReplaced] = r.same_kind.times;
  f[kUnrelatedReplaced] = r.same_kind.plain;
  f[kOppositesReplaced] = r.opposites;
  f[kAntonymsReplaced] = r.antonyms;
  f[kSiblingsReplaced] = r.siblings;
  f[kMixedReplaced] = r.mixed;
  f[kPrepositionsReplaced] = r.prepositions;
  f[kPronounsReplaced] = r.pronouns;
}

void SetForce(const Tally& s, const Tally& l, FeatureVector& f) {
  f[kNegationParity] = std::fmod(s.negations + l.negations, 2.0f);
  f[kNegationShort] = s.negations;
  f[kNegationLong] = l.negations;
  f[kNegationBoth] = s.negations > 0 && l.negations > 0 ? 1.0f : 0.0f;
  f[kModalsUnshared] = s.modals + l.modals;
  f[kQuantifiersUnshared] = s.quantifiers + l.quantifiers;
}

}  // namespace

std::optional<size_t> FeatureNamed(absl::string_view name) {
  const auto found =
      std::find(kFeatureNames.begin(), kFeatureNames.end(), name);
  if (found == kFeatureNames.end()) return std::nullopt;
  return static_cast<size_t>(found - kFeatureNames.begin());
}

FeatureVector MeasurePair(const PreparedClaim& a, const PreparedClaim& b,
                          const Alignment& alignment) {
  const Tally s = TallySide(a, alignment.a);
  const Tally l = TallySide(b, alignment.b);
  FeatureVector f{};
  SetOverlap(a, b, alignment, s, l, f);
  SetLeftOver(s, l, f);
  SetReplaced(CountReplacements(a, b, alignment), f);
  SetForce(s, l, f);
  f[kOpposites] = CountOpposites(a, b, alignment);
  MeasureTrees(a, b, alignment, f);
  MeasureEdits(a, b, alignment, f);
  MeasureValues(a, b, alignment, f);
  return f;
}

}  // namespace concord
