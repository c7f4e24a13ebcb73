#include "engine/compare/value_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "engine/compare/time_bounds.h"
namespace concord {
namespace {

float Share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

// Counts of one thing, or figures of one unit.
bool CountOneThing(const PreparedQuantity& p, const PreparedQuantity& q) {
  if (p.unit != q.unit || p.ordinal != q.ordinal) return false;
  return p.unit != 0 || (p.counted != 0 && p.counted == q.counted);
}

// Whether some quantity of `claim` counts what p does and can be p.
bool HasMeeting(const PreparedQuantity& p, const PreparedClaim& claim) {
  return std::any_of(claim.quantities.begin(), claim.quantities.end(),
                     [&p](const PreparedQuantity& q) {
                       return CountOneThing(p, q) && p.low <= q.high &&
                              q.low <= p.high;
                     });
}

void SetCounts(const PreparedClaim& a, const PreparedClaim& b,
               FeatureVector& f) {
  for (const PreparedQuantity& p : a.quantities) {
    if (HasMeeting(p, b)) {
      ++f[kCountsMeet];
    } else if (std::any_of(b.quantities.begin(), b.quantities.end(),
                           [&](const PreparedQuantity& q) {
                             return CountOneThing(p, q) && !HasMeeting(q, a);
                           })) {
      ++f[kCountsApart];
    }
  }
}

void SetTimes(const PreparedClaim& a, const PreparedClaim& b,
              FeatureVector& f) {
  for (const PreparedTime& p : a.times) {
    if (!p.placed()) continue;
    const TimeBounds x = BoundsOf(a, p);
    bool meets = false;
    bool apart = false;
    for (const PreparedTime& q : b.times) {
      if (!q.placed()) continue;
      const TimeBounds y = BoundsOf(b, q);
      const bool overlap = x.Meets(y);
      meets |= overlap;
      apart |= !overlap;
    }
    if (meets) ++f[kTimesMeet];
    if (apart && !meets) ++f[kTimesApart];
  }
}

bool Denies(const PreparedClaim& claim) {
  return std::any_of(claim.words.begin(), claim.words.end(),
                     [](const PreparedWord& word) { return word.negation; });
}

// Where one side denies, what it denies is the less denied the more detail it
// holds that the other side lacks: "no dog barked" against "a dog slept", but
// "no dog barked at night" may stand beside "a dog barked".
void SetDenial(const PreparedClaim& a, const PreparedClaim& b,
               FeatureVector& f) {
  const bool first = Denies(a);
  if (first == Denies(b)) return;
  f[kDenialUncovered] = 1.0f - f[first ? kCoverShort : kCoverLong];
  f[kDeniedUncovered] = 1.0f - f[first ? kCoverLong : kCoverShort];
}

bool IsOpen(const PreparedWord& word, const AlignedSide& side, size_t at) {
  return word.kind == WordKind::kPlain && side.partner[at] == kUnaligned;
}

// Words left over on both sides, wherever they stand, that exclude each other.
void SetExclusions(const PreparedClaim& a, const PreparedClaim& b,
                   const Alignment& alignment, FeatureVector& f) {
  for (size_t i = 0; i < a.words.size(); ++i) {
    const PreparedWord& x = a.words[i];
    if (!IsOpen(x, alignment.a, i)) continue;
    bool antonym = false;
    bool sibling = false;
    for (size_t j = 0; j < b.words.size(); ++j) {
      const PreparedWord& y = b.words[j];
      if (!IsOpen(y, alignment.b, j)) continue;
      antonym |= AreAntonyms(x.entry, y.entry);
      sibling |= x.label == y.label &&
                 Relate(x.entry, y.entry) == WordRelation::kSibling;
    }
    if (antonym) ++f[kAntonymsOpen];
    if (sibling) ++f[kSiblingsOpen];
  }
}

// Among the words that both have, the share that one side denies.
void SetPolarity(const PreparedClaim& a, const PreparedClaim& b,
                 const Alignment& alignment, FeatureVector& f) {
  float shared = 0;
  float turned = 0;
  for (size_t i = 0; i < a.words.size(); ++i) {
    const int16_t j = alignment.a.partner[i];
    if (j == kUnaligned || !a.words[i].content()) continue;
    shared += a.words[i].weight;
    if (a.words[i].negated != b.words[j].negated) turned += a.words[i].weight;
  }
  f[kTurnedShare] = Share(turned, shared);
}

}  // namespace

void MeasureValues(const PreparedClaim& a, const PreparedClaim& b,
                   const Alignment& alignment, FeatureVector& f) {
  SetCounts(a, b, f);
  SetTimes(a, b, f);
  SetDenial(a, b, f);
  SetExclusions(a, b, alignment, f);
  SetPolarity(a, b, alignment, f);
}

}  // namespace concord
