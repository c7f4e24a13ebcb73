// What each pair of claims was found to be.

#ifndef CONCORD_ENGINE_RECONCILE_RELATION_TABLE_H_
#define CONCORD_ENGINE_RECONCILE_RELATION_TABLE_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "concord/v1/reconciliation.pb.h"
#include "engine/compare/compare.h"

namespace concord {

// Two claims, by index, a < b.
struct ClaimPair {
  uint32_t a = 0;
  uint32_t b = 0;

  friend bool operator==(ClaimPair, ClaimPair) = default;
  friend auto operator<=>(ClaimPair, ClaimPair) = default;
};

// Judges the claims a < b. Called from several threads at once.
using PairJudge = std::function<Verdict(ClaimPair)>;

// A pair that was found to be related.
struct JudgedPair {
  ClaimPair pair;
  Verdict verdict;
};

// Remembers verdicts, so that all sets are built on one and the same account.
// Unrelated pairs are not kept: they are nearly all.
class RelationTable {
 public:
  explicit RelationTable(PairJudge judge) : judge_(std::move(judge)) {}

  // Keeps the unrelated pairs of `claim` too: somebody wants to know all that
  // it was compared with.
  void KeepAllOf(uint32_t claim) { explained_ = claim; }

  // Judges `pairs`, which are sorted and distinct, on `threads` threads.
  void JudgeAll(absl::Span<const ClaimPair> pairs, int threads);

  // The verdict on two claims in either order; judged now if it was not before.
  // Valid until the next call.
  const Verdict& VerdictOn(uint32_t a, uint32_t b);

  // The related pairs, in the order of their judging. Positions are stable.
  const std::vector<JudgedPair>& pairs() const { return pairs_; }

  // Sets the relation of a pair on second thoughts and puts `reason` before the
  // others; see DemoteUnsoundDivergences.
  void Overrule(size_t position, v1::Comparison::Relation relation,
                v1::ReasonCode reason);

  // Sets the relation of two claims, kept or not, and puts `reason` before the
  // others.
  void Settle(ClaimPair pair, v1::Comparison::Relation relation,
              v1::ReasonCode reason);

 private:
  bool IsKept(ClaimPair pair, const Verdict& verdict) const;
  void Keep(ClaimPair pair, Verdict verdict);

  static constexpr uint32_t kNobody = ~uint32_t{0};

  PairJudge judge_;
  uint32_t explained_ = kNobody;
  std::vector<JudgedPair> pairs_;
  Verdict unrelated_;  // the last one asked for
  absl::flat_hash_map<uint64_t, uint32_t> position_of_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_RECONCILE_RELATION_TABLE_H_
