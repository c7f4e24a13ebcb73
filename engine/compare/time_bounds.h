// When something was, given a time and the word before it.

#ifndef CONCORD_ENGINE_COMPARE_TIME_BOUNDS_H_
#define CONCORD_ENGINE_COMPARE_TIME_BOUNDS_H_

#include <cstdint>

#include "engine/compare/prepared_claim.h"

namespace concord {

// Seconds since 1970, half open.
struct TimeBounds {
  int64_t begin = 0;
  int64_t end = 0;

  bool Meets(const TimeBounds& o) const {
    return begin < o.end && o.begin < end;
  }
};

// "before 1998" ends where 1998 begins, and "since 1998" has no end. REQUIRES:
// `time` is placed, and one of `claim`.
TimeBounds BoundsOf(const PreparedClaim& claim, const PreparedTime& time);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_TIME_BOUNDS_H_
