// Whether a number counts or ranks anything, or is part of a date, a name or a
// phrase.

#ifndef CONCORD_ENGINE_VALUE_NUMBER_USE_H_
#define CONCORD_ENGINE_VALUE_NUMBER_USE_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/number.h"
#include "engine/value/words.h"

namespace concord {

// True where the number at words [at, number.end), which has no currency before
// it, counts and ranks nothing: a year, a day of a month or a clock time,
// "Flight 370", "no one", "at first", "Second World War". `loose` is the row of
// approximators.tsv before it, or nullptr: "more than 2000" counts, "in 2000"
// does not.
bool CountsNothing(const Words& words, size_t at, const Number& number,
                   const WordTable::Row* loose);

// True for "five-to-four" and "one-on-one", whose number has a word of the
// closed classes joined to it.
bool JoinsNumbers(absl::string_view joined);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_NUMBER_USE_H_
