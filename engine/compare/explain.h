// Why two claims were judged as they were, for people.

#ifndef CONCORD_ENGINE_COMPARE_EXPLAIN_H_
#define CONCORD_ENGINE_COMPARE_EXPLAIN_H_

#include <vector>

#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/compare.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// What `compare --explain` says beside a verdict.
struct Explanation {
  v1::Comparison::Relation relation = v1::Comparison::RELATION_UNRELATED;
  // What the models answer, 0..1.
  float same = 0.0f;
  float conflict = 0.0f;
  // Every rule that saw something, whatever came of it, with the bytes on both
  // sides: differences first.
  std::vector<v1::Evidence> findings;
  // What held a conflict back; empty for DIVERGE.
  std::vector<v1::ReasonCode> no_conflict_because;
};

// REQUIRES: `verdict` is Compare(a, b, ...).
Explanation Explain(const PreparedClaim& a, const PreparedClaim& b,
                    const Verdict& verdict);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_EXPLAIN_H_
