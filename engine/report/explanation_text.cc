#include "engine/report/explanation_text.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "engine/report/safe_text.h"
#include "engine/report/wording.h"

namespace concord {
namespace {

std::string Quoted(absl::string_view text, const v1::TextSpan& span) {
  const uint32_t size = span.end_byte() - span.begin_byte();
  if (size == 0) return "nothing";
  return absl::StrCat("\"", SafeText(text.substr(span.begin_byte(), size)),
                      "\"");
}

std::string RelationName(v1::Comparison::Relation relation) {
  constexpr size_t kPrefix = sizeof("RELATION_") - 1;
  return absl::AsciiStrToLower(
      v1::Comparison::Relation_Name(relation).substr(kPrefix));
}

}  // namespace

std::string ExplanationText(absl::string_view id, absl::string_view a,
                            absl::string_view b,
                            const Explanation& explanation) {
  std::string text =
      absl::StrFormat("%s: %s; the same %.2f, a conflict %.2f\n", SafeText(id),
                      RelationName(explanation.relation), explanation.same,
                      explanation.conflict);
  for (const v1::Evidence& finding : explanation.findings) {
    absl::StrAppend(&text, "  ", WordsOf(finding.code()), ": ",
                    Quoted(a, finding.a()), " / ", Quoted(b, finding.b()),
                    "\n");
  }
  if (!explanation.no_conflict_because.empty()) {
    absl::StrAppend(&text, "  no conflict, because: ",
                    ReasonsIn<v1::ReasonCode>(explanation.no_conflict_because),
                    "\n");
  }
  return text;
}

}  // namespace concord
