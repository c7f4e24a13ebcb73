// Abbreviations and other words by what they say of a sentence's end.

#ifndef CONCORD_ENGINE_TEXT_ABBREVIATION_H_
#define CONCORD_ENGINE_TEXT_ABBREVIATION_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

// What a full stop after a word means; see lexicon/tables/abbreviations.tsv.
enum class AbbreviationClass : uint8_t {
  kNone,    // not an abbreviation
  kTitle,   // "Gov": never ends a sentence
  kNever,   // "vs": never ends a sentence
  kNumber,  // "No": an abbreviation only before a number
  kUnit,    // "oz": an abbreviation only after a number
  kClock,   // "p.m": ends one before most capitals
  kMaybe,   // "Inc", "U.S": ends one before a sentence starter
  kEnd,     // "etc": ends one before any capital
  kMark,    // "Yahoo": written with an exclamation mark
};

// The class of `word`, written without its last stop: by the table, and kMaybe
// for dotted letters that are not in it ("W.H.O").
AbbreviationClass FindAbbreviation(absl::string_view word);

// True for a word that often begins a sentence and is hardly ever part of a
// name. Case does not matter.
bool IsSentenceStarter(absl::string_view word);

// True for what may follow an hour: a weekday, a month, a time zone.
bool FollowsClock(absl::string_view word);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_ABBREVIATION_H_
