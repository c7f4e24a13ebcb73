#include "engine/compare/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace concord {
namespace {

// Content words without an equal, per side, that are tried pair by pair.
constexpr size_t kMaxOpen = 48;
// How far a closed-class word's neighbours may stand apart.
constexpr int kGap = 12;

struct OpenWords {
  std::array<int16_t, kMaxOpen> at;
  size_t count = 0;
};

void Clear(const PreparedClaim& claim, AlignedSide& side) {
  const size_t n = claim.words.size();
  std::fill_n(side.partner, n, kUnaligned);
  std::fill_n(side.replaced, n, kUnaligned);
  std::fill_n(side.relation, n, WordRelation::kUnrelated);
}

void Join(Alignment& alignment, int16_t i, int16_t j, WordRelation relation) {
  alignment.a.partner[i] = j;
  alignment.b.partner[j] = i;
  alignment.a.relation[i] = relation;
  alignment.b.relation[j] = relation;
}

// Words of one lemma are paired in text order.
void AlignEqualLemmas(const PreparedClaim& a, const PreparedClaim& b,
                      Alignment& alignment) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.by_lemma.size() && j < b.by_lemma.size()) {
    const uint64_t x = a.words[a.by_lemma[i]].entry.lemma;
    const uint64_t y = b.words[b.by_lemma[j]].entry.lemma;
    if (x == y) {
      Join(alignment, a.by_lemma[i++], b.by_lemma[j++], WordRelation::kSame);
    } else if (x < y) {
      ++i;
    } else {
      ++j;
    }
  }
}

OpenWords Open(const PreparedClaim& claim, const AlignedSide& side) {
  OpenWords open;
  for (size_t i = 0; i < claim.words.size() && open.count < kMaxOpen; ++i) {
    if (claim.words[i].content() && side.partner[i] == kUnaligned) {
      open.at[open.count++] = static_cast<int16_t>(i);
    }
  }
  return open;
}

int CommonLetters(uint64_t a, uint64_t b) {
  const uint64_t differ = a ^ b;
  return differ == 0 ? 8 : __builtin_clzll(differ) / 8;
}

bool IsName(const PreparedWord& word) {
  return word.kind == WordKind::kName || word.kind == WordKind::kForename;
}

// Spellings of one word, or one within the other: "Labor" and "Labour",
// "Japan" and "Japanese". Names must agree for longer: "Slovakia", "Slovenia".
bool SpelledAlike(const PreparedWord& a, const PreparedWord& b) {
  const int shorter = static_cast<int>(std::min(a.span.size(), b.span.size()));
  const int longer = static_cast<int>(std::max(a.span.size(), b.span.size()));
  if (shorter < 4 || longer > shorter + 3) return false;
  const int enough = IsName(a) || IsName(b) ? 8 : 6;
  return CommonLetters(a.letters, b.letters) >=
         std::min(std::max(shorter - 1, 4), enough);
}

// "about 300" covers "307".
bool QuantitiesMeet(const PreparedClaim& a, const PreparedWord& x,
                    const PreparedClaim& b, const PreparedWord& y) {
  if (x.quantity == kNoValue || y.quantity == kNoValue) return false;
  const PreparedQuantity& p = a.quantities[x.quantity];
  const PreparedQuantity& q = b.quantities[y.quantity];
  return p.unit == q.unit && p.ordinal == q.ordinal && p.low <= q.high &&
         q.low <= p.high;
}

WordRelation RelationOf(const PreparedClaim& a, const PreparedWord& x,
                        const PreparedClaim& b, const PreparedWord& y) {
  const bool number = x.kind == WordKind::kNumber;
  if (number && y.kind == WordKind::kNumber) {
    return QuantitiesMeet(a, x, b, y) ? WordRelation::kSynonym
                                      : WordRelation::kUnrelated;
  }
  if (number || y.kind == WordKind::kNumber || x.kind == WordKind::kTime ||
      y.kind == WordKind::kTime || AreOpposites(x.entry, y.entry)) {
    return WordRelation::kUnrelated;
  }
  const WordRelation relation = Relate(x.entry, y.entry);
  if (relation == WordRelation::kUnrelated && SpelledAlike(x, y)) {
    return WordRelation::kFamily;
  }
  // Two kinds of one thing are what a report confuses, not a paraphrase.
  return relation == WordRelation::kSibling ? WordRelation::kUnrelated
                                            : relation;
}

struct Candidate {
  float score = 0.0f;
  int16_t i = 0;
  int16_t j = 0;
};

float Nearness(const PreparedClaim& a, const PreparedClaim& b, int i, int j) {
  const float x = static_cast<float>(i) / static_cast<float>(a.words.size());
  const float y = static_cast<float>(j) / static_cast<float>(b.words.size());
  return 1.0f - std::fabs(x - y);
}

