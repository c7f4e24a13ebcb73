#include "engine/text/sentence_end.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/text/abbreviation.h"
#include "engine/text/character.h"
#include "engine/text/list_label.h"

namespace concord {
namespace {

// No abbreviation is longer.
constexpr size_t kLongestWord = 24;
// "At 5 a.m. Mr. Smith" is an opening of at most this many bytes.
constexpr size_t kLongestOpening = 24;

// The stops at one place and what closes after them.
struct Stops {
  size_t begin = 0;
  size_t end = 0;        // past the stops
  size_t close_end = 0;  // past closing quotes and brackets too
  size_t dots = 0;
  bool strong = false;  // has a question or exclamation mark
  bool spaced = false;  // ". . ."
  bool quote = false;   // a quotation mark closes after them

  bool ellipsis() const { return !strong && dots > 1; }
};

// What follows the white space after the stops.
struct Next {
  Char first;              // first character after opening marks
  absl::string_view word;  // the word it begins
  bool opened = false;     // opening marks stand before it
  size_t pos = 0;          // of the first character, marks included
};

void AddStop(const Char& c, Stops& stops) {
  switch (c.code) {
    case U'.':
    case U'。':
    case U'．':
      ++stops.dots;
      break;
    case U'…':
      stops.dots += 3;
      break;
    default:
      stops.strong = true;
  }
}

void ReadStopRun(absl::string_view text, Stops& stops) {
  for (Char c = CharAt(text, stops.end); c.Is(CharClass::kStop);
       c = CharAt(text, stops.end)) {
    AddStop(c, stops);
    stops.end += c.length;
  }
}

// ". . ." and ". . . .": single dots parted by single spaces.
void ReadSpacedDots(absl::string_view text, Stops& stops) {
  while (text.substr(stops.end, 2) == " .") {
    const Char after = CharAt(text, stops.end + 2);
    if (after.IsDigit() || after.IsLetter()) return;  // " .5", " .NET"
    stops.end += 2;
    ++stops.dots;
    stops.spaced = true;
  }
}

// "[3]" after a stop, as encyclopedias have it.
size_t SkipFootnote(absl::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != '[') return pos;
  size_t end = pos + 1;
  while (end < text.size() && end - pos < 4 && absl::ascii_isdigit(text[end])) {
    ++end;
  }
  const bool footnote = end > pos + 1 && end < text.size() && text[end] == ']';
  return footnote ? end + 1 : pos;
}

void ReadClosers(absl::string_view text, Stops& stops) {
  size_t pos = stops.end;
  while (true) {
    const Char c = CharAt(text, pos);
    const bool quote = c.Is(CharClass::kQuote) ||
                       c.Is(CharClass::kCloseQuote) ||
                       c.Is(CharClass::kApostrophe);
    if (quote || c.Is(CharClass::kClose)) {
      stops.quote |= quote;
      pos += c.length;
      continue;
    }
    const size_t after = SkipFootnote(text, pos);
    if (after == pos) break;
    pos = after;
  }
  stops.close_end = pos;
}

Stops ReadStops(absl::string_view text, size_t pos) {
  Stops stops;
  stops.begin = stops.end = pos;
  ReadStopRun(text, stops);
  if (!stops.strong) ReadSpacedDots(text, stops);
  ReadClosers(text, stops);
  return stops;
}

// The word at text[pos], cut at a length no listed word has.
absl::string_view WordAt(absl::string_view text, size_t pos) {
  size_t end = pos;
  while (end - pos < kLongestWord) {
    const Char c = CharAt(text, end);
    const bool inner = c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark) ||
                       c.Is(CharClass::kApostrophe);
    if (!inner) break;
    end += c.length;
  }
  return text.substr(pos, end - pos);
}

// The run of letters, digits, inner dots and apostrophes before text[end], or
// nothing where it is longer than any abbreviation.
absl::string_view WordBefore(absl::string_view text, size_t begin, size_t end) {
  size_t pos = end;
  while (pos > begin) {
    const Char c = CharBefore(text, pos);
    const bool inner = c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark) ||
                       c.Is(CharClass::kApostrophe) || c.code == '.' ||
                       c.code == U'°' || c.code == U'§' || c.code == U'&';
    if (!inner) break;
    pos -= c.length;
    if (end - pos > kLongestWord) return {};
  }
  return text.substr(pos, end - pos);
}

Next ReadNext(absl::string_view text, size_t pos) {
  Next next;
  next.pos = pos;
  Char c = CharAt(text, pos);
  while (c.Is(CharClass::kOpenQuote) || c.Is(CharClass::kOpen) ||
         c.Is(CharClass::kQuote) || c.Is(CharClass::kApostrophe)) {
    next.opened = true;
    pos += c.length;
    c = CharAt(text, pos);
  }
  next.first = c;
  next.word = WordAt(text, pos);
  return next;
}

