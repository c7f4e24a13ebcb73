// The last word on a pair: the Jaccard similarity of two texts' shingles, by
// their text.
//
// Hashes only find what to compare. Two shingles count as one when their tokens
// are equal byte for byte, so that a forged collision of hashes can neither
// make an edge nor raise its similarity.
//
// Example:
//   verifier.SetText(block[0]);
//   for (...) double similarity = verifier.Jaccard(others[i]);

#ifndef CONCORD_ENGINE_CLUSTER_VERIFIER_H_
#define CONCORD_ENGINE_CLUSTER_VERIFIER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/cluster/shingle_block.h"
#include "engine/cluster/shingle_table.h"

namespace concord {

// Keeps tables between calls; not safe for use from two threads at once.
class Verifier {
 public:
  // Takes one text of the pairs to come, with the hashes of its shingles. It
  // lasts until the next.
  void SetText(const ShingledText& text);

  // |A and B| / |A or B|, exact, of the text that was set and of `other`. Time
  // is linear in the shingles of both: where many distinct shingles were forged
  // to one hash, no more than a few of them are told apart, and the rest count
  // as if only their own text had them, which can only lower the result.
  //
  // `other` needs no hashes. Where it repeats a run of the text, their tokens
  // are compared as they stand, and only what lies between runs is hashed.
  double Jaccard(const ShingledText& other);

 private:
  // Of a shingle of the text: whether the other has it too; or that it is not
  // in the table, as a repeat of an earlier one is not.
  enum class State : uint8_t { kUnmet, kMet, kAbsent };

  void InsertText();
  size_t MeetRun(size_t next, const ShingledText& other, size_t i);
  size_t LookUp(const ShingledText& other, size_t i, uint64_t hash);
  void CountOwn(const ShingledText& other, size_t i, uint64_t hash);
  void Meet(size_t number);

  ShingledText text_;
  ShingleTable table_;
  std::vector<State> unmet_;  // states before any other text is met
  size_t text_distinct_ = 0;
  bool inserted_ = false;  // the text, into its table

  std::vector<State> states_;
  size_t shared_ = 0;
  // Shingles that only the other text has.
  ShingleTable own_table_;
  std::vector<uint64_t> own_hashes_;
  size_t own_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_VERIFIER_H_
