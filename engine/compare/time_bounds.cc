#include "engine/compare/time_bounds.h"

#include <algorithm>
#include <array>
#include <limits>

namespace concord {
namespace {

constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

// The closed-class word right before `span`; 0 where there is none.
uint64_t WordBefore(const PreparedClaim& claim, ByteSpan span) {
  uint64_t before = 0;
  for (const PreparedWord& word : claim.words) {
    if (word.span.begin >= span.begin) break;
    before = word.content() ? 0 : word.entry.lemma;
  }
  return before;
}

}  // namespace

TimeBounds BoundsOf(const PreparedClaim& claim, const PreparedTime& time) {
  static const uint64_t before = LookUpWord("before").lemma;
  static const std::array<uint64_t, 3> up_to = {LookUpWord("until").lemma,
                                                LookUpWord("till").lemma,
                                                LookUpWord("by").lemma};
  static const uint64_t after = LookUpWord("after").lemma;
  static const uint64_t since = LookUpWord("since").lemma;
  const uint64_t word = WordBefore(claim, time.span);
  if (word == 0) return {time.begin, time.end};
  if (word == before) return {-kNever, time.begin};
  if (word == after) return {time.end, kNever};
  if (word == since) return {time.begin, kNever};
  const bool upper = std::find(up_to.begin(), up_to.end(), word) != up_to.end();
  return {upper ? -kNever : time.begin, time.end};
}

}  // namespace concord
