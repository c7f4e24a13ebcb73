#include "engine/compare/edit_features.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace concord {
namespace {

float Share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

// One side of an alignment.
struct Edits {
  float closed = 0;         // words of closed classes
  float closed_shared = 0;  // of those, with a partner
  float open = 0;           // weight without a partner
  float heaviest = 0;       // the heaviest word without a partner
  float stretches = 0;      // of neighbouring words without a partner
};

Edits CountEdits(const PreparedClaim& claim, const AlignedSide& side) {
  Edits e;
  bool within = false;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const PreparedWord& word = claim.words[i];
    const bool shared = side.partner[i] != kUnaligned;
    if (!word.content()) {
      ++e.closed;
      if (shared) ++e.closed_shared;
    }
    if (!shared) {
      e.open += word.weight;
      e.heaviest = std::max(e.heaviest, word.weight);
      if (!within) ++e.stretches;
    }
    within = !shared;
  }
  return e;
}

// Stretches of words whose partners follow each other.
struct Runs {
  float longest = 0;  // in words
  float triples = 0;  // three such words, at any place
};

Runs FindRuns(const PreparedClaim& a, const AlignedSide& side) {
  Runs runs;
  float run = 0;
  for (size_t i = 0; i < a.words.size(); ++i) {
    const int16_t j = side.partner[i];
    const bool goes_on = i > 0 && run > 0 && j == side.partner[i - 1] + 1;
    run = j == kUnaligned ? 0 : goes_on ? run + 1 : 1;
    runs.longest = std::max(runs.longest, run);
    if (run >= 3) ++runs.triples;
  }
  return runs;
}

}  // namespace

void MeasureEdits(const PreparedClaim& a, const PreparedClaim& b,
                  const Alignment& alignment, FeatureVector& f) {
  const Edits s = CountEdits(a, alignment.a);
  const Edits l = CountEdits(b, alignment.b);
  const auto sizes = static_cast<float>(a.words.size() + b.words.size());
  const Runs runs = FindRuns(a, alignment.a);
  f[kLongestRun] = Share(2.0f * runs.longest, sizes);
  f[kTrigramDice] = Share(2.0f * runs.triples, std::max(1.0f, sizes - 4.0f));
  f[kClosedDice] =
      Share(s.closed_shared + l.closed_shared, s.closed + l.closed);
  f[kOpenWeightShort] = std::log1p(s.open);
  f[kOpenWeightLong] = std::log1p(l.open);
  f[kHeaviestShort] = s.heaviest;
  f[kHeaviestLong] = l.heaviest;
  f[kEdits] = std::max(s.stretches, l.stretches);
}

}  // namespace concord
