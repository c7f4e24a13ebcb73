// Whether a clause speaks of what has been or of what is to come: what decides
// between the last Tuesday and the next.

#ifndef CONCORD_ENGINE_VALUE_TENSE_H_
#define CONCORD_ENGINE_VALUE_TENSE_H_

#include <cstddef>

#include "engine/value/words.h"

namespace concord {

enum class Tense { kUnknown, kPast, kFuture };

// The tense that governs a time at words [first, end): that of the nearest verb
// before it in its clause, else of the first verb after it.
//
//   They met on Tuesday.                         past
//   They will meet on Tuesday.                   future
//   The talks will fail, he said on Tuesday.     past: the saying
//   They agreed to meet on Tuesday.              future: the meeting
//   On Tuesday, they will meet.                  future
//
// Reads at most 24 words on either side, twice.
Tense TenseAt(const Words& words, size_t first, size_t end);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_TENSE_H_
