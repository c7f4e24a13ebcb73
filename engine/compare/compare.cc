#include "engine/compare/compare.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/compare/alignment.h"
#include "engine/compare/findings.h"
#include "engine/compare/models.h"

namespace concord {
namespace {

using Relation = v1::Comparison::Relation;

// Chosen on pairs that the models were not trained on and, for pairs that were
// found, on whole stories; see tools/train_compare.
constexpr float kSame = 0.285f;
// Pairs that were found are rarely the same.
constexpr float kSameFound = 0.26f;
constexpr float kConflict = 0.5f;
// Where both models say yes, a conflict must outweigh so much of the sameness,
// in log-odds, or be one that a rule has named; else the pair is undecided.
constexpr float kOutweigh = 0.1f;
constexpr float kPlainConflict = 3.0f;  // log-odds
// Within this of a threshold nothing is decided.
constexpr float kUnsureMargin = 0.03f;
// Claims that were found and share less of the lighter one are not about one
// matter.
constexpr float kOneMatter = 0.35f;
constexpr float kDetail = 0.75f;
// What a pair that was found must share of the lighter claim to conflict.
constexpr float kFoundCore = 0.5f;

float Probability(float log_odds) {
  return 1.0f / (1.0f + std::exp(-log_odds));
}

Alignment& ScratchAlignment() {
  thread_local const std::unique_ptr<Alignment> alignment =
      std::make_unique<Alignment>();
  return *alignment;
}

// The one order in which a pair is looked at: the lighter claim first.
bool Ordered(const PreparedClaim& a, const PreparedClaim& b) {
  return std::tie(a.weight, a.words_hash) <= std::tie(b.weight, b.words_hash);
}

bool SameWords(const PreparedClaim& a, const PreparedClaim& b) {
  return a.words_hash == b.words_hash && a.words.size() == b.words.size();
}

bool IsMangled(const v1::Claim& claim) {
  return std::find(claim.flags().begin(), claim.flags().end(),
                   v1::CLAIM_FLAG_MANGLED) != claim.flags().end();
}

bool IsPlan(const v1::Claim& claim) {
  return claim.modality() == v1::MODALITY_PLANNED;
}

void SetSame(Verdict& verdict, const CompareContext& context) {
  verdict.relation = context.same_article
                         ? v1::Comparison::RELATION_AGREE_WITHIN
                         : v1::Comparison::RELATION_AGREE;
}

// Whether the claims are word for word alike but for one value or an opposite
// in its place: the plainest conflict there is, whatever the model says.
bool DifferOnlyInOneSlot(const FeatureVector& f) {
  const float hard = f[kNumbersReplaced] + f[kTimesReplaced] +
                     f[kNamesReplaced] + f[kOppositesReplaced];
  const float left = f[kNamesOnlyShort] + f[kNumbersOnlyShort] +
                     f[kTimesOnlyShort] + f[kWordsOnlyShort] +
                     f[kNamesOnlyLong] + f[kNumbersOnlyLong] +
                     f[kTimesOnlyLong] + f[kWordsOnlyLong];
  return hard == 1.0f && left <= 2.0f && f[kInsertedShort] == 0.0f &&
         f[kInsertedLong] == 0.0f && f[kNegationParity] == 0.0f &&
         f[kDice] >= 0.6f;
}

// A plan and what came of it have each their own day and force.
bool IsOfPlanAndEvent(const PreparedClaim& a, const PreparedClaim& b,
                      const Finding& finding) {
  return (finding.type == v1::DIVERGENCE_TYPE_DATE_TIME ||
          finding.type == v1::DIVERGENCE_TYPE_DEGREE_HEDGE) &&
         IsPlan(*a.claim) != IsPlan(*b.claim);
}

// Whether a rule can name what the aligned claims differ in. Names in each
// other's place that fill no role of one predicate count only where `names_too`
// says so: texts name things by many names.
bool CanNameDifference(const PreparedClaim& a, const PreparedClaim& b,
                       bool names_too) {
  const std::vector<Finding> findings =
      FindDifferences(a, b, ScratchAlignment());
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    if (!f.differs() || IsOfPlanAndEvent(a, b, f)) return false;
    return names_too || f.in_role || f.type != v1::DIVERGENCE_TYPE_ENTITY_ROLE;
  });
}

bool Meets(const PreparedClaim& a, const PreparedClaim& b,
           const AlignedSide& side, size_t at) {
  if (side.partner[at] != kUnaligned) return true;
  const int16_t other = side.replaced[at];
  return other != kUnaligned &&
         AreOpposites(a.words[at].entry, b.words[other].entry);
}

// Whether what one claim says of its subject meets a word of the other, be it
// an opposite: two claims that share but their topic cannot conflict.
bool PredicateMeets(const PreparedClaim& a, const PreparedClaim& b,
                    const AlignedSide& side) {
  for (size_t i = 0; i < a.words.size(); ++i) {
    const PreparedWord& word = a.words[i];
    if (word.label == Label::kRoot && word.content()) {
      return Meets(a, b, side, i);
    }
  }
  return false;
}

