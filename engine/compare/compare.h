// Two claims to a typed relation with reasons.
//
// Similarity nominates; it cannot decide, for edits that contradict are more
// alike than paraphrases. What decides is a comparison slot by slot: predicate,
// roles, polarity, quantities, times, names, attribution.

#ifndef CONCORD_ENGINE_COMPARE_COMPARE_H_
#define CONCORD_ENGINE_COMPARE_COMPARE_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// What is known beyond the two claims.
struct CompareContext {
  // The articles are about one event.
  bool same_event = false;
  // The claims stand in one article: AGREE becomes AGREE_WITHIN.
  bool same_article = false;
};

// What two claims are to each other.
struct Verdict {
  v1::Comparison::Relation relation = v1::Comparison::RELATION_UNRELATED;
  std::vector<v1::DivergenceType> types;  // for DIVERGE, strongest first
  std::vector<v1::ReasonCode> reasons;    // never empty, strongest first
  std::vector<v1::Evidence> evidence;     // spans of the reasons
  float similarity = 0.0f;                // 0..1, symmetric
};

// Compares two claims. Symmetric: Compare(b, a) is the same with sides
// exchanged. A claim compared with itself agrees. Safe for use from any number
// of threads.
Verdict Compare(const PreparedClaim& a, const PreparedClaim& b,
                const CompareContext& context);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_COMPARE_H_
