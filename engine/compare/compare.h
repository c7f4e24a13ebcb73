// Two claims to a typed relation with reasons.
//
// Similarity nominates; it cannot decide, for edits that contradict are more
// alike than paraphrases. What decides is a comparison word by word and value
// by value: what is shared, what stands in another's place, what only one side
// says (alignment.h); two small learned models weigh that, one for "the same
// claim" and one for "a conflict" (boosted_trees.h, tools/train_compare); and
// rules say why (findings.h).
//
// Example:
//   PreparedClaim a = Prepare(first);
//   PreparedClaim b = Prepare(second);
//   if (MayRelate(a, b)) {
//     Verdict verdict = Compare(a, b, {.same_event = true});
//     if (verdict.relation == v1::Comparison::RELATION_DIVERGE) ...
//   }

#ifndef CONCORD_ENGINE_COMPARE_COMPARE_H_
#define CONCORD_ENGINE_COMPARE_COMPARE_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/features.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// What is known beyond the two claims.
struct CompareContext {
  // The articles are about one event.
  bool same_event = false;
  // The claims stand in one article: AGREE becomes AGREE_WITHIN.
  bool same_article = false;
  // The pair was found by search and not put side by side by somebody: it may
  // be about two matters, and only a difference that a rule can name (a number,
  // a time, a name, polarity, force) makes it a conflict.
  bool found = false;
};

// What two claims are to each other.
struct Verdict {
  v1::Comparison::Relation relation = v1::Comparison::RELATION_UNRELATED;
  std::vector<v1::DivergenceType> types;  // for DIVERGE, strongest first
  std::vector<v1::ReasonCode> reasons;    // never empty, strongest first
  std::vector<v1::Evidence> evidence;     // spans of the reasons
  float similarity = 0.0f;                // 0..1, symmetric
  // What the models say, 0..1: for callers who need surer answers than the
  // relation gives, or ranks.
  float same = 0.0f;
  float conflict = 0.0f;
};

// Compares two claims. Symmetric: Compare(b, a) is the same with sides
// exchanged. A claim compared with itself, or with the same words, agrees. Safe
// for use from any number of threads.
Verdict Compare(const PreparedClaim& a, const PreparedClaim& b,
                const CompareContext& context);

// The same without reasons and evidence, which cost memory: `types`, `reasons`
// and `evidence` stay empty. At least 100,000 pairs a second on one core.
Verdict Judge(const PreparedClaim& a, const PreparedClaim& b,
              const CompareContext& context);

// False where Compare cannot answer but UNRELATED, found without aligning: the
// claims share too little. Symmetric.
bool MayRelate(const PreparedClaim& a, const PreparedClaim& b);

// What the models see of a pair. Symmetric.
FeatureVector FeaturesOf(const PreparedClaim& a, const PreparedClaim& b,
                         const CompareContext& context);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_COMPARE_H_
