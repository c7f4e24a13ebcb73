#include "engine/text/word_scan.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/text/abbreviation.h"
#include "engine/text/character.h"

namespace concord {
namespace {

// What is written straight after a number has at most this many letters:
// "18th", "1990s", "10am", "2.6bn".
constexpr size_t kLongestSuffix = 3;
// The part of a mailbox before "@" (RFC 5321, 4.5.3.1.1).
constexpr size_t kLongestMailbox = 64;

bool HasByte(absl::string_view text, size_t pos, char byte) {
  return pos < text.size() && text[pos] == byte;
}

bool IsHyphen(const Char& c) { return c.code == '-' || c.code == U'‐'; }

// The end of a mark at text[pos] that joins the word before it to what follows,
// else `pos`.
size_t JointEnd(absl::string_view text, size_t pos) {
  const Char c = CharAt(text, pos);
  const Char next = CharAt(text, pos + c.length);
  const bool joins = (IsHyphen(c) && IsWordChar(next)) ||
                     (c.code == '&' && next.IsUpper()) ||
                     (c.Is(CharClass::kApostrophe) && next.IsLetter());
  return joins ? pos + c.length : pos;
}

size_t DigitsEnd(absl::string_view text, size_t pos) {
  while (pos < text.size() && absl::ascii_isdigit(text[pos])) ++pos;
  return pos;
}

bool JoinsDigits(char32_t code) {
  return code == '.' || code == ',' || code == ':' || code == '/' ||
         code == '-' || code == U'‐' || code == U'‑' || code == U'–';
}

// "U" and "Ph" in "U.S", "anti-U.S", "Ph.D": up to two letters before the dot,
// and after it as few, unless the whole is a known abbreviation.
bool IsInnerDot(absl::string_view text, size_t begin, size_t dot) {
  if (!CharAt(text, dot + 1).IsLetter()) return false;
  const size_t piece = std::min<size_t>(dot - begin, 3);
  const absl::string_view before = text.substr(dot - piece, piece);
  const size_t inner = before.find_last_of(".-");
  const size_t letters = inner == before.npos ? piece : piece - inner - 1;
  if (letters < 1 || letters > 2) return false;
  size_t end = dot + 1;
  while (end < text.size() && end - dot <= 6 && absl::ascii_isalpha(text[end]))
    ++end;
  return end - dot <= 2 || FindAbbreviation(text.substr(begin, end - begin)) !=
                               AbbreviationClass::kNone;
}

// Where the last part of the hyphenated word text[begin, end) begins: "N.Y" of
// "R-N.Y", "Gov" of "ex-Gov". A part of one letter is none: "Plan-B".
size_t LastPart(absl::string_view text, size_t begin, size_t end) {
  const size_t hyphen = text.substr(begin, end - begin).rfind('-');
  if (hyphen == absl::string_view::npos) return begin;
  const size_t part = begin + hyphen + 1;
  return end - part > 1 ? part : begin;
}

// True where the stop at text[dot] belongs to the word text[begin, dot).
bool KeepsStop(absl::string_view text, size_t begin, size_t dot,
               bool number_before) {
  if (HasByte(text, dot + 1, '.')) return false;  // an ellipsis
  const absl::string_view word = text.substr(begin, dot - begin);
  const Char first = CharAt(word, 0);
  if (first.length == word.size()) return first.IsUpper() && word != "I";
  switch (FindAbbreviation(word)) {
    case AbbreviationClass::kNumber:
      return CharAt(text, SkipSpace(text, dot + 1, text.size())).IsDigit();
    case AbbreviationClass::kUnit:
      return number_before;
    case AbbreviationClass::kMark:
    case AbbreviationClass::kNone:
      return false;
    default:
      return true;
  }
}

// "jane.doe@example.com": dotted names, "@", a name.
bool IsMailbox(absl::string_view text, size_t begin, size_t end) {
  while (end < text.size() && end - begin < kLongestMailbox &&
         (text[end] == '.' || text[end] == '_') &&
         IsWordChar(CharAt(text, end + 1))) {
    end = WordEnd(text, end + 1);
  }
  return HasByte(text, end, '@') && IsWordChar(CharAt(text, end + 1));
}

// "example.com": one of the commonest top domains after a name.
bool IsSite(absl::string_view text, size_t end) {
  static constexpr absl::string_view kDomains[] = {".com", ".org", ".net",
                                                   ".gov", ".edu"};
  return std::any_of(std::begin(kDomains), std::end(kDomains),
                     [&](absl::string_view domain) {
                       return absl::StartsWith(text.substr(end), domain) &&
                              !IsWordChar(CharAt(text, end + domain.size()));
                     });
}

bool IsAddress(absl::string_view text, size_t begin, size_t end) {
  switch (text[end]) {
    case ':':
      return absl::StartsWith(text.substr(end), "://");
    case '.':
      return absl::EqualsIgnoreCase(text.substr(begin, end - begin), "www") ||
             IsSite(text, end) || IsMailbox(text, begin, end);
    case '@':
    case '_':
      return IsMailbox(text, begin, end);
    default:
      return false;
  }
}

bool EndsAddress(char c) {
  return absl::ascii_isspace(c) || c == '"' || c == '<' || c == '>' ||
         c == ')' || c == ']' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

size_t WordEnd(absl::string_view text, size_t pos) {
  while (true) {
    const Char c = CharAt(text, pos);
    const size_t next = IsWordChar(c) ? pos + c.length : JointEnd(text, pos);
    if (next == pos) return pos;
    pos = next;
  }
}

size_t DottedWordEnd(absl::string_view text, size_t begin, size_t end,
                     bool number_before) {
  if (!HasByte(text, end, '.')) return end;
  size_t dot = end;
  while (HasByte(text, dot, '.') && IsInnerDot(text, begin, dot)) {
    dot = WordEnd(text, dot + 1);
  }
  if (!HasByte(text, dot, '.')) return dot;
  if (!KeepsStop(text, LastPart(text, begin, dot), dot, number_before)) {
    return dot;
  }
  return IsHyphen(CharAt(text, dot + 1)) ? WordEnd(text, dot + 1) : dot + 1;
}

size_t AddressEnd(absl::string_view text, size_t begin, size_t end) {
  if (end == text.size() || !IsAddress(text, begin, end)) return end;
  size_t last = end;
  while (last < text.size() && !EndsAddress(text[last])) ++last;
  // Marks at its end belong to the sentence around it.
  constexpr absl::string_view kTrailing = ".,;:!?'";
  while (last > end && kTrailing.find(text[last - 1]) != kTrailing.npos) {
    --last;
  }
  return last;
}

size_t NumberEnd(absl::string_view text, size_t pos) {
  size_t end = DigitsEnd(text, pos);
  while (true) {
    const Char c = CharAt(text, end);
    if (!JoinsDigits(c.code)) break;
    const size_t digits = DigitsEnd(text, end + c.length);
    if (digits == end + c.length) break;
    end = digits;
  }
  size_t suffix = end;
  while (suffix < text.size() && absl::ascii_isalpha(text[suffix])) ++suffix;
  const Char after = CharAt(text, suffix);
  const bool word = suffix - end > kLongestSuffix || IsWordChar(after) ||
                    (IsHyphen(after) && JointEnd(text, suffix) > suffix);
  return word ? pos : suffix;
}

}  // namespace concord
