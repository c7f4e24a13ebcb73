#include "engine/compare/features.h"

#include <algorithm>
#include <cmath>

namespace concord {
namespace {

float Share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

// What one side of an alignment leaves over.
struct Tally {
  float covered = 0;
  float exact = 0;
  float soft = 0;
  float names = 0, numbers = 0, times = 0, words = 0, inserted = 0;
  float shared_names = 0, shared_numbers = 0, shared_times = 0;
  float negations = 0, modals = 0, quantifiers = 0;
  float first_shared = 0, last_shared = 0;
};

void CountShared(const PreparedWord& word, WordRelation relation, Tally& t) {
  t.covered += word.weight * Coverage(relation);
  if (relation == WordRelation::kSame)
    t.exact += word.weight;
  else
    t.soft += word.weight;
  t.shared_names += word.name;
  t.shared_numbers += word.number;
  t.shared_times += word.time;
}

void CountLeft(const PreparedWord& word, bool replaced, Tally& t) {
  if (word.number)
    ++t.numbers;
  else if (word.time)
    ++t.times;
  else if (word.name)
    ++t.names;
  else
    ++t.words;
  t.inserted += !replaced;
}

Tally TallySide(const PreparedClaim& claim, const AlignedSide& side) {
  Tally t;
  bool first = true;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const PreparedWord& word = claim.words[i];
    const bool shared = side.partner[i] != kUnaligned;
    if (word.content()) {
      if (first) t.first_shared = shared ? 1 : 0;
      first = false;
      t.last_shared = shared ? 1 : 0;
      if (shared)
        CountShared(word, side.relation[i], t);
      else
        CountLeft(word, side.replaced[i] != kUnaligned, t);
    }
    const WordClass word_class = word.entry.facts->word_class;
    if (word.negation) ++t.negations;
    if (shared) continue;
    t.modals += word_class == WordClass::kModal;
    t.quantifiers += word_class == WordClass::kQuantifier && !word.negation;
  }
  return t;
}

struct Replacements {
  float names = 0, numbers = 0, times = 0, opposites = 0, antonyms = 0;
  float siblings = 0, unrelated = 0, mixed = 0, prepositions = 0, pronouns = 0;
};

void CountReplacement(const PreparedWord& x, const PreparedWord& y,
                      Replacements& r) {
  if (AreOpposites(x.entry, y.entry)) {
    ++r.opposites;
    return;
  }
  if (AreAntonyms(x.entry, y.entry)) {
    ++r.antonyms;
    return;
  }
  if (!x.content() || !y.content()) {
    r.prepositions += x.entry.facts->word_class == WordClass::kPreposition &&
                      y.entry.facts->word_class == WordClass::kPreposition;
    r.pronouns += x.entry.facts->word_class == WordClass::kPronoun &&
                  y.entry.facts->word_class == WordClass::kPronoun;
    return;
  }
  if (x.number && y.number)
    ++r.numbers;
  else if (x.time && y.time)
    ++r.times;
  else if (x.name && y.name)
    ++r.names;
  else if (x.number || y.number || x.time || y.time || x.name || y.name)
    ++r.mixed;
  else if (Relate(x.entry, y.entry) == WordRelation::kSibling)
    ++r.siblings;
  else
    ++r.unrelated;
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

// Opposites among all words that the other side does not share.
float CountOpposites(const PreparedClaim& a, const PreparedClaim& b,
                     const Alignment& alignment) {
  float count = 0;
  for (size_t i = 0; i < a.words.size(); ++i) {
    if (alignment.a.partner[i] != kUnaligned) continue;
    if (a.words[i].entry.facts->opposed.empty()) continue;
    for (size_t j = 0; j < b.words.size(); ++j) {
      if (alignment.b.partner[j] != kUnaligned) continue;
      if (AreOpposites(a.words[i].entry, b.words[j].entry)) {
        ++count;
        break;
      }
    }
  }
  return count;
}

// Share of neighbouring words of a whose partners are neighbours in b.
float BigramDice(const PreparedClaim& a, const PreparedClaim& b,
                 const Alignment& alignment) {
  if (a.words.size() < 2 || b.words.size() < 2) return 0;
  float shared = 0;
  for (size_t i = 0; i + 1 < a.words.size(); ++i) {
    const int16_t j = alignment.a.partner[i];
    shared += j != kUnaligned && alignment.a.partner[i + 1] == j + 1;
  }
  return 2.0f * shared /
         static_cast<float>(a.words.size() + b.words.size() - 2);
}

// Share of neighbouring aligned content words whose order is turned round.
float Inversions(const PreparedClaim& a, const AlignedSide& side) {
  float pairs = 0, turned = 0;
  int last = -1;
  for (size_t i = 0; i < a.words.size(); ++i) {
    if (!a.words[i].content() || side.partner[i] == kUnaligned) continue;
    if (last >= 0) {
      ++pairs;
      turned += side.partner[i] < last;
    }
    last = side.partner[i];
  }
  return Share(turned, pairs);
}

}  // namespace

FeatureVector MeasurePair(const PreparedClaim& a, const PreparedClaim& b,
                          const Alignment& alignment) {
  const Tally s = TallySide(a, alignment.a);
  const Tally l = TallySide(b, alignment.b);
  const Replacements r = CountReplacements(a, b, alignment);
  FeatureVector f{};
  const float both = a.weight + b.weight;
  f[kCoverShort] = Share(s.covered, a.weight);
  f[kCoverLong] = Share(l.covered, b.weight);
  f[kDice] = Share(s.covered + l.covered, both);
  f[kExactDice] = Share(s.exact + l.exact, both);
  f[kSofterShare] = Share(s.soft + l.soft, both);
  f[kBigramDice] = BigramDice(a, b, alignment);
  f[kLengthRatio] = Share(a.weight, b.weight);
  f[kLogLength] = std::log(1.0f + static_cast<float>(a.words.size()));
  f[kInversions] = Inversions(a, alignment.a);
  f[kNamesShared] = s.shared_names;
  f[kNamesOnlyShort] = s.names;
  f[kNamesOnlyLong] = l.names;
  f[kNamesReplaced] = r.names;
  f[kNumbersShared] = s.shared_numbers;
  f[kNumbersOnlyShort] = s.numbers;
  f[kNumbersOnlyLong] = l.numbers;
  f[kNumbersReplaced] = r.numbers;
  f[kTimesShared] = s.shared_times;
  f[kTimesOnlyShort] = s.times;
  f[kTimesOnlyLong] = l.times;
  f[kTimesReplaced] = r.times;
  f[kWordsOnlyShort] = s.words;
  f[kWordsOnlyLong] = l.words;
  f[kOpposites] = CountOpposites(a, b, alignment);
  f[kOppositesReplaced] = r.opposites;
  f[kAntonymsReplaced] = r.antonyms;
  f[kSiblingsReplaced] = r.siblings;
  f[kUnrelatedReplaced] = r.unrelated;
  f[kMixedReplaced] = r.mixed;
  f[kInsertedShort] = s.inserted;
  f[kInsertedLong] = l.inserted;
  f[kNegationParity] = std::fmod(s.negations + l.negations, 2.0f);
  f[kNegationShort] = s.negations;
  f[kNegationLong] = l.negations;
  f[kNegationBoth] = s.negations > 0 && l.negations > 0;
  f[kModalsUnshared] = s.modals + l.modals;
  f[kPrepositionsReplaced] = r.prepositions;
  f[kQuantifiersUnshared] = s.quantifiers + l.quantifiers;
  f[kPronounsReplaced] = r.pronouns;
  f[kFirstShared] = s.first_shared + l.first_shared;
  f[kLastShared] = s.last_shared + l.last_shared;
  return f;
}

}  // namespace concord
