#include "engine/text/sentence_end.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/text/abbreviation.h"
#include "engine/text/character.h"
#include "engine/text/stops.h"

namespace concord {
namespace {

// How far an address is looked for around a stop, in bytes.
constexpr size_t kLongestAddress = 64;
constexpr absl::string_view kSpaces = " \t\r\n";

bool IsStarter(const Next& next) {
  return next.first.IsUpper() && IsSentenceStarter(next.word);
}

bool IsRomanNumeral(absl::string_view word) {
  return !word.empty() && word != "I" &&
         word.find_first_not_of("IVXLC") == word.npos;
}

bool IsNumber(absl::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789:.") == word.npos;
}

// A capital letter alone.
bool IsInitial(absl::string_view word) {
  const Char c = CharAt(word, 0);
  return c.IsUpper() && c.length == word.size();
}

// The characters of `opening` before its last word, white space left out, end
// in a digit.
bool DigitBefore(absl::string_view opening) {
  return CharBefore(opening, TrimSpace(opening, 0, opening.size())).IsDigit();
}

// "At 5 a.m. Mr. Smith went": the hour only opens its sentence.
bool IsHourOpening(absl::string_view opening) {
  const absl::string_view first = WordAt(opening, 0);
  const size_t after = SkipSpace(opening, first.size(), opening.size());
  return IsSentenceStarter(first) &&
         IsNumber(absl::StripAsciiWhitespace(opening.substr(after)));
}

// A word in small letters that is no abbreviation.
bool IsPlainWord(absl::string_view word) {
  if (word.size() < 2 || word.find('.') != word.npos) return false;
  for (size_t pos = 0; pos < word.size();) {
    const Char c = CharAt(word, pos);
    if (!c.IsLower() && !c.Is(CharClass::kApostrophe)) return false;
    pos += c.length;
  }
  return FindAbbreviation(word) == AbbreviationClass::kNone;
}

// A single stop after `word`, which `opening` comes before in its sentence, and
// before a capital, a digit or a mark.
bool SingleStopEnds(absl::string_view opening, absl::string_view word,
                    const Next& next) {
  if (IsInitial(word)) return IsStarter(next);
  switch (FindAbbreviation(word)) {
    case AbbreviationClass::kTitle:
    case AbbreviationClass::kNever:
      return false;
    case AbbreviationClass::kNumber:
      return !next.first.IsDigit() && !IsRomanNumeral(next.word);
    case AbbreviationClass::kUnit:
      return !DigitBefore(opening) || IsStarter(next);
    case AbbreviationClass::kClock:
      return next.first.IsUpper() && !FollowsClock(next.word) &&
             !IsHourOpening(opening);
    case AbbreviationClass::kMaybe:
      return IsStarter(next);
    case AbbreviationClass::kEnd:
    case AbbreviationClass::kMark:
    case AbbreviationClass::kNone:
      return true;
  }
  return true;
}

// Says who spoke: '"Why?" Smith asked.'
bool IsSpeechVerb(absl::string_view word) {
  static constexpr absl::string_view kVerbs[] = {
      "said",  "says",    "asked",     "asks",  "told",   "added",
      "wrote", "replied", "exclaimed", "cried", "shouted"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), word) !=
         std::end(kVerbs);
}

// True where a speaker's name and a verb of speech begin at text[pos].
bool SpeakerFollows(absl::string_view text, size_t pos) {
  for (int words = 0; words < 4; ++words) {
    const absl::string_view word = WordAt(text, pos);
    if (word.empty()) return false;
    if (words > 0 && IsSpeechVerb(word)) return true;
    if (!CharAt(word, 0).IsUpper()) return false;
    pos += word.size();
    if (pos < text.size() && text[pos] == ' ') ++pos;
  }
  return false;
}

bool StrongStopEnds(absl::string_view text, const Stops& stops,
                    absl::string_view word, const Next& next) {
  if (stops.quote && SpeakerFollows(text, next.pos)) return false;
  return FindAbbreviation(word) != AbbreviationClass::kMark || IsStarter(next);
}

// "I" has its capital everywhere, so that it says nothing of a sentence's
// begin.
bool IsFirstPerson(absl::string_view word) {
  return word == "I" || absl::StartsWith(word, "I'") ||
         absl::StartsWith(word, "I’");
}

// Three dots after a space leave words out within a sentence, four end it
// (Chicago Manual of Style, 13.50-13.53).
bool EllipsisEnds(absl::string_view text, const Stops& stops,
                  const Next& next) {
  if (!next.first.IsUpper()) return false;
  const Char before = CharBefore(text, stops.begin);
  if (before.Is(CharClass::kOpen)) return !next.opened;  // "[...] The"
  if (stops.dots > 3 || !before.IsSpace()) return true;
  return IsStarter(next) && !IsFirstPerson(next.word);
}

// Before a small letter a sentence ends only in informal writing: after a plain
// word, and not where the small letter carries on a quotation's sentence.
bool EndsBeforeSmallLetter(const Stops& stops, absl::string_view word,
                           const Next& next) {
  if (next.bracket) return true;
  return !stops.ellipsis() && !stops.quote && !next.opened &&
         stops.close_end == stops.end && IsPlainWord(word);
}

bool StopEnds(absl::string_view text, size_t begin, const Stops& stops,
              absl::string_view word, const Next& next) {
  const Char& first = next.first;
  if (first.Is(CharClass::kPunct) || first.Is(CharClass::kClose)) return false;
  if (first.IsLower() && !EndsBeforeSmallLetter(stops, word, next)) {
    return false;
  }
  if (stops.strong) return StrongStopEnds(text, stops, word, next);
  if (stops.ellipsis()) return EllipsisEnds(text, stops, next);
  const size_t before = stops.begin - word.size();
  return SingleStopEnds(text.substr(begin, before - begin), word, next);
}

// ". . . ." after a word is a stop and an ellipsis that opens the next
// sentence.
bool SplitsInside(absl::string_view text, const Stops& stops,
                  const Next& next) {
  return stops.spaced && stops.dots == 4 && text[stops.begin] == '.' &&
         next.first.IsUpper() && !CharBefore(text, stops.begin).IsSpace();
}

// True where the run without white space around text[pos] is an address.
bool IsInAddress(absl::string_view text, size_t begin, size_t pos) {
  const size_t from = std::max(begin, pos - std::min(pos, kLongestAddress));
  const absl::string_view before = text.substr(from, pos - from);
  const absl::string_view after = text.substr(pos, kLongestAddress);
  const size_t space = before.find_last_of(kSpaces);
  const absl::string_view head =
      space == before.npos ? before : before.substr(space);
  const absl::string_view tail = after.substr(0, after.find_first_of(kSpaces));
  return absl::StrContains(head, "://") || absl::StrContains(head, "www.") ||
         absl::StrContains(head, "@") || absl::StrContains(tail, "@");
}

// "world.Today": a missing space between two sentences, not an address.
bool EndsWithoutSpace(absl::string_view text, size_t begin, const Stops& stops,
                      absl::string_view word) {
  const Char next = CharAt(text, stops.close_end);
  const Char after = CharAt(text, stops.close_end + next.length);
  if (!next.IsUpper() || !after.IsLower()) return false;
  if (IsInAddress(text, begin, stops.begin)) return false;
  const Char before = CharBefore(text, stops.begin);
  if (stops.strong || stops.quote) return before.IsLetter();
  if (stops.dots != 1 || word.find('.') != word.npos) return false;
  return before.IsDigit() || IsPlainWord(word) ||
         (before.IsLower() && word.size() > 3 &&
          FindAbbreviation(word) == AbbreviationClass::kNone);
}

}  // namespace

StopVerdict JudgeStop(absl::string_view text, size_t begin, size_t pos) {
  const Stops stops = ReadStops(text, pos);
  StopVerdict verdict = {false, stops.close_end};
  const Char after = CharAt(text, stops.close_end);
  const bool opens_sentence = pos == begin && stops.ellipsis();
  if (after.length == 0 || opens_sentence) return verdict;
  const absl::string_view word = WordBefore(text, begin, stops.begin);
  if (!after.IsSpace()) {
    verdict.ends = EndsWithoutSpace(text, begin, stops, word);
    return verdict;
  }
  const Next next =
      ReadNext(text, SkipSpace(text, stops.close_end, text.size()));
  if (SplitsInside(text, stops, next)) return {true, stops.begin + 1};
  verdict.ends = StopEnds(text, begin, stops, word, next);
  return verdict;
}

}  // namespace concord
