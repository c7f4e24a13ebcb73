// The last word on a pair: the Jaccard similarity of two texts' shingles, by
// their text.
//
// Hashes only find what to compare. Two shingles count as one when their tokens
// are equal byte for byte, so that a forged collision of hashes can neither
// make an edge nor raise its similarity.

#ifndef CONCORD_ENGINE_CLUSTER_VERIFIER_H_
#define CONCORD_ENGINE_CLUSTER_VERIFIER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/cluster/shingle_block.h"

namespace concord {

// |A and B| / |A or B|, exact. Time is linear in the shingles of both: where
// many distinct shingles were forged to one hash, no more than a few of them
// are told apart, which can only lower the result.
//
// Keeps a table between calls; not safe for use from two threads at once.
class Verifier {
 public:
  double Jaccard(const ShingledText& a, const ShingledText& b);

 private:
  // A shingle by number: those of a, then those of b. Slots hold 1 + number,
  // and 0 where they are free. So small a table stays in the first cache.
  using Slot = uint32_t;
  // Of a shingle of a: a repeat of an earlier one, or whether b has it.
  enum class State : uint8_t { kUnmet, kMet, kRepeat };

  void Reset(const ShingledText& a, const ShingledText& b);
  size_t Home(uint64_t hash) const;
  uint64_t HashOf(size_t number) const;
  bool SameAsNumber(size_t number, const ShingledText& text, size_t i) const;
  Slot* Find(const ShingledText& text, size_t i);
  void InsertFirst();
  void InsertSecond();
  bool ContinuesRun(size_t next, uint64_t hash, size_t i) const;
  size_t InsertByTable(size_t i);
  void Meet(size_t number);

  ShingledText a_;
  ShingledText b_;
  std::vector<Slot> slots_;
  std::vector<State> states_;
  size_t distinct_ = 0;
  size_t shared_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_VERIFIER_H_
