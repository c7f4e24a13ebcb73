// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta,
// "Dynamic programming algorithms for transition-based dependency parsers",
// 2011) with the root as the last word of the buffer (Ballesteros and Nivre,
// "Going to the roots of dependency parsing", 2013).
//
// Words are nodes 1..n; node 0 is "none", node n + 1 the root. Moves:
//   kShift: the next word goes onto the stack.
//   kLeft:  the top of the stack becomes a child of the next word and goes.
//   kRight: the top of the stack becomes a child of the one below and goes.
// Every word is shifted once and goes once: 2n moves make a tree.
//
// Example, "Japan agreed":
//   kShift; kLeft (agreed -> Japan); kShift; kLeft (root -> agreed).

#ifndef CONCORD_ENGINE_GRAMMAR_PARSE_STATE_H_
#define CONCORD_ENGINE_GRAMMAR_PARSE_STATE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concord {

enum class Move : uint8_t { kShift, kLeft, kRight };
inline constexpr size_t kMoveCount = 3;

// A node of the growing tree. 0 stands for no node.
struct ParseNode {
  int32_t head = 0;
  int32_t left = 0;         // leftmost child
  int32_t left_inner = 0;   // the leftmost child before `left` came
  int32_t right = 0;        // rightmost child
  int32_t right_inner = 0;  // the rightmost child before `right` came
  int32_t left_count = 0;   // children before it
  int32_t right_count = 0;  // children after it
};

class ParseState {
 public:
  // Begins a sentence of n words.
  void Begin(int32_t n) {
    n_ = n;
    next_ = 1;
    depth_ = 0;
    // Zeros below the stack and behind the root: Stack(k) and Next(k) of what
    // is not there are "none" without a test.
    stack_.assign(static_cast<size_t>(n) + 1 + kBelow, 0);
    nodes_.assign(static_cast<size_t>(n) + 2, ParseNode());
  }

  bool Done() const { return next_ > n_ && depth_ == 0; }

  // The k-th node from the top of the stack; k <= 2.
  int32_t Stack(size_t k) const { return stack_[depth_ + kBelow - 1 - k]; }
  // The next word, or the root.
  int32_t next() const { return next_; }
  int32_t root() const { return n_ + 1; }
  const ParseNode& node(int32_t i) const { return nodes_[i]; }

  // The root takes one child, the last word to leave the stack.
  bool MayShift() const { return next_ <= n_; }
  bool MayLeft() const { return depth_ >= 1 && (next_ <= n_ || depth_ == 1); }
  bool MayRight() const { return depth_ >= 2; }
  bool May(Move move) const {
    return move == Move::kShift  ? MayShift()
           : move == Move::kLeft ? MayLeft()
                                 : MayRight();
  }

  // REQUIRES: May(move).
  void Apply(Move move) {
    if (move == Move::kShift) {
      stack_[depth_++ + kBelow] = next_++;
    } else if (move == Move::kLeft) {
      AttachLeft(Pop(), next_);
    } else {
      const int32_t child = Pop();
      AttachRight(child, Stack(0));
    }
  }

 private:
  static constexpr size_t kBelow = 3;

  int32_t Pop() { return stack_[--depth_ + kBelow]; }

  void AttachLeft(int32_t child, int32_t head) {
    nodes_[child].head = head;
    ParseNode& h = nodes_[head];
    h.left_inner = h.left;
    h.left = child;
    ++h.left_count;
  }

  void AttachRight(int32_t child, int32_t head) {
    nodes_[child].head = head;
    ParseNode& h = nodes_[head];
    h.right_inner = h.right;
    h.right = child;
    ++h.right_count;
  }

  int32_t n_ = 0;
  int32_t next_ = 1;
  size_t depth_ = 0;
  std::vector<int32_t> stack_;
  std::vector<ParseNode> nodes_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_PARSE_STATE_H_
