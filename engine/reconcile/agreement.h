// Agreeing pairs to groups that hold together.

#ifndef CONCORD_ENGINE_RECONCILE_AGREEMENT_H_
#define CONCORD_ENGINE_RECONCILE_AGREEMENT_H_

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/types/span.h"
#include "engine/reconcile/relation_table.h"

namespace concord {

// A group's claims, by index, ascending.
using ClaimSet = std::vector<uint32_t>;

// Two claims of different articles that agree.
struct AgreeingPair {
  ClaimPair pair;
  float similarity = 0.0f;
};

// Joins claims into groups, from the most alike pair down. Two groups are
// joined only where `agree` holds for every member of one with every member of
// the other (complete linkage), so that no chain of small steps leads from one
// claim to another that says something else. Every claim is in one group at
// most; groups are sorted by their first member.
//
// Ties go to the smaller index. A group holds at most kMaxGroup claims, which
// bounds the pairs that must agree.
inline constexpr size_t kMaxGroup = 256;
std::vector<ClaimSet> GroupAgreeing(
    absl::Span<const AgreeingPair> pairs,
    absl::FunctionRef<bool(uint32_t, uint32_t)> agree);

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_AGREEMENT_H_