bool ShareCore(const PreparedClaim& a, const PreparedClaim& b,
               const FeatureVector& f) {
  const Alignment& alignment = ScratchAlignment();
  return f[kCoverShort] >= kFoundCore && PredicateMeets(a, b, alignment.a) &&
         PredicateMeets(b, a, alignment.b);
}

// Whether every word of both claims has its partner, in the same place of the
// sentence: what could differ then?
bool NothingIsLeft(const FeatureVector& f) {
  return f[kDice] >= 0.999f && f[kNegationParity] == 0.0f &&
         f[kArcsBroken] == 0.0f;
}

// Whether the models' "conflict" is one for the context.
bool IsConflict(const PreparedClaim& a, const PreparedClaim& b,
                const FeatureVector& f, const CompareContext& context) {
  if (!context.found) {
    return !NothingIsLeft(f) || CanNameDifference(a, b, /*names_too=*/true);
  }
  return ShareCore(a, b, f) && CanNameDifference(a, b, /*names_too=*/true);
}

// Whether the models' "same" is one for the context.
bool IsSame(const PreparedClaim& a, const PreparedClaim& b,
            const CompareContext& context) {
  if (!context.found || context.same_article) return true;
  return !CanNameDifference(a, b, /*names_too=*/false);
}

// What a conflict between two claims comes to.
v1::Comparison::Relation ConflictOf(const PreparedClaim& a,
                                    const PreparedClaim& b, bool outweighs) {
  const bool damaged = IsMangled(*a.claim) || IsMangled(*b.claim);
  return damaged || !outweighs ? v1::Comparison::RELATION_UNSURE
                               : v1::Comparison::RELATION_DIVERGE;
}

// What the figures say of an aligned pair; a is the lighter claim.
void Decide(const PreparedClaim& a, const PreparedClaim& b,
            const FeatureVector& f, const CompareContext& context,
            Verdict& verdict) {
  verdict.similarity = f[kDice];
  if (context.found && f[kCoverShort] < kOneMatter) return;
  const float same_odds = SameModel().Score(f);
  const float conflict_odds =
      DifferOnlyInOneSlot(f) ? kPlainConflict : ConflictModel().Score(f);
  verdict.same = Probability(same_odds);
  verdict.conflict = Probability(conflict_odds);
  const float same = context.found ? kSameFound : kSame;
  if (verdict.conflict >= kConflict && IsConflict(a, b, f, context)) {
    const bool outweighs =
        context.found || conflict_odds >= kOutweigh * same_odds;
    verdict.relation = ConflictOf(a, b, outweighs);
  } else if (verdict.same >= same && IsSame(a, b, context)) {
    SetSame(verdict, context);
  } else if (verdict.same >= same - kUnsureMargin ||
             verdict.conflict >= kConflict - kUnsureMargin) {
    verdict.relation = v1::Comparison::RELATION_UNSURE;
  } else if (f[kCoverShort] >= kDetail) {
    verdict.relation = v1::Comparison::RELATION_COMPATIBLE;
  }
}

FeatureVector Measure(const PreparedClaim& a, const PreparedClaim& b,
                      const Alignment& alignment,
                      const CompareContext& context) {
  FeatureVector features = MeasurePair(a, b, alignment);
  features[kFound] = context.found ? 1.0f : 0.0f;
  return features;
}

// Aligns and judges an ordered pair that shares something.
void JudgeOrdered(const PreparedClaim& a, const PreparedClaim& b,
                  const CompareContext& context, Verdict& verdict) {
  Alignment& alignment = ScratchAlignment();
  Align(a, b, alignment);
  Decide(a, b, Measure(a, b, alignment, context), context, verdict);
  const bool same = verdict.relation == v1::Comparison::RELATION_AGREE;
  if (same && a.speaker.IsOther(b.speaker)) {
    verdict.relation = v1::Comparison::RELATION_PARALLEL;
  }
  if (verdict.relation == v1::Comparison::RELATION_DIVERGE &&
      RolesReversed(a, b, alignment)) {
    verdict.relation = v1::Comparison::RELATION_UNRELATED;
  }
}

// True where the pair is decided before any alignment.
bool DecideAtOnce(const PreparedClaim& a, const PreparedClaim& b,
                  const CompareContext& context, Verdict& verdict) {
  if (SameWords(a, b)) {
    SetSame(verdict, context);
    if (a.speaker.IsOther(b.speaker)) {
      verdict.relation = v1::Comparison::RELATION_PARALLEL;
    }
    verdict.similarity = verdict.same = 1.0f;
    return true;
  }
  return !MayRelate(a, b);
}

// Writes reasons and evidence of a judged pair; a is the lighter claim.
class Explainer {
 public:
  Explainer(const PreparedClaim& a, const PreparedClaim& b, bool swapped,
            Verdict& verdict)
      : a_(a), b_(b), swapped_(swapped), verdict_(verdict) {}

