// What the codes of a record say, in an editor's words.

#ifndef CONCORD_ENGINE_REPORT_WORDING_H_
#define CONCORD_ENGINE_REPORT_WORDING_H_

#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"

namespace concord {

// "One affirms what another denies".
absl::string_view WordsOf(v1::DivergenceType type);

// "high", "medium", "low".
absl::string_view WordsOf(v1::Severity severity);

// "the numbers differ"; codes of a later version, which we do not know, are
// "another reason".
absl::string_view WordsOf(v1::ReasonCode code);

// "in the same words".
absl::string_view WordsOf(v1::AgreementKind kind);

// "one agency's text"; why origins were counted as they were.
absl::string_view WordsOf(v1::SupportReason reason);

// "new", "changed" since the last drop; "" outside a delta.
absl::string_view WordsOf(v1::Change change);

// "the numbers cannot both hold; much of the content is shared".
template <typename Code, typename Codes>
std::string ReasonsIn(const Codes& codes) {
  return absl::StrJoin(codes, "; ", [](std::string* out, int code) {
    absl::StrAppend(out, WordsOf(static_cast<Code>(code)));
  });
}

// "2 origins", "3 to 4 origins".
std::string OriginsOf(const v1::Support& support);

// "2 outlets, 3 articles, in other words": what is known beside the origins.
std::string StandingOf(const v1::Agreement& agreement);

// "Rhea Solano", "the union, as told by Hale"; "" where the article speaks.
std::string SpeakersOf(const v1::Claim& claim);

// "360", "11,400".
std::string Counted(size_t n);

// "1 article", "2,000 articles".
std::string Plural(size_t n, absl::string_view one, absl::string_view many);

// "2022-05-10", or "" where the time is unknown.
std::string DayOf(const v1::TimeInterval& time);

// "2022-05-10 14:05" in UTC where more than the day is known, else DayOf.
std::string TimeOf(const v1::TimeInterval& time);

// The outlet, else the drop's own id of the article.
absl::string_view OutletOf(const v1::Article& article);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_WORDING_H_
