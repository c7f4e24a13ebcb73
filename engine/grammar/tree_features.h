// The features of moves and labels: shared by the parser and its trainer.

#ifndef CONCORD_ENGINE_GRAMMAR_TREE_FEATURES_H_
#define CONCORD_ENGINE_GRAMMAR_TREE_FEATURES_H_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/types/span.h"
#include "engine/grammar/features.h"
#include "engine/grammar/label.h"
#include "engine/grammar/model.h"
#include "engine/grammar/parse_state.h"
#include "engine/grammar/tag.h"
#include "engine/grammar/word.h"

namespace concord {

using MoveAtoms = AtomArray<moving::kAtomCount>;
using LabelAtoms = AtomArray<labelling::kAtomCount>;

inline constexpr size_t kMoveFeatures = std::size(moving::kTemplates);
inline constexpr size_t kLabelFeatures = std::size(labelling::kTemplates);

// The hashes of a decision's features, from its atoms.
inline void HashMove(const MoveAtoms& atoms, const Kernels& kernels,
                     uint32_t hashes[kMoveFeatures]) {
  ScaledAtoms<moving::kAtomCount> scaled;
  scaled.Set(atoms, kernels);
  HashTemplates<moving::kTemplates, 0>(scaled, kernels, hashes);
}
inline void HashLabel(const LabelAtoms& atoms, const Kernels& kernels,
                      uint32_t hashes[kLabelFeatures]) {
  ScaledAtoms<labelling::kAtomCount> scaled;
  scaled.Set(atoms, kernels);
  HashTemplates<labelling::kTemplates, 0>(scaled, kernels, hashes);
}

// What the parser sees of a node: numbered as in parse_state.h.
struct NodeWord {
  uint32_t form = 0;
  uint32_t tag = 0;  // 1 + the tag; 0 for no node
  uint32_t suffix = 0;
  uint32_t verbs = 0;  // verbs among the words before this one
  uint32_t marks = 0;  // punctuation among the words before this one
  uint32_t ahead = 0;  // tag of the first verb or mark after it; 0 for none
};

// Makes the nodes of a sentence: none, its words, the root, and a few more
// "none", so that the words after any node may be looked at.
void MakeNodeWords(absl::Span<const Word> words, absl::Span<const Tag> tags,
                   std::vector<NodeWord>& nodes);

// The atoms of the next move.
void FillMoveAtoms(const std::vector<NodeWord>& words, const ParseState& state,
                   MoveAtoms& atoms);

// A finished tree, as its labels are found: heads before their dependents,
// siblings from left to right.
class LabelOrder {
 public:
  // Takes the heads of nodes 1..n from a state that is done.
  void Begin(const ParseState& state, int32_t n);

  // The nodes in the order in which they are to be labelled; the root's child
  // comes first.
  const std::vector<int32_t>& nodes() const { return order_; }

  // The atoms of a node's label. REQUIRES: those before it have theirs.
  void FillAtoms(const std::vector<NodeWord>& words, const ParseState& state,
                 int32_t node, LabelAtoms& atoms) const;

  // Notes a node's label.
  void Set(const ParseState& state, int32_t node, Label label);
  Label label(int32_t node) const { return labels_[node]; }

 private:
  std::vector<int32_t> order_;
  std::vector<int32_t> first_child_;   // by head
  std::vector<int32_t> next_sibling_;  // by node
  std::vector<Label> labels_;          // by node
  // By head: the labels that its children have so far, and the latest.
  std::vector<uint64_t> seen_;
  std::vector<uint32_t> latest_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_TREE_FEATURES_H_
