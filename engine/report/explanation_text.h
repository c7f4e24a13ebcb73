// What `compare --explain` prints of a pair.

#ifndef CONCORD_ENGINE_REPORT_EXPLANATION_TEXT_H_
#define CONCORD_ENGINE_REPORT_EXPLANATION_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "engine/compare/explain.h"

namespace concord {

// Lines for a terminal; `a` and `b` are the texts that were compared:
//
//   p: agree; the same 0.83, a conflict 0.07
//     one value is only coarser than the other: "May 10, 2022" / "May 2022"
//     no conflict, because: one value is only coarser than the other
std::string ExplanationText(absl::string_view id, absl::string_view a,
                            absl::string_view b,
                            const Explanation& explanation);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_EXPLANATION_TEXT_H_
