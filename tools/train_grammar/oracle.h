// What a move costs: how many right arcs can no longer be made after it
// (Goldberg and Nivre, "Training deterministic parsers with non-deterministic
// oracles", 2013, section 5, for the arc-hybrid system).

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_ORACLE_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_ORACLE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/parse_state.h"

namespace concord {

// The right tree of one sentence, in node numbers.
class MoveOracle {
 public:
  // `heads` as in ParsedSentence.
  void Begin(absl::Span<const int32_t> heads);

  int Cost(const ParseState& state, Move move) const;

  // The move of least cost; the first of equals. REQUIRES: !state.Done().
  Move Best(const ParseState& state) const;

  int32_t head(int32_t node) const { return heads_[node]; }

 private:
  int LostToReduce(const ParseState& state) const;
  int LostToShift(const ParseState& state) const;

  std::vector<int32_t> heads_;                  // by node
  std::vector<std::vector<int32_t>> children_;  // by node
};

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_ORACLE_H_
