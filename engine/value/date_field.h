// Dates as the fields of records state them.

#ifndef CONCORD_ENGINE_VALUE_DATE_FIELD_H_
#define CONCORD_ENGINE_VALUE_DATE_FIELD_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"

namespace concord {

// Reads a date in any form that ParseTimestamp knows, or seconds or
// milliseconds since 1970; nullopt where it is none. The result's basis is the
// caller's to set.
std::optional<v1::TimeInterval> ParseDateField(absl::string_view field);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_DATE_FIELD_H_