  void Explain(const std::vector<Finding>& findings, bool reversed) {
    switch (verdict_.relation) {
      case v1::Comparison::RELATION_DIVERGE:
        ExplainConflict(findings);
        break;
      case v1::Comparison::RELATION_UNRELATED:
        AddReason(reversed ? v1::REASON_CODE_ROLES_REVERSED
                           : v1::REASON_CODE_LITTLE_SHARED);
        break;
      case v1::Comparison::RELATION_PARALLEL:
        AddReason(v1::REASON_CODE_OTHER_SPEAKER);
        break;
      case v1::Comparison::RELATION_COMPATIBLE:
        AddReason(v1::REASON_CODE_DETAIL_MISSING);
        break;
      case v1::Comparison::RELATION_UNSURE:
        ExplainDoubt();
        break;
      default:
        ExplainAgreement(findings);
    }
  }

 private:
  void AddReason(v1::ReasonCode code) {
    auto& reasons = verdict_.reasons;
    if (std::find(reasons.begin(), reasons.end(), code) == reasons.end()) {
      reasons.push_back(code);
    }
  }

  void AddFinding(const Finding& finding) {
    AddReason(finding.code);
    v1::Evidence evidence;
    evidence.set_code(finding.code);
    SetSpan(swapped_, a_, finding.a, evidence);
    SetSpan(!swapped_, b_, finding.b, evidence);
    verdict_.evidence.push_back(std::move(evidence));
  }

  static void SetSpan(bool to_b, const PreparedClaim& claim, ByteSpan span,
                      v1::Evidence& evidence) {
    if (span.empty()) return;
    (to_b ? *evidence.mutable_b() : *evidence.mutable_a()) =
        ArticleSpan(claim, span);
  }

  void ExplainConflict(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      if (!finding.differs()) break;
      AddFinding(finding);
      verdict_.types.push_back(finding.type);
    }
    if (verdict_.types.empty()) {
      // Nothing harder: other words fill a slot of what is else the same.
      verdict_.types.push_back(v1::DIVERGENCE_TYPE_ENTITY_ROLE);
      AddReason(v1::REASON_CODE_NAMES_DIFFER);
    }
    auto& types = verdict_.types;
    types.erase(std::unique(types.begin(), types.end()), types.end());
    AddReason(v1::REASON_CODE_SHARED_CONTENT);
  }

  void ExplainAgreement(const std::vector<Finding>& findings) {
    AddReason(verdict_.similarity >= 0.999f ? v1::REASON_CODE_SAME_WORDS
                                            : v1::REASON_CODE_SHARED_CONTENT);
    for (const Finding& finding : findings) {
      if (!finding.differs()) AddFinding(finding);
    }
    if (IsPlan(*a_.claim) != IsPlan(*b_.claim)) {
      AddReason(v1::REASON_CODE_PLAN_OCCURRED);
    }
    if (a_.claim->has_attribution() != b_.claim->has_attribution()) {
      AddReason(v1::REASON_CODE_VOUCHED_DIFFERENTLY);
    }
  }

  void ExplainDoubt() {
    if (IsMangled(*a_.claim) || IsMangled(*b_.claim)) {
      AddReason(v1::REASON_CODE_CORRUPT_TEXT);
    }
    AddReason(v1::REASON_CODE_SHARED_CONTENT);
  }

  const PreparedClaim& a_;
  const PreparedClaim& b_;
  const bool swapped_;
  Verdict& verdict_;
};

}  // namespace

Verdict Compare(const PreparedClaim& x, const PreparedClaim& y,
                const CompareContext& context) {
  const bool swapped = !Ordered(x, y);
  const PreparedClaim& a = swapped ? y : x;
  const PreparedClaim& b = swapped ? x : y;
  Verdict verdict;
  std::vector<Finding> findings;
  bool reversed = false;
  if (!DecideAtOnce(a, b, context, verdict)) {
    JudgeOrdered(a, b, context, verdict);
    findings = FindDifferences(a, b, ScratchAlignment());
    reversed = RolesReversed(a, b, ScratchAlignment());
  }
  Explainer(a, b, swapped, verdict).Explain(findings, reversed);
  return verdict;
}

Verdict Judge(const PreparedClaim& x, const PreparedClaim& y,
              const CompareContext& context) {
  const bool swapped = !Ordered(x, y);
  const PreparedClaim& a = swapped ? y : x;
  const PreparedClaim& b = swapped ? x : y;
  Verdict verdict;
  if (!DecideAtOnce(a, b, context, verdict)) {
    JudgeOrdered(a, b, context, verdict);
  }
  return verdict;
}

bool MayRelate(const PreparedClaim& a, const PreparedClaim& b) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.concepts.size() && j < b.concepts.size()) {
    if (a.concepts[i] == b.concepts[j]) return true;
    if (a.concepts[i] < b.concepts[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

FeatureVector FeaturesOf(const PreparedClaim& x, const PreparedClaim& y,
                         const CompareContext& context) {
  const bool swapped = !Ordered(x, y);
  const PreparedClaim& a = swapped ? y : x;
  const PreparedClaim& b = swapped ? x : y;
  Alignment& alignment = ScratchAlignment();
  Align(a, b, alignment);
  return Measure(a, b, alignment, context);
}

}  // namespace concord
