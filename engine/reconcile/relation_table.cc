#include "engine/reconcile/relation_table.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/base/parallel.h"
#include "engine/compare/compare.h"

namespace concord {
namespace {

// Pairs judged between two rounds of keeping: bounds what unrelated pairs cost.
constexpr size_t kRound = 1 << 16;

uint64_t Key(ClaimPair pair) { return uint64_t{pair.a} << 32 | pair.b; }

}  // namespace

void RelationTable::JudgeAll(absl::Span<const ClaimPair> pairs, int threads) {
  std::vector<Verdict> verdicts;
  for (size_t begin = 0; begin < pairs.size(); begin += kRound) {
    const auto round = pairs.subspan(begin, kRound);
    verdicts.assign(round.size(), {});
    ParallelFor(round.size(), threads,
                [&](size_t i) { verdicts[i] = judge_(round[i]); });
    for (size_t i = 0; i < round.size(); ++i) {
      Keep(round[i], std::move(verdicts[i]));
    }
  }
}

const Verdict& RelationTable::VerdictOn(uint32_t a, uint32_t b) {
  const ClaimPair pair = {std::min(a, b), std::max(a, b)};
  const auto found = position_of_.find(Key(pair));
  if (found != position_of_.end()) return pairs_[found->second].verdict;
  Verdict verdict = judge_(pair);
  if (!IsKept(pair, verdict)) {
    unrelated_ = std::move(verdict);
    return unrelated_;
  }
  Keep(pair, std::move(verdict));
  return pairs_.back().verdict;
}

void RelationTable::Overrule(size_t position, v1::Comparison::Relation relation,
                             v1::ReasonCode reason) {
  Verdict& verdict = pairs_[position].verdict;
  verdict.relation = relation;
  if (relation != v1::Comparison::RELATION_DIVERGE) verdict.types.clear();
  verdict.reasons.insert(verdict.reasons.begin(), reason);
}

void RelationTable::Settle(ClaimPair pair, v1::Comparison::Relation relation,
                           v1::ReasonCode reason) {
  const auto found = position_of_.find(Key(pair));
  Verdict verdict = found != position_of_.end() ? pairs_[found->second].verdict
                                                : judge_(pair);
  verdict.relation = relation;
  verdict.types.clear();
  verdict.reasons.insert(verdict.reasons.begin(), reason);
  if (found != position_of_.end()) {
    pairs_[found->second].verdict = std::move(verdict);
  } else {
    Keep(pair, std::move(verdict));
  }
}

bool RelationTable::IsKept(ClaimPair pair, const Verdict& verdict) const {
  return verdict.relation != v1::Comparison::RELATION_UNRELATED ||
         pair.a == explained_ || pair.b == explained_;
}

void RelationTable::Keep(ClaimPair pair, Verdict verdict) {
  if (!IsKept(pair, verdict)) return;
  position_of_.emplace(Key(pair), static_cast<uint32_t>(pairs_.size()));
  pairs_.push_back({pair, std::move(verdict)});
}

}  // namespace concord