// The best partner left for open word i, by relation, then by nearness.
void AlignRelated(const PreparedClaim& a, const PreparedClaim& b,
                  Alignment& alignment) {
  const OpenWords x = Open(a, alignment.a);
  const OpenWords y = Open(b, alignment.b);
  std::array<Candidate, 4 * kMaxOpen> found;
  size_t count = 0;
  for (size_t i = 0; i < x.count; ++i) {
    for (size_t j = 0; j < y.count && count < found.size(); ++j) {
      const WordRelation relation =
          RelationOf(a, a.words[x.at[i]], b, b.words[y.at[j]]);
      if (relation == WordRelation::kUnrelated) continue;
      found[count++] = {
          4.0f * Coverage(relation) + Nearness(a, b, x.at[i], y.at[j]), x.at[i],
          y.at[j]};
    }
  }
  // The sum of positions breaks ties without regard to which side is which.
  std::sort(found.begin(), found.begin() + count,
            [](const Candidate& p, const Candidate& q) {
              if (p.score != q.score) return p.score > q.score;
              if (p.i + p.j != q.i + q.j) return p.i + p.j < q.i + q.j;
              return std::min(p.i, p.j) < std::min(q.i, q.j);
            });
  for (size_t k = 0; k < count; ++k) {
    const Candidate& c = found[k];
    if (alignment.a.partner[c.i] != kUnaligned) continue;
    if (alignment.b.partner[c.j] != kUnaligned) continue;
    Join(alignment, c.i, c.j, RelationOf(a, a.words[c.i], b, b.words[c.j]));
  }
}

// A stretch of words of one claim, [begin, end).
struct Stretch {
  int begin = 0;
  int end = 0;
};

// Visits the stretches between neighbouring aligned content words of `a` whose
// partners follow each other in b, with the stretch between the partners.
template <typename Visit>
void ForEachGap(const PreparedClaim& a, const PreparedClaim& b,
                const AlignedSide& side, Visit visit) {
  const int n = static_cast<int>(a.words.size());
  const int m = static_cast<int>(b.words.size());
  int last = -1;
  int last_partner = -1;
  for (int i = 0; i <= n; ++i) {
    if (i < n && (!a.words[i].content() || side.partner[i] == kUnaligned)) {
      continue;
    }
    const int partner = i < n ? side.partner[i] : m;
    if (partner > last_partner && i - last <= kGap &&
        partner - last_partner <= kGap) {
      visit(Stretch{last + 1, i}, Stretch{last_partner + 1, partner});
    }
    last = i;
    last_partner = partner;
  }
}

void AlignClosedWords(const PreparedClaim& a, const PreparedClaim& b,
                      Alignment& alignment) {
  ForEachGap(a, b, alignment.a, [&](Stretch x, Stretch y) {
    int next = y.begin;
    for (int i = x.begin; i < x.end; ++i) {
      if (alignment.a.partner[i] != kUnaligned || a.words[i].content())
        continue;
      for (int j = next; j < y.end; ++j) {
        if (alignment.b.partner[j] != kUnaligned) continue;
        if (a.words[i].entry.lemma != b.words[j].entry.lemma) continue;
        Join(alignment, static_cast<int16_t>(i), static_cast<int16_t>(j),
             WordRelation::kSame);
        next = j + 1;
        break;
      }
    }
  });
}

int NextOpen(const AlignedSide& side, const PreparedClaim& claim, int at,
             int end, bool content) {
  while (at < end && (side.partner[at] != kUnaligned ||
                      claim.words[at].content() != content)) {
    ++at;
  }
  return at;
}

void PairReplaced(const PreparedClaim& a, const PreparedClaim& b,
                  Alignment& alignment) {
  ForEachGap(a, b, alignment.a, [&](Stretch x, Stretch y) {
    for (const bool content : {true, false}) {
      int i = NextOpen(alignment.a, a, x.begin, x.end, content);
      int j = NextOpen(alignment.b, b, y.begin, y.end, content);
      while (i < x.end && j < y.end) {
        alignment.a.replaced[i] = static_cast<int16_t>(j);
        alignment.b.replaced[j] = static_cast<int16_t>(i);
        i = NextOpen(alignment.a, a, i + 1, x.end, content);
        j = NextOpen(alignment.b, b, j + 1, y.end, content);
      }
    }
  });
}

}  // namespace

float Coverage(WordRelation relation) {
  switch (relation) {
    case WordRelation::kSame:
      return 1.0f;
    case WordRelation::kFamily:
      return 0.9f;
    case WordRelation::kSameSide:
      return 0.85f;
    case WordRelation::kSynonym:
      return 0.8f;
    case WordRelation::kBroader:
      return 0.6f;
    case WordRelation::kSibling:
    case WordRelation::kUnrelated:
      return 0.0f;
  }
  return 0.0f;
}

void Align(const PreparedClaim& a, const PreparedClaim& b,
           Alignment& alignment) {
  Clear(a, alignment.a);
  Clear(b, alignment.b);
  AlignEqualLemmas(a, b, alignment);
  AlignRelated(a, b, alignment);
  AlignClosedWords(a, b, alignment);
  PairReplaced(a, b, alignment);
}

}  // namespace concord
