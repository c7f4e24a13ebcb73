// Ready-made claims to groups that say the same, by meaning.
//
// Example:
//   GroupTexts({{"to stop smuggling", "..."}, {"because of smuggling", "..."},
//               {"to raise money", "..."}});  // {{0, 1}, {2}}

#ifndef CONCORD_ENGINE_COMPARE_GROUP_H_
#define CONCORD_ENGINE_COMPARE_GROUP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"

namespace concord {

// A claim, and where the caller knows it the sentence it was taken from.
struct GroupItem {
  std::string text;
  std::string context;
};

// Groups `items`: every item is in one group, by index, ascending; groups are
// sorted by their first. Two groups are joined, from the most alike pair of
// items down, while their members are alike on average. The items as a set
// decide, not their order.
//
// Up to kAllPairs items every pair is compared; beyond, pairs that share a
// telling word, a bounded number a word.
inline constexpr size_t kAllPairs = 512;
std::vector<std::vector<uint32_t>> GroupTexts(
    absl::Span<const GroupItem> items);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_GROUP_H_
