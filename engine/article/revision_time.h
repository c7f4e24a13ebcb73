// When the versions of a document were made, and how one is reported.

#ifndef CONCORD_ENGINE_ARTICLE_REVISION_TIME_H_
#define CONCORD_ENGINE_ARTICLE_REVISION_TIME_H_

#include <cstdint>
#include <limits>
#include <utility>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"

namespace concord {

// An instant to compare by; unknown ones come first.
using Instant = std::pair<int64_t, int32_t>;
inline constexpr Instant kUnknownInstant = {std::numeric_limits<int64_t>::min(),
                                            0};

// The begin of the interval.
Instant BeginOf(const v1::TimeInterval& time);

// When this version was made: modified, or else published.
Instant RevisedAt(const v1::Article& article);

// Reports an article that is not used.
v1::Quarantine QuarantineFor(const v1::Article& article,
                             v1::QuarantineCode code,
                             absl::string_view message);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_REVISION_TIME_H_
