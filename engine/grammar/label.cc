#include "engine/grammar/label.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

constexpr absl::string_view kNames[] = {
    "root",          "acl",        "acl:relcl",   "advcl",
    "advcl:relcl",   "advmod",     "amod",        "appos",
    "aux",           "aux:pass",   "case",        "cc",
    "cc:preconj",    "ccomp",      "compound",    "compound:prt",
    "conj",          "cop",        "csubj",       "csubj:outer",
    "csubj:pass",    "dep",        "det",         "det:predet",
    "discourse",     "dislocated", "expl",        "fixed",
    "flat",          "goeswith",   "iobj",        "list",
    "mark",          "nmod",       "nmod:desc",   "nmod:poss",
    "nmod:unmarked", "nsubj",      "nsubj:outer", "nsubj:pass",
    "nummod",        "obj",        "obl",         "obl:agent",
    "obl:unmarked",  "orphan",     "parataxis",   "punct",
    "reparandum",    "vocative",   "xcomp"};
static_assert(std::size(kNames) == kLabelCount);

}  // namespace

absl::string_view LabelName(Label label) {
  return kNames[static_cast<size_t>(label)];
}

std::optional<Label> LabelFromName(absl::string_view name) {
  const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Label>(found - std::begin(kNames));
}

}  // namespace concord
