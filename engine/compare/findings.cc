#include "engine/compare/findings.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/compare/time_bounds.h"
#include "engine/grammar/grammar.h"

namespace concord {
namespace {

class Finder {
 public:
  Finder(const PreparedClaim& a, const PreparedClaim& b,
         const Alignment& alignment)
      : a_(a), b_(b), alignment_(alignment) {}

  std::vector<Finding> Run() {
    CompareNumbers();
    CompareTimes();
    ComparePolarity();
    CompareSubjects();
    CompareReplacedWords();
    CompareForce();
    return std::move(found_);
  }

 private:
  void Add(v1::ReasonCode code, v1::DivergenceType type, ByteSpan a,
           ByteSpan b) {
    const bool known =
        std::any_of(found_.begin(), found_.end(),
                    [code](const Finding& f) { return f.code == code; });
    if (!known) found_.push_back({code, type, a, b});
  }

  void Add(v1::ReasonCode code, ByteSpan a, ByteSpan b) {
    Add(code, v1::DIVERGENCE_TYPE_UNSPECIFIED, a, b);
  }

  // A number without a partner; nullptr for any other word.
  static const PreparedQuantity* OpenQuantity(const PreparedClaim& claim,
                                              const AlignedSide& side,
                                              size_t at) {
    const PreparedWord& word = claim.words[at];
    const bool open = word.kind == WordKind::kNumber &&
                      side.partner[at] == kUnaligned &&
                      word.quantity != kNoValue;
    return open ? &claim.quantities[word.quantity] : nullptr;
  }

  static bool Comparable(const PreparedQuantity& p, const PreparedQuantity& q) {
    return p.unit == q.unit && p.ordinal == q.ordinal;
  }

  static bool Disjoint(const PreparedQuantity& p, const PreparedQuantity& q) {
    return p.high < q.low || q.high < p.low;
  }

  // Two numbers differ where one stands in the other's place, or where both
  // count the same thing.
  void CompareNumbers() {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      CompareSharedNumber(i);
      const PreparedQuantity* p = OpenQuantity(a_, alignment_.a, i);
      if (p == nullptr) continue;
      for (size_t j = 0; j < b_.words.size(); ++j) {
        const PreparedQuantity* q = OpenQuantity(b_, alignment_.b, j);
        if (q == nullptr || !Comparable(*p, *q) || !Disjoint(*p, *q)) continue;
        const bool in_place = alignment_.a.replaced[i] == static_cast<int>(j);
        const bool same_count = p->counted != 0 && p->counted == q->counted;
        if (!in_place && !same_count) continue;
        Add(v1::REASON_CODE_NUMBERS_DIFFER, v1::DIVERGENCE_TYPE_NUMERIC,
            p->span, q->span);
      }
    }
  }

  void CompareSharedNumber(size_t i) {
    const PreparedWord& x = a_.words[i];
    const int16_t partner = alignment_.a.partner[i];
    if (x.kind != WordKind::kNumber || partner == kUnaligned) return;
    const bool exact = alignment_.a.relation[i] == WordRelation::kSame;
    Add(exact ? v1::REASON_CODE_NUMBERS_AGREE : v1::REASON_CODE_APPROXIMATION,
        x.span, b_.words[partner].span);
  }

  void CompareTimes() {
    for (const PreparedTime& p : a_.times) {
      for (const PreparedTime& q : b_.times) CompareTime(p, q);
    }
  }

  void CompareTime(const PreparedTime& p, const PreparedTime& q) {
    const bool only_days = !p.placed() || !q.placed();
    if (only_days) {
      if (p.weekday == 0 || q.weekday == 0) return;
      AddTime(p.weekday == q.weekday, p, q);
      return;
    }
    const bool overlap = BoundsOf(a_, p).Meets(BoundsOf(b_, q));
    const bool same = p.begin == q.begin && p.end == q.end;
    if (overlap && !same) {
      Add(v1::REASON_CODE_GRANULARITY, p.span, q.span);
    } else {
      AddTime(overlap, p, q);
    }
  }

  void AddTime(bool agree, const PreparedTime& p, const PreparedTime& q) {
    if (agree) {
      Add(v1::REASON_CODE_TIMES_AGREE, p.span, q.span);
    } else if (a_.times.size() == 1 && b_.times.size() == 1) {
      Add(v1::REASON_CODE_TIMES_DIFFER, v1::DIVERGENCE_TYPE_DATE_TIME, p.span,
          q.span);
    } else {
      CompareReplacedTime(p, q);
    }
  }

  // Among several times, those that stand in each other's place.
  void CompareReplacedTime(const PreparedTime& p, const PreparedTime& q) {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      const int16_t j = alignment_.a.replaced[i];
      if (j == kUnaligned || !p.span.Contains(a_.words[i].span) ||
          !q.span.Contains(b_.words[j].span)) {
        continue;
      }
      Add(v1::REASON_CODE_TIMES_DIFFER, v1::DIVERGENCE_TYPE_DATE_TIME, p.span,
          q.span);
    }
  }

  // "It had never failed before": that it failed now is no conflict. Where the
  // other claim has the "before" too, both are about one time.
  static bool DeniesThePast(const PreparedClaim& claim,
                            const AlignedSide& side) {
    static const uint64_t before = LookUpWord("before").lemma;
    for (size_t i = 0; i < claim.words.size(); ++i) {
      if (claim.words[i].entry.lemma == before &&
          side.partner[i] == kUnaligned) {
        return true;
      }
    }
    return false;
  }

