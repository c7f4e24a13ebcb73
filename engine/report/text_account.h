// The account of a run for a terminal.

#ifndef CONCORD_ENGINE_REPORT_TEXT_ACCOUNT_H_
#define CONCORD_ENGINE_REPORT_TEXT_ACCOUNT_H_

#include <string>

#include "engine/report/ink.h"
#include "engine/report/run_records.h"

namespace concord {

// Undecided pairs in the account; all of them are in the stream.
inline constexpr size_t kMostUnsureInText = 20;

// The order of the page: what was read and what was not; divergences, highest
// severity first, with each side's words, outlet, time, voice and the reason;
// what has changed; agreements, and those on one origin; unique claims by
// outlet; who reported first; who agrees with whom; what is left to review.
std::string AccountText(const RunRecords& run, Ink ink);

// What was not read; "" where all was.
std::string NotReadText(const RunRecords& run, Ink ink);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_TEXT_ACCOUNT_H_
