#include "tools/train_grammar/oracle.h"

#include <cstddef>
#include <cstdint>
#include <limits>

#include "absl/types/span.h"
#include "engine/grammar/grammar.h"

namespace concord {
namespace {

// Shifted and not yet attached.
bool OnStack(const ParseState& state, int32_t node) {
  return node != 0 && node < state.next() && state.node(node).head == 0;
}

}  // namespace

void MoveOracle::Begin(absl::Span<const int32_t> heads) {
  const auto root = static_cast<int32_t>(heads.size()) + 1;
  heads_.assign(heads.size() + 2, 0);
  children_.assign(heads.size() + 2, {});
  for (int32_t node = 1; node < root; ++node) {
    const int32_t head = heads[node - 1];
    heads_[node] = head == kRootHead ? root : head + 1;
    children_[heads_[node]].push_back(node);
  }
}

// Children of the top of the stack that are still ahead.
int MoveOracle::LostToReduce(const ParseState& state) const {
  int lost = 0;
  for (int32_t child : children_[state.Stack(0)]) {
    lost += child >= state.next();
  }
  return lost;
}

// The next word's children on the stack, and its head below the top.
int MoveOracle::LostToShift(const ParseState& state) const {
  int lost = 0;
  for (int32_t child : children_[state.next()]) lost += OnStack(state, child);
  const int32_t head = heads_[state.next()];
  return lost + (head != state.Stack(0) && OnStack(state, head));
}

int MoveOracle::Cost(const ParseState& state, Move move) const {
  if (move == Move::kShift) return LostToShift(state);
  const int32_t head = heads_[state.Stack(0)];
  const bool ahead = head >= state.next();
  if (move == Move::kLeft) {
    const bool lost_head =
        (ahead && head != state.next()) || head == state.Stack(1);
    return LostToReduce(state) + lost_head;
  }
  return LostToReduce(state) + ahead;
}

Move MoveOracle::Best(const ParseState& state) const {
  Move best = Move::kShift;
  int least = std::numeric_limits<int>::max();
  for (Move move : {Move::kShift, Move::kLeft, Move::kRight}) {
    if (!state.May(move)) continue;
    const int cost = Cost(state, move);
    if (cost < least) {
      least = cost;
      best = move;
    }
  }
  return best;
}

}  // namespace concord
