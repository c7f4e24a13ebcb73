#include "engine/compare/tree_features.h"

#include <cstddef>
#include <cstdint>

#include "engine/grammar/grammar.h"

namespace concord {
namespace {

float Share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

bool IsSubject(Label label) {
  return label == Label::kNsubj || label == Label::kNsubjPass ||
         label == Label::kCsubj || label == Label::kNsubjOuter;
}

// Arcs between content words of one side.
struct ArcCount {
  float all = 0;
  float shared = 0;  // both ends aligned, and joined on the other side
  float broken = 0;  // both ends aligned, and not joined there
};

ArcCount CountArcs(const PreparedClaim& a, const PreparedClaim& b,
                   const AlignedSide& side) {
  ArcCount count;
  for (size_t i = 0; i < a.words.size(); ++i) {
    const PreparedWord& word = a.words[i];
    if (!word.content() || word.head == kNoHead) continue;
    ++count.all;
    const int16_t x = side.partner[i];
    const int16_t h = side.partner[word.head];
    if (x == kUnaligned || h == kUnaligned) continue;
    const bool joined = b.words[x].head == h || b.words[h].head == x;
    ++(joined ? count.shared : count.broken);
  }
  return count;
}

// Plain words without a partner, by what they are.
struct OpenWords {
  float verbs = 0;
  float nouns = 0;
  float modifiers = 0;
};

OpenWords CountOpen(const PreparedClaim& claim, const AlignedSide& side) {
  OpenWords open;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const PreparedWord& word = claim.words[i];
    if (!word.content() || side.partner[i] != kUnaligned) continue;
    if (word.kind != WordKind::kPlain) continue;
    ++(IsVerb(word.tag)   ? open.verbs
       : IsNoun(word.tag) ? open.nouns
                          : open.modifiers);
  }
  return open;
}

void SetArcs(const PreparedClaim& a, const PreparedClaim& b,
             const Alignment& alignment, FeatureVector& f) {
  const ArcCount s = CountArcs(a, b, alignment.a);
  const ArcCount l = CountArcs(b, a, alignment.b);
  f[kArcsShort] = Share(s.shared, s.all);
  f[kArcsLong] = Share(l.shared, l.all);
  f[kArcsBroken] = Share(s.broken, s.all);
}

void SetOpen(const PreparedClaim& a, const PreparedClaim& b,
             const Alignment& alignment, FeatureVector& f) {
  const OpenWords s = CountOpen(a, alignment.a);
  const OpenWords l = CountOpen(b, alignment.b);
  f[kVerbsOnlyShort] = s.verbs;
  f[kNounsOnlyShort] = s.nouns;
  f[kModifiersOnlyShort] = s.modifiers;
  f[kVerbsOnlyLong] = l.verbs;
  f[kNounsOnlyLong] = l.nouns;
  f[kModifiersOnlyLong] = l.modifiers;
}

// What two aligned content words are in their trees.
void SetAligned(const PreparedWord& x, const PreparedWord& y,
                FeatureVector& f) {
  if (x.label == Label::kRoot) {
    f[kRootShared] = 1;
    f[kRootToRoot] = y.label == Label::kRoot ? 1.0f : 0.0f;
  }
  if (x.negated != y.negated) ++f[kNegatedOneSide];
  if (IsSubject(x.label) && x.head != kNoHead) {
    f[kSubjectShared] = 1;
    if (!IsSubject(y.label)) f[kSubjectMoved] = 1;
  }
}

void CountSlot(const PreparedWord& x, const PreparedWord& y, FeatureVector& f) {
  if (x.kind != y.kind) {
    ++f[kSlotMixed];
  } else if (x.kind == WordKind::kName) {
    ++f[kSlotNames];
  } else if (x.kind == WordKind::kNumber) {
    ++f[kSlotNumbers];
  } else {
    ++f[kSlotPlain];
  }
}

// A content word without a partner whose head has one: the other side may fill
// the same slot of the same head with another word.
void SetSlot(const PreparedWord& x, const PreparedClaim& b,
             const Alignment& alignment, FeatureVector& f) {
  if (x.head == kNoHead) return;
  const int16_t head = alignment.a.partner[x.head];
  if (head == kUnaligned) return;
  for (size_t j = 0; j < b.words.size(); ++j) {
    const PreparedWord& y = b.words[j];
    if (y.content() && y.head == head && y.label == x.label &&
        alignment.b.partner[j] == kUnaligned) {
      CountSlot(x, y, f);
      return;
    }
  }
}

}  // namespace

void MeasureTrees(const PreparedClaim& a, const PreparedClaim& b,
                  const Alignment& alignment, FeatureVector& f) {
  SetArcs(a, b, alignment, f);
  SetOpen(a, b, alignment, f);
  for (size_t i = 0; i < a.words.size(); ++i) {
    const PreparedWord& x = a.words[i];
    if (!x.content()) continue;
    const int16_t partner = alignment.a.partner[i];
    if (partner == kUnaligned) {
      SetSlot(x, b, alignment, f);
    } else {
      SetAligned(x, b.words[partner], f);
    }
  }
}

}  // namespace concord
