#include "engine/compare/explain.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "engine/compare/alignment.h"
#include "engine/compare/findings.h"

namespace concord {
namespace {

// Whether a rule says why what looks like a conflict is none.
bool HoldsBack(v1::ReasonCode code) {
  switch (code) {
    case v1::REASON_CODE_LITTLE_SHARED:
    case v1::REASON_CODE_ROLES_REVERSED:
    case v1::REASON_CODE_OTHER_SPEAKER:
    case v1::REASON_CODE_VOUCHED_DIFFERENTLY:
    case v1::REASON_CODE_GRANULARITY:
    case v1::REASON_CODE_APPROXIMATION:
    case v1::REASON_CODE_OTHER_SCOPE:
    case v1::REASON_CODE_CORRUPT_TEXT:
    case v1::REASON_CODE_PLAN_OCCURRED:
    case v1::REASON_CODE_DETAIL_MISSING:
      return true;
    default:
      return false;
  }
}

v1::Evidence EvidenceOf(const PreparedClaim& a, const PreparedClaim& b,
                        const Finding& finding) {
  v1::Evidence evidence;
  evidence.set_code(finding.code);
  if (!finding.a.empty()) *evidence.mutable_a() = ArticleSpan(a, finding.a);
  if (!finding.b.empty()) *evidence.mutable_b() = ArticleSpan(b, finding.b);
  return evidence;
}

void AddHeldBack(v1::ReasonCode code, std::vector<v1::ReasonCode>& codes) {
  const bool known = std::find(codes.begin(), codes.end(), code) != codes.end();
  if (HoldsBack(code) && !known) codes.push_back(code);
}

}  // namespace

Explanation Explain(const PreparedClaim& a, const PreparedClaim& b,
                    const Verdict& verdict) {
  const auto alignment = std::make_unique<Alignment>();
  Align(a, b, *alignment);
  Explanation explanation = {.relation = verdict.relation,
                             .same = verdict.same,
                             .conflict = verdict.conflict,
                             .findings = {},
                             .no_conflict_because = {}};
  const std::vector<Finding> findings = FindDifferences(a, b, *alignment);
  for (const Finding& finding : findings) {
    explanation.findings.push_back(EvidenceOf(a, b, finding));
  }
  if (verdict.relation == v1::Comparison::RELATION_DIVERGE) return explanation;
  for (const v1::ReasonCode code : verdict.reasons) {
    AddHeldBack(code, explanation.no_conflict_because);
  }
  for (const Finding& finding : findings) {
    AddHeldBack(finding.code, explanation.no_conflict_because);
  }
  return explanation;
}

}  // namespace concord
