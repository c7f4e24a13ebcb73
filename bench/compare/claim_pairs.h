// Claims, prepared, and the pairs of them that a benchmark compares.

#ifndef CONCORD_BENCH_COMPARE_CLAIM_PAIRS_H_
#define CONCORD_BENCH_COMPARE_CLAIM_PAIRS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "bench/drop_claims.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// Where claims come from.
enum class ClaimKind {
  kWords,      // of bench/workload.h: words that no table knows, and copies
  kNews,       // of bench/pipeline/news_drop.h: facts in several wordings
  kSentences,  // lines of the file that CONCORD_BENCH_SENTENCES names
};

// Read only. Points into itself.
struct ClaimPairs {
  DropClaims drop;  // without articles where the claims are ready-made
  std::vector<absl::string_view> articles;  // the text that each claim slices
  std::vector<PreparedClaim> prepared;
  // Pairs of claims not far from each other, at most 100,000.
  std::vector<std::pair<uint32_t, uint32_t>> near;
  // Those of them that share enough to be compared word by word.
  std::vector<std::pair<uint32_t, uint32_t>> related;
};

// The pairs, made once.
const ClaimPairs& PairsOf(ClaimKind kind);

}  // namespace concord

#endif  // CONCORD_BENCH_COMPARE_CLAIM_PAIRS_H_
