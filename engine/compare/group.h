// Ready-made claims to groups that say the same, by meaning: the verb `group`.
//
// Average-link clustering (Sokal and Michener, 1958) of the similarity of the
// claims and, less, of the sentences they were taken from.
//
// Example:
//   GroupTexts({{"three people died", ""}, {"no rain", ""},
//               {"the crash killed three people", ""}});  // {{0, 2}, {1}}

#ifndef CONCORD_ENGINE_COMPARE_GROUP_H_
#define CONCORD_ENGINE_COMPARE_GROUP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"

namespace concord {

// A claim and, where the caller knows it, the sentence it was taken from.
struct GroupItem {
  std::string text;
  std::string context;
};

// Groups `items`: every item is in one group, by index, ascending; groups are
// in order of their first member. No group holds two claims that surely
// conflict. The order of items changes nothing but the indices.
//
// A concept that more than 1,000 items share brings no two of them together by
// itself; time is linear in the pairs of items that share a rarer one.
std::vector<std::vector<uint32_t>> GroupTexts(
    absl::Span<const GroupItem> items);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_GROUP_H_