bool IsStarter(const Next& next) {
  return next.first.IsUpper() && IsSentenceStarter(next.word);
}

bool IsRomanNumeral(absl::string_view word) {
  return !word.empty() && word != "I" &&
         word.find_first_not_of("IVXLC") == word.npos;
}

bool DigitBefore(absl::string_view text, absl::string_view word) {
  const size_t begin = static_cast<size_t>(word.data() - text.data());
  return CharBefore(text, TrimSpace(text, begin > 1 ? begin - 1 : 0, begin))
      .IsDigit();
}

// "At 5 a.m. Mr. Smith went": the hour only opens the sentence.
bool IsOpening(absl::string_view opening) {
  return opening.size() <= kLongestOpening &&
         IsSentenceStarter(WordAt(opening, 0));
}

// A capital letter alone: an initial, unless it is "I" or a starter follows.
bool InitialEnds(absl::string_view word, const Next& next) {
  return IsStarter(next) && (word == "I" || !next.opened);
}

bool IsInitial(absl::string_view word) {
  const Char c = CharAt(word, 0);
  return c.IsUpper() && c.length == word.size();
}

// A single stop after `word`, before a capital, digit or mark.
bool SingleStopEnds(absl::string_view text, size_t begin,
                    absl::string_view word, const Next& next) {
  if (IsInitial(word)) return InitialEnds(word, next);
  switch (FindAbbreviation(word)) {
    case AbbreviationClass::kTitle:
    case AbbreviationClass::kNever:
      return false;
    case AbbreviationClass::kNumber:
      return !next.first.IsDigit() && !IsRomanNumeral(next.word);
    case AbbreviationClass::kUnit:
      return !DigitBefore(text, word) || IsStarter(next);
    case AbbreviationClass::kClock:
      return next.first.IsUpper() && !FollowsClock(next.word) &&
             !IsOpening(text.substr(
                 begin,
                 static_cast<size_t>(word.data() - text.data()) - begin));
    case AbbreviationClass::kMaybe:
      return IsStarter(next);
    case AbbreviationClass::kMark:
    case AbbreviationClass::kNone:
      return true;
  }
  return true;
}

// "world.Today": a missing space between two sentences, not an address.
bool EndsWithoutSpace(absl::string_view text, const Stops& stops,
                      absl::string_view word) {
  const Char next = CharAt(text, stops.close_end);
  const Char after = CharAt(text, stops.close_end + next.length);
  if (!next.IsUpper() || !after.IsLower()) return false;
  const Char before = CharBefore(text, stops.begin);
  if (stops.strong || stops.quote) return before.IsLetter();
  if (stops.dots != 1 || word.find('.') != word.npos) return false;
  if (before.IsDigit()) return true;
  return before.IsLower() && word.size() > 1 &&
         FindAbbreviation(word) == AbbreviationClass::kNone;
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

bool StopEnds(absl::string_view text, size_t begin, const Stops& stops,
              absl::string_view word, const Next& next) {
  if (next.first.IsLower()) return false;
  if (stops.strong) {
    if (stops.quote && SpeakerFollows(text, next.pos)) return false;
    return FindAbbreviation(word) != AbbreviationClass::kMark;
  }
  if (stops.ellipsis()) return next.first.IsUpper();
  return SingleStopEnds(text, begin, word, next);
}

// ". . . ." after a word is a stop and an ellipsis that opens the next
// sentence (Chicago Manual of Style, 13.53).
bool SplitsInside(absl::string_view text, const Stops& stops,
                  const Next& next) {
  return stops.spaced && stops.dots == 4 && next.first.IsUpper() &&
         !CharBefore(text, stops.begin).IsSpace();
}

}  // namespace

StopVerdict JudgeStop(absl::string_view text, size_t begin, size_t pos) {
  const Stops stops = ReadStops(text, pos);
  StopVerdict verdict = {false, stops.close_end};
  const Char after = CharAt(text, stops.close_end);
  if (after.length == 0) return verdict;
  const absl::string_view word = WordBefore(text, begin, stops.begin);
  if (!after.IsSpace()) {
    verdict.ends = EndsWithoutSpace(text, stops, word);
    return verdict;
  }
  const Next next =
      ReadNext(text, SkipSpace(text, stops.close_end, text.size()));
  if (SplitsInside(text, stops, next)) return {true, stops.begin + 1};
  verdict.ends = StopEnds(text, begin, stops, word, next);
  return verdict;
}

}  // namespace concord
