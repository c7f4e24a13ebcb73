#include "engine/text/stops.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/text/character.h"

namespace concord {
namespace {

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

void ReadRun(absl::string_view text, Stops& stops) {
  for (Char c = CharAt(text, stops.end); c.Is(CharClass::kStop);
       c = CharAt(text, stops.end)) {
    AddStop(c, stops);
    stops.end += c.length;
  }
}

// ". . ." and "? ? ?": stops parted by single spaces.
void ReadSpacedRun(absl::string_view text, Stops& stops) {
  while (stops.end + 1 < text.size() && text[stops.end] == ' ') {
    const Char c = CharAt(text, stops.end + 1);
    if (!c.Is(CharClass::kStop)) return;
    const Char after = CharAt(text, stops.end + 1 + c.length);
    const bool alone = after.length == 0 || after.IsSpace() ||
                       after.Is(CharClass::kCloseQuote) ||
                       after.Is(CharClass::kQuote) ||
                       after.Is(CharClass::kClose);
    if (!alone) return;  // " .5", " .NET", " ..."
    AddStop(c, stops);
    stops.end += 1 + c.length;
    stops.spaced = true;
  }
}

// Past "[3]" at text[pos], which encyclopedias set after a stop.
size_t SkipFootnote(absl::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != '[') return pos;
  size_t end = pos + 1;
  while (end < text.size() && end - pos < 4 && absl::ascii_isdigit(text[end])) {
    ++end;
  }
  const bool footnote = end > pos + 1 && end < text.size() && text[end] == ']';
  return footnote ? end + 1 : pos;
}

// Past " :)" or " ;-P" at text[pos]: it belongs to the sentence before it.
size_t SkipEmoticon(absl::string_view text, size_t pos) {
  const absl::string_view rest = text.substr(pos, 4);
  if (rest.size() < 3 || rest[0] != ' ') return pos;
  if (absl::string_view(":;=").find(rest[1]) == rest.npos) return pos;
  const size_t mouth = rest[2] == '-' ? 3 : 2;
  if (mouth >= rest.size()) return pos;
  const bool face = absl::string_view(")(DP]").find(rest[mouth]) != rest.npos;
  const Char after = CharAt(text, pos + mouth + 1);
  return face && (after.length == 0 || after.IsSpace()) ? pos + mouth + 1 : pos;
}

bool IsCloser(const Char& c) {
  return c.Is(CharClass::kQuote) || c.Is(CharClass::kCloseQuote) ||
         c.Is(CharClass::kApostrophe) || c.Is(CharClass::kClose);
}

size_t SkipClosers(absl::string_view text, size_t pos, Stops& stops) {
  for (Char c = CharAt(text, pos); IsCloser(c); c = CharAt(text, pos)) {
    stops.quote |= !c.Is(CharClass::kClose);
    pos += c.length;
  }
  return pos;
}

bool IsOpener(const Char& c) {
  return c.Is(CharClass::kOpenQuote) || c.Is(CharClass::kOpen) ||
         c.Is(CharClass::kQuote) || c.Is(CharClass::kApostrophe);
}

bool IsInWord(const Char& c) {
  return c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark) ||
         c.Is(CharClass::kApostrophe);
}

// "N°" and "AT&T" are words too.
bool IsInAbbreviation(const Char& c) {
  return IsInWord(c) || c.code == '.' || c.code == '&' || c.code == U'°' ||
         c.code == U'§';
}

}  // namespace

Stops ReadStops(absl::string_view text, size_t pos) {
  Stops stops;
  stops.begin = stops.end = pos;
  ReadRun(text, stops);
  ReadSpacedRun(text, stops);
  stops.close_end = SkipClosers(text, stops.end, stops);
  stops.close_end = SkipFootnote(text, stops.close_end);
  stops.close_end = SkipEmoticon(text, stops.close_end);
  return stops;
}

Next ReadNext(absl::string_view text, size_t pos) {
  Next next;
  next.pos = pos;
  Char c = CharAt(text, pos);
  for (; IsOpener(c); c = CharAt(text, pos)) {
    next.opened = true;
    next.bracket |= c.Is(CharClass::kOpen);
    pos += c.length;
  }
  next.first = c;
  next.word = WordAt(text, pos);
  return next;
}

absl::string_view WordAt(absl::string_view text, size_t pos) {
  size_t end = pos;
  while (end - pos < kLongestWord) {
    const Char c = CharAt(text, end);
    if (!IsInWord(c)) break;
    end += c.length;
  }
  return text.substr(pos, end - pos);
}

absl::string_view WordBefore(absl::string_view text, size_t begin, size_t end) {
  size_t pos = end;
  while (pos > begin) {
    const Char c = CharBefore(text, pos);
    if (!IsInAbbreviation(c)) break;
    pos -= c.length;
    if (end - pos > kLongestWord) return {};
  }
  return text.substr(pos, end - pos);
}

}  // namespace concord
