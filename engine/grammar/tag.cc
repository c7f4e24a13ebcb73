#include "engine/grammar/tag.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr absl::string_view kNames[] = {
    "#",   "$",   "''",   "``",  ",",   "-LRB-", "-RRB-", ".",    ":",   "ADD",
    "AFX", "CC",  "CD",   "DT",  "EX",  "FW",    "GW",    "HYPH", "IN",  "JJ",
    "JJR", "JJS", "LS",   "MD",  "NFP", "NN",    "NNP",   "NNPS", "NNS", "PDT",
    "POS", "PRP", "PRP$", "RB",  "RBR", "RBS",   "RP",    "SYM",  "TO",  "UH",
    "VB",  "VBD", "VBG",  "VBN", "VBP", "VBZ",   "WDT",   "WP",   "WP$", "WRB"};
static_assert(std::size(kNames) == kTagCount);

}  // namespace

absl::string_view TagName(Tag tag) { return kNames[static_cast<size_t>(tag)]; }

std::optional<Tag> TagFromName(absl::string_view name) {
  const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Tag>(found - std::begin(kNames));
}

}  // namespace concord
