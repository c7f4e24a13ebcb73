#include "engine/compare/compare.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/alignment.h"
#include "engine/compare/features.h"
#include "engine/compare/model.h"
#include "engine/compare/prepared_claim.h"
#include "engine/compare/vocabulary.h"

namespace concord {
namespace {

// Log-odds above which the models decide, and the cover below which two claims
// are about different matters. Chosen by hand on the development pairs, so that
// figures on those pairs are optimistic; to be learned with the weights.
constexpr float kSame = -0.6f;
constexpr float kConflict = 0.3f;
constexpr float kSameCore = 0.3f;    // cover of the shorter claim
constexpr float kUnsure = -1.1f;     // of "says the same"
constexpr float kCompatible = 0.7f;  // cover of the shorter claim

// The work of one comparison. `a` weighs no more than `b`.
class Comparer {
 public:
  Comparer(const PreparedClaim& a, const PreparedClaim& b, Alignment& alignment)
      : a_(a), b_(b), alignment_(alignment) {
    Align(a, b, alignment);
    features_ = MeasurePair(a, b, alignment);
    score_ = ScorePair(features_);
  }

  Verdict Decide() {
    verdict_.similarity = Similarity();
    if (a_.words_hash == b_.words_hash) {
      return Say(v1::Comparison::RELATION_AGREE, v1::REASON_CODE_SAME_WORDS);
    }
    if (features_[kCoverShort] >= kSameCore && FindConflict() &&
        score_.conflict > kConflict) {
      verdict_.relation = v1::Comparison::RELATION_DIVERGE;
      return std::move(verdict_);
    }
    return DecideWithoutConflict();
  }

 private:
  float Similarity() const { return 1.0f / (1.0f + std::exp(-score_.same)); }

  Verdict Say(v1::Comparison::Relation relation, v1::ReasonCode reason) {
    verdict_.relation = relation;
    verdict_.types.clear();
    verdict_.reasons.insert(verdict_.reasons.begin(), reason);
    return std::move(verdict_);
  }

  Verdict DecideWithoutConflict() {
    verdict_.types.clear();
    verdict_.reasons.clear();
    verdict_.evidence.clear();
    if (features_[kCoverShort] < kSameCore) {
      return Say(v1::Comparison::RELATION_UNRELATED,
                 v1::REASON_CODE_LITTLE_SHARED);
    }
    if (score_.same > kSame) {
      return Say(v1::Comparison::RELATION_AGREE,
                 v1::REASON_CODE_SHARED_CONTENT);
    }
    if (score_.same > kUnsure) {
      return Say(v1::Comparison::RELATION_UNSURE,
                 v1::REASON_CODE_SHARED_CONTENT);
    }
    if (features_[kCoverShort] >= kCompatible) {
      return Say(v1::Comparison::RELATION_COMPATIBLE,
                 v1::REASON_CODE_DETAIL_MISSING);
    }
    return Say(v1::Comparison::RELATION_UNRELATED,
               v1::REASON_CODE_LITTLE_SHARED);
  }

  // Names every rule that tells the claims apart, strongest first; false where
  // there is none.
  bool FindConflict() {
    AddReplaced(v1::DIVERGENCE_TYPE_NUMERIC, v1::REASON_CODE_NUMBERS_DIFFER,
                [](const PreparedWord& x, const PreparedWord& y) {
                  return x.number && y.number;
                });
    AddReplaced(v1::DIVERGENCE_TYPE_DATE_TIME, v1::REASON_CODE_TIMES_DIFFER,
                [](const PreparedWord& x, const PreparedWord& y) {
                  return x.time && y.time;
                });
    if (features_[kNegationParity] > 0) {
      Add(v1::DIVERGENCE_TYPE_NEGATION, v1::REASON_CODE_OPPOSITE_POLARITY);
    }
    AddReplaced(v1::DIVERGENCE_TYPE_NEGATION,
                v1::REASON_CODE_OPPOSITE_PREDICATE,
                [](const PreparedWord& x, const PreparedWord& y) {
                  return AreOpposites(x.entry, y.entry) ||
                         AreAntonyms(x.entry, y.entry);
                });
    AddReplaced(v1::DIVERGENCE_TYPE_ENTITY_ROLE, v1::REASON_CODE_NAMES_DIFFER,
                [](const PreparedWord& x, const PreparedWord& y) {
                  return x.content() && y.content() && !x.number && !y.number &&
                         !x.time && !y.time;
                });
    if (features_[kModalsUnshared] > 0) {
      Add(v1::DIVERGENCE_TYPE_DEGREE_HEDGE, v1::REASON_CODE_OTHER_FORCE);
    }
    if (verdict_.types.empty() && features_[kInversions] > 0.3f) {
      Add(v1::DIVERGENCE_TYPE_ENTITY_ROLE, v1::REASON_CODE_ROLES_REVERSED);
    }
    if (verdict_.types.empty() && features_[kInsertedLong] > 0) {
      Add(v1::DIVERGENCE_TYPE_DEGREE_HEDGE, v1::REASON_CODE_DETAIL_MISSING);
    }
    return !verdict_.types.empty();
  }

  void Add(v1::DivergenceType type, v1::ReasonCode reason) {
    if (std::find(verdict_.types.begin(), verdict_.types.end(), type) ==
        verdict_.types.end()) {
      verdict_.types.push_back(type);
    }
    verdict_.reasons.push_back(reason);
  }

  // Adds the rule where some word was put in the place of another for which
  // `tells` holds.
  template <typename Tells>
  void AddReplaced(v1::DivergenceType type, v1::ReasonCode reason,
                   const Tells& tells) {
    for (size_t i = 0; i < a_.words.size(); ++i) {
      const int16_t j = alignment_.a.replaced[i];
      if (j == kUnaligned || !tells(a_.words[i], b_.words[j])) continue;
      Add(type, reason);
      v1::Evidence& evidence = verdict_.evidence.emplace_back();
      evidence.set_code(reason);
      *evidence.mutable_a() = ArticleSpan(a_, a_.words[i].span);
      *evidence.mutable_b() = ArticleSpan(b_, b_.words[j].span);
      return;
    }
  }

  const PreparedClaim& a_;
  const PreparedClaim& b_;
  Alignment& alignment_;
  FeatureVector features_;
  PairScore score_;
  Verdict verdict_;
};

void SwapSides(Verdict& verdict) {
  for (v1::Evidence& evidence : verdict.evidence) {
    evidence.mutable_a()->Swap(evidence.mutable_b());
  }
}

// The order in which a pair is compared, whichever way it is given.
bool Before(const PreparedClaim& a, const PreparedClaim& b) {
  if (a.weight != b.weight) return a.weight < b.weight;
  return a.claim->text() < b.claim->text();
}

}  // namespace

Verdict Compare(const PreparedClaim& a, const PreparedClaim& b,
                const CompareContext& context) {
  // Large, and used again and again.
  static thread_local Alignment alignment;
  const bool swapped = Before(b, a);
  Verdict verdict = swapped ? Comparer(b, a, alignment).Decide()
                            : Comparer(a, b, alignment).Decide();
  if (swapped) SwapSides(verdict);
  if (context.same_article &&
      verdict.relation == v1::Comparison::RELATION_AGREE) {
    verdict.relation = v1::Comparison::RELATION_AGREE_WITHIN;
    verdict.reasons.push_back(v1::REASON_CODE_SAME_ARTICLE);
  }
  return verdict;
}

}  // namespace concord
