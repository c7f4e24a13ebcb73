// Tokens to times: dates, weekdays and relative expressions as intervals with
// their basis.

#ifndef CONCORD_ENGINE_VALUE_TIME_H_
#define CONCORD_ENGINE_VALUE_TIME_H_

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "concord/v1/article.pb.h"
#include "engine/text/token.h"

namespace concord {

// The times in `tokens` of `text`, in text order, resolved against `published`
// (absent where the article has no date: relative times are then
// TIME_BASIS_UNRESOLVED, and weekdays carry only `weekday`).
//
// A weekday, or a date without its year, lies on the side of publication that
// the tense of its clause says (tense.h): "they met Monday" is the latest
// Monday not after it, "they will meet Monday" the next. Where no verb tells, a
// weekday is the latest and a date takes the year that puts it nearest.
std::vector<v1::TimeInterval> FindTimes(
    absl::string_view text, absl::Span<const Token> tokens,
    const std::optional<v1::TimeInterval>& published);

// Reads one date or time stamp in any common form, alone in `text`: ISO 8601,
// RFC 2822, "May 10, 2022", "17:48 JST, May 10, 2022", "Sep 22 2022 | 10:13 AM
// IST", "2022/05/10". Nothing else may stand in `text` but labels such as
// "First Published:". Returns nullopt where it is no date. The result has
// granularity and zone set; its basis is the caller's to set.
std::optional<v1::TimeInterval> ParseTimestamp(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_TIME_H_
