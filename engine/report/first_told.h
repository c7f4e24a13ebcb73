// Who was surely first: what may be said of times that are intervals.

#ifndef CONCORD_ENGINE_REPORT_FIRST_TOLD_H_
#define CONCORD_ENGINE_REPORT_FIRST_TOLD_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/report/run_records.h"

namespace concord {

// The earliest second, UTC, that `time` may be, and one past the latest. A
// clock whose zone is unknown may be 14 hours ahead of UTC or 12 behind it.
// REQUIRES: time.has_begin().
int64_t EarliestSecond(const v1::TimeInterval& time);
int64_t LatestEnd(const v1::TimeInterval& time);

// By article of the run: the agreed facts that no article surely told before
// it. A time is an interval, often a day: only one that ends before another
// begins is surely earlier, whatever their zones.
std::vector<size_t> CountFirsts(const RunRecords& run);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_FIRST_TOLD_H_
