// Which numbers and words of a sentence belong to a date, so that quantities
// and times never both claim one.

#ifndef CONCORD_ENGINE_VALUE_YEAR_H_
#define CONCORD_ENGINE_VALUE_YEAR_H_

#include <cstddef>

#include "engine/value/words.h"

namespace concord {

// A bare number is a year only in the nearer past and future; after "in",
// "since" and the like also earlier.
inline constexpr int kFirstBareYear = 1900, kLastBareYear = 2099;
inline constexpr int kFirstYear = 1000, kLastYear = 2199;

// The four digits at `i` as a number in [kFirstYear, kLastYear]; 0 where they
// are none.
int YearNumber(const Words& words, size_t i);

// True where the digits at `i` are a year: "in 1066", "the 2008 crisis", but
// not "1999 dollars", "$2000" or "2000 people".
bool IsYear(const Words& words, size_t i);

// True for "1420 GMT".
bool IsClockTime(const Words& words, size_t i);

// The month named at `i`, 1 to 12; 0 where there is none. Written with a
// capital; "Jan" and "Mar" only beside a day or a year.
int MonthNumber(const Words& words, size_t i);
inline bool IsMonth(const Words& words, size_t i) {
  return MonthNumber(words, i) > 0;
}

// True where the month named at `i` can stand without day and year: "in May",
// "January saw". Not "Theresa May", "April Jones" or "May he rest".
// REQUIRES: IsMonth(words, i).
bool IsMonthAlone(const Words& words, size_t i);

// True where the word at `i` is a month and no name.
bool IsDatedMonth(const Words& words, size_t i);

// The weekday named at `i`, 1 Monday to 7 Sunday; 0 where there is none.
int WeekdayAt(const Words& words, size_t i);

// The day of a month at `i`: "10", "10th"; 0 where there is none.
int DayNumber(const Words& words, size_t i);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_YEAR_H_