  // One claim denies a word of which the other says that it is so. That both
  // have or lack a "not" somewhere tells nothing: it may deny another matter.
  void ComparePolarity() {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      const int16_t partner = alignment_.a.partner[i];
      if (partner == kUnaligned || !a_.words[i].content()) continue;
      const PreparedWord& x = a_.words[i];
      const PreparedWord& y = b_.words[partner];
      if (x.negated == y.negated) continue;
      if (x.negated ? DeniesThePast(a_, alignment_.a)
                    : DeniesThePast(b_, alignment_.b)) {
        continue;
      }
      Add(v1::REASON_CODE_OPPOSITE_POLARITY, v1::DIVERGENCE_TYPE_NEGATION,
          x.span, y.span);
    }
  }

  static bool IsOpenSubject(const PreparedWord& word, const AlignedSide& side,
                            size_t at) {
    return word.content() && side.partner[at] == kUnaligned &&
           word.head != kNoHead &&
           (word.label == Label::kNsubj || word.label == Label::kNsubjPass);
  }

  // Two people, by name or by what they are, of whom the same is said.
  void CompareSubjects() {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      const PreparedWord& x = a_.words[i];
      if (!IsOpenSubject(x, alignment_.a, i)) continue;
      const int16_t head = alignment_.a.partner[x.head];
      for (size_t j = 0; head != kUnaligned && j < b_.words.size(); ++j) {
        const PreparedWord& y = b_.words[j];
        if (y.head == head && IsOpenSubject(y, alignment_.b, j) &&
            FillOneRole(x, y)) {
          Add(v1::REASON_CODE_NAMES_DIFFER, v1::DIVERGENCE_TYPE_ENTITY_ROLE,
              x.span, y.span);
          found_.back().in_role = true;
        }
      }
    }
  }

  static bool FillOneRole(const PreparedWord& x, const PreparedWord& y) {
    return x.kind == y.kind &&
           (x.kind == WordKind::kName || (x.role && y.role));
  }

  void CompareReplacedWords() {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      const int16_t j = alignment_.a.replaced[i];
      if (j != kUnaligned) CompareReplaced(a_.words[i], b_.words[j]);
    }
  }

  bool CanBeOneTime(const PreparedWord& x, const PreparedWord& y) const {
    if (x.time == kNoValue || y.time == kNoValue) return false;
    const PreparedTime& p = a_.times[x.time];
    const PreparedTime& q = b_.times[y.time];
    return p.placed() && q.placed() && BoundsOf(a_, p).Meets(BoundsOf(b_, q));
  }

  void CompareReplaced(const PreparedWord& x, const PreparedWord& y) {
    if (AreOpposites(x.entry, y.entry) || AreAntonyms(x.entry, y.entry)) {
      Add(v1::REASON_CODE_OPPOSITE_PREDICATE, v1::DIVERGENCE_TYPE_NEGATION,
          x.span, y.span);
    } else if (x.kind == WordKind::kTime && y.kind == WordKind::kTime) {
      if (CanBeOneTime(x, y)) return;
      Add(v1::REASON_CODE_TIMES_DIFFER, v1::DIVERGENCE_TYPE_DATE_TIME, x.span,
          y.span);
    } else if (x.kind == WordKind::kName && y.kind == WordKind::kName) {
      Add(v1::REASON_CODE_NAMES_DIFFER, v1::DIVERGENCE_TYPE_ENTITY_ROLE, x.span,
          y.span);
    }
  }

  // A modal or hedge on one side only.
  void CompareForce() {
    ByteSpan x;
    ByteSpan y;
    const bool in_a = OpenModal(a_, alignment_.a, x);
    const bool in_b = OpenModal(b_, alignment_.b, y);
    if (in_a != in_b) {
      Add(v1::REASON_CODE_OTHER_FORCE, v1::DIVERGENCE_TYPE_DEGREE_HEDGE, x, y);
    }
  }

  static bool OpenModal(const PreparedClaim& claim, const AlignedSide& side,
                        ByteSpan& span) {
    for (size_t i = 0; i < claim.words.size(); ++i) {
      if (side.partner[i] != kUnaligned) continue;
      if (claim.words[i].entry.facts->word_class != WordClass::kModal) continue;
      span = claim.words[i].span;
      return true;
    }
    return false;
  }

  const PreparedClaim& a_;
  const PreparedClaim& b_;
  const Alignment& alignment_;
  std::vector<Finding> found_;
};

bool SaysBy(const PreparedClaim& claim) {
  static const uint64_t by = LookUpWord("by").lemma;
  return std::any_of(
      claim.words.begin(), claim.words.end(),
      [](const PreparedWord& word) { return word.entry.lemma == by; });
}

}  // namespace

std::vector<Finding> FindDifferences(const PreparedClaim& a,
                                     const PreparedClaim& b,
                                     const Alignment& alignment) {
  std::vector<Finding> found = Finder(a, b, alignment).Run();
  std::stable_partition(found.begin(), found.end(),
                        [](const Finding& f) { return f.differs(); });
  return found;
}

bool RolesReversed(const PreparedClaim& a, const PreparedClaim& b,
                   const Alignment& alignment) {
  if (SaysBy(a) != SaysBy(b)) return false;
  int last = -1;
  bool word_between = false;
  for (size_t i = 0; i < a.words.size(); ++i) {
    const int16_t partner = alignment.a.partner[i];
    if (partner == kUnaligned) continue;
    if (a.words[i].kind == WordKind::kPlain) word_between = last >= 0;
    if (a.words[i].kind != WordKind::kName) continue;
    if (word_between && partner < last) return true;
    last = partner;
    word_between = false;
  }
  return false;
}

}  // namespace concord
