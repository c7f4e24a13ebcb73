// The noun that a number counts or ranks.

#ifndef CONCORD_ENGINE_VALUE_COUNTED_NOUN_H_
#define CONCORD_ENGINE_VALUE_COUNTED_NOUN_H_

#include <cstddef>
#include <string>

#include "engine/value/words.h"

namespace concord {

// The noun that a number before word `at` counts, in lower case: the first word
// that looks plural among the next few, else the next word. A name may stand
// before it: "ships" for "seven U.S. ships". Empty where there is none.
std::string CountedNoun(const Words& words, size_t at);

// The noun that an ordinal ranks: the next word.
std::string RankedNoun(const Words& words, size_t at);

// True for a word of the open classes.
bool IsPlainWord(const Words& words, size_t i);

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_COUNTED_NOUN_H_
