// A claim made ready for comparison: interned concepts and intervals, built
// once a claim and compared many times.

#ifndef CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_
#define CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_

#include <cstdint>
#include <vector>

#include "concord/v1/claim.pb.h"

namespace concord {

// See Prepare. Holds no pointer into the claim but `claim` itself, which must
// outlive it.
struct PreparedClaim {
  const v1::Claim* claim = nullptr;
  // Hashes of the distinct lemmas of the content words, sorted.
  std::vector<uint64_t> concepts;
};

// Prepares a claim.
PreparedClaim Prepare(const v1::Claim& claim);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_PREPARED_CLAIM_H_
