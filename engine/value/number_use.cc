#include "engine/value/number_use.h"

#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/lexicon/word_table.h"
#include "engine/value/counted_noun.h"
#include "engine/value/number.h"
#include "engine/value/words.h"
#include "engine/value/year.h"

namespace concord {
namespace {

// "3 and 4 May".
bool IsListOfDays(const Words& words, size_t at) {
  return (words[at] == "and" || words[at] == "or" || words[at] == "to") &&
         DayNumber(words, at + 1) > 0 && IsMonth(words, at + 2);
}

// "more than 2000" counts; "around 2000" may be a year.
bool BoundsACount(const WordTable::Row& loose) {
  return loose[1] == "below" || loose[1] == "above";
}

// A year, a day of a month or a clock time.
bool IsPartOfTime(const Words& words, size_t at, const Number& number,
                  const WordTable::Row* loose) {
  const bool day = number.high <= 31;
  if (day && IsListOfDays(words, number.end)) return true;
  if (day && (IsMonth(words, number.end) || IsMonth(words, at - 1))) {
    return true;
  }
  if (day && words[number.end] == "of" && number.ordinal &&
      IsMonth(words, number.end + 1)) {
    return true;
  }
  for (absl::string_view clock :
       {"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"}) {
    if (words[number.end] == clock) return true;
  }
  if (IsClockTime(words, at)) return true;
  if (number.low < number.high) {
    return number.bare_digits && number.low >= kFirstBareYear &&
           number.high <= kLastBareYear;
  }
  return loose != nullptr ? IsYear(words, at) && !BoundsACount(*loose)
                          : IsYear(words, at);
}

// "Article 9", "Flight 370".
bool IsLabelled(const Words& words, size_t at, const Number& number) {
  static const WordTable& nouns = WordTable::Named("label_nouns");
  return at > 0 && number.end == at + 1 && !number.ordinal &&
         nouns.Contains(words[at - 1]);
}

// "no one", "one another", "this one".
bool IsPronoun(const Words& words, size_t at, const Number& number) {
  if (words[at] != "one" || number.end > at + 1) return false;
  if (words[at + 1] == "another" || words[at + 1] == "'s") return true;
  if (at == 0) return false;
  const absl::string_view before = words[at - 1];
  for (absl::string_view word :
       {"no", "this", "that", "any", "every", "each", "which", "another"}) {
    if (before == word) return true;
  }
  return before == "the" && !IsPlainWord(words, at + 1);
}

// "80 litres a second": the unit and no rank.
bool IsRate(const Words& words, size_t at) {
  const size_t noun = words[at] == "a" ? at + 1 : at;
  return noun > 0 && words[noun] == "second" && words[noun - 1] == "a" &&
         !IsPlainWord(words, noun + 1);
}

// "was first reported", "at first".
bool IsAdverb(const Words& words, size_t at) {
  if (at == 0 || words[at] != "first") return false;
  for (absl::string_view before :
       {"was", "were", "is", "are", "been", "has", "have", "had", "at"}) {
    if (words[at - 1] == before) return true;
  }
  return false;
}

// "Second World War", "First Lady", "Seventh Fleet".
bool IsNamePart(const Words& words, size_t at, const Number& number) {
  return number.ordinal && words.IsCapital(at) && at > 0 &&
         words.IsCapital(number.end);
}

}  // namespace

bool CountsNothing(const Words& words, size_t at, const Number& number,
                   const WordTable::Row* loose) {
  return IsPartOfTime(words, at, number, loose) ||
         IsLabelled(words, at, number) || IsRate(words, at) ||
         IsAdverb(words, at) || IsPronoun(words, at, number) ||
         IsNamePart(words, at, number);
}

bool JoinsNumbers(absl::string_view joined) {
  const absl::string_view word = joined.substr(0, joined.find('-'));
  static const WordTable& closed = WordTable::Named("function_words");
  const WordTable::Row* row = closed.Find(word);
  return row != nullptr && (*row)[1] != "time" && word != "plus";
}

}  // namespace concord
