#include "engine/grammar/tree_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace concord {
namespace {

// Stands for the root's form; no word's form is tried against it.
constexpr uint32_t kRootForm = 0x52454C54;
constexpr uint32_t kRootTag = 1 + kTagCount;
// Nodes behind the root that stand for none.
constexpr size_t kBehind = 3;

// Distances 1 to 4 as they are, then in steps.
uint32_t Bucket(int32_t distance) {
  if (distance <= 4) return static_cast<uint32_t>(distance);
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

uint32_t Few(int32_t count) {
  return static_cast<uint32_t>(std::min(count, 3));
}

bool IsVerbOrModal(Tag tag) { return IsVerb(tag) || tag == Tag::kMD; }

// What stands between two nodes: up to three verbs, up to three marks.
uint32_t Between(const NodeWord& from, const NodeWord& to) {
  const uint32_t verbs = std::min(to.verbs - from.verbs, 3u);
  const uint32_t marks = std::min(to.marks - from.marks, 3u);
  return 1 + 4 * verbs + marks;
}

}  // namespace

void MakeNodeWords(absl::Span<const Word> words, absl::Span<const Tag> tags,
                   std::vector<NodeWord>& nodes) {
  nodes.assign(words.size() + 2 + kBehind, NodeWord());
  uint32_t verbs = 0, marks = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    nodes[i + 1] = {words[i].form,
                    1 + static_cast<uint32_t>(tags[i]),
                    words[i].suffix[2],
                    verbs,
                    marks,
                    0};
    verbs += IsVerbOrModal(tags[i]);
    marks += IsPunctuation(tags[i]);
  }
  nodes[words.size() + 1] = {kRootForm, kRootTag, 0, verbs, marks, 0};
  for (size_t i = words.size(); i-- > 1;) {
    const bool stands_out = IsVerbOrModal(tags[i]) || IsPunctuation(tags[i]);
    nodes[i].ahead = stands_out ? nodes[i + 1].tag : nodes[i + 1].ahead;
  }
}

void FillMoveAtoms(const std::vector<NodeWord>& words, const ParseState& state,
                   MoveAtoms& atoms) {
  using namespace moving;
  const int32_t s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
  const int32_t b0 = state.next();
  const ParseNode &n0 = state.node(s0), &n1 = state.node(s1);
  const ParseNode& nb = state.node(b0);
  atoms[kNil] = 0;
  atoms[kS0W] = words[s0].form;
  atoms[kS0T] = words[s0].tag;
  atoms[kS1W] = words[s1].form;
  atoms[kS1T] = words[s1].tag;
  atoms[kS2T] = words[s2].tag;
  atoms[kB0W] = words[b0].form;
  atoms[kB0T] = words[b0].tag;
  atoms[kB1W] = words[b0 + 1].form;
  atoms[kB1T] = words[b0 + 1].tag;
  atoms[kB2T] = words[b0 + 2].tag;
  atoms[kS0LT] = words[n0.left].tag;
  atoms[kS0RT] = words[n0.right].tag;
  atoms[kS0L2T] = words[n0.left_inner].tag;
  atoms[kS0LW] = words[n0.left].form;
  atoms[kS0RW] = words[n0.right].form;
  atoms[kS1LT] = words[n1.left].tag;
  atoms[kS1RT] = words[n1.right].tag;
  atoms[kS1R2T] = words[n1.right_inner].tag;
  atoms[kS1RW] = words[n1.right].form;
  atoms[kB0LT] = words[nb.left].tag;
  atoms[kB0L2T] = words[nb.left_inner].tag;
  atoms[kB0LW] = words[nb.left].form;
  atoms[kS0VL] = 1 + Few(n0.left_count);
  atoms[kS0VR] = 1 + Few(n0.right_count);
  atoms[kS1VR] = 1 + Few(n1.right_count);
  atoms[kB0VL] = 1 + Few(nb.left_count);
  atoms[kS0B0D] = s0 == 0 ? 0 : Bucket(b0 - s0);
  atoms[kS1S0D] = s1 == 0 ? 0 : Bucket(s0 - s1);
  atoms[kBetween] = s0 == 0 ? 0 : Between(words[s0], words[b0]);
  atoms[kBM1T] = words[b0 - 1].tag;
  atoms[kAhead] = words[b0].ahead;
}

void LabelOrder::Begin(const ParseState& state, int32_t n) {
  const auto size = static_cast<size_t>(n) + 2;
  first_child_.assign(size, 0);
  next_sibling_.assign(size, 0);
  labels_.assign(size, Label::kRoot);
  seen_.assign(size, 0);
  latest_.assign(size, 0);
  for (int32_t i = n; i >= 1; --i) {
    int32_t& first = first_child_[state.node(i).head];
    next_sibling_[i] = first;
    first = i;
  }
  order_.clear();
  order_.push_back(state.root());
  for (size_t at = 0; at < order_.size(); ++at) {
    for (int32_t c = first_child_[order_[at]]; c != 0; c = next_sibling_[c]) {
      order_.push_back(c);
    }
  }
  order_.erase(order_.begin());
}

void LabelOrder::FillAtoms(const std::vector<NodeWord>& words,
                           const ParseState& state, int32_t node,
                           LabelAtoms& atoms) const {
  using namespace labelling;
  const ParseNode& d = state.node(node);
  const int32_t head = d.head;
  const ParseNode& h = state.node(head);
  const bool after_head = head < node;
  atoms[kNil] = 0;
  atoms[kDW] = words[node].form;
  atoms[kDT] = words[node].tag;
  atoms[kDS] = words[node].suffix;
  atoms[kDMT] = words[node - 1].tag;
  atoms[kDPT] = words[node + 1].tag;
  atoms[kDMW] = words[node - 1].form;
  atoms[kDPW] = words[node + 1].form;
  atoms[kHW] = words[head].form;
  atoms[kHT] = words[head].tag;
  atoms[kHMT] = words[head - 1].tag;
  atoms[kHPT] = words[head + 1].tag;
  atoms[kGT] = words[h.head].tag;
  atoms[kDLT] = words[d.left].tag;
  atoms[kDRT] = words[d.right].tag;
  atoms[kDLW] = words[d.left].form;
  atoms[kDRW] = words[d.right].form;
  atoms[kDL2W] = words[d.left_inner].form;
  atoms[kHLT] = words[h.left].tag;
  atoms[kHRT] = words[h.right].tag;
  atoms[kHLW] = words[h.left].form;
  atoms[kHRW] = words[h.right].form;
  atoms[kHL2W] = words[h.left_inner].form;
  atoms[kSide] = 1 + after_head;
  atoms[kDistance] =
      2 * Bucket(after_head ? node - head : head - node) + after_head;
  atoms[kPlace] = 1 + 2 * (next_sibling_[node] == 0) + after_head +
                  4 * (latest_[head] == 0);
  atoms[kPL] = latest_[head];
  atoms[kSet] = static_cast<uint32_t>((seen_[head] * 0x9E3779B97F4A7C15) >> 32);
  atoms[kAfter] = words[next_sibling_[node]].tag;
  atoms[kHL] = 1 + static_cast<uint32_t>(labels_[head]);
}

void LabelOrder::Set(const ParseState& state, int32_t node, Label label) {
  const int32_t head = state.node(node).head;
  labels_[node] = label;
  seen_[head] |= uint64_t{1} << static_cast<int>(label);
  latest_[head] = 1 + static_cast<uint32_t>(label);
}

}  // namespace concord
