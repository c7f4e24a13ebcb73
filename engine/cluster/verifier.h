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
  // Whose shingle it is; of kBoth, the position is the first's.
  enum class Side : uint32_t { kFirst, kSecond, kBoth };
  // A distinct shingle. Free where `call` is not the present one.
  struct Entry {
    uint64_t hash = 0;
    uint32_t call = 0;
    uint32_t position = 0;
    Side side = Side::kFirst;
  };

  void Reset(size_t shingles);
  template <typename Same>
  Entry* Find(uint64_t hash, const Same& same);
  void Fill(Entry& entry, uint64_t hash, size_t position, Side side);
  void InsertFirst(const ShingledText& a, size_t i);
  void InsertSecond(const ShingledText& a, const ShingledText& b, size_t i);

  std::vector<Entry> entries_;
  uint64_t mask_ = 0;
  uint32_t call_ = 0;
  size_t distinct_ = 0;
  size_t shared_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_VERIFIER_H_
