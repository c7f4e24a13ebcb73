#include "engine/text/character.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

using enum CharClass;

constexpr std::array<CharClass, 128> MakeAsciiClasses() {
  std::array<CharClass, 128> classes = {};
  classes.fill(kSymbol);
  for (char c : {' ', '\t', '\n', '\v', '\f', '\r'}) classes[c] = kSpace;
  for (char c = 'A'; c <= 'Z'; ++c) classes[c] = kUpper;
  for (char c = 'a'; c <= 'z'; ++c) classes[c] = kLower;
  for (char c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (char c : {'.', '!', '?'}) classes[c] = kStop;
  for (char c : {'(', '[', '{'}) classes[c] = kOpen;
  for (char c : {')', ']', '}'}) classes[c] = kClose;
  for (char c : {',', ';', ':', '/'}) classes[c] = kPunct;
  classes['\''] = kApostrophe;
  classes['"'] = kQuote;
  classes['-'] = kDash;
  return classes;
}

// How the letters of a range are cased.
enum class Case : uint8_t {
  kAll,        // every one has the range's class
  kEvenUpper,  // pairs, the upper-case letter first and even
  kOddUpper,   // pairs, the upper-case letter first and odd
};

struct Range {
  char32_t first;
  char32_t last;
  CharClass char_class;
  Case casing = Case::kAll;
};

// Beyond ASCII, by first character; what lies between ranges is a letter
// without case. After the blocks of Unicode 15; scripts with case are given as
// far as names in English texts use them.
constexpr Range kRanges[] = {
    {0x80, 0x84, kSymbol},
    {0x85, 0x85, kSpace},
    {0x86, 0x9F, kSymbol},
    {0xA0, 0xA0, kSpace},
    {0xA1, 0xA1, kPunct},
    {0xA2, 0xA9, kSymbol},
    {0xAA, 0xAA, kLower},
    {0xAB, 0xAB, kOpenQuote},
    {0xAC, 0xB4, kSymbol},
    {0xB5, 0xB5, kLower},
    {0xB6, 0xB6, kSymbol},
    {0xB7, 0xB7, kPunct},
    {0xB8, 0xB9, kSymbol},
    {0xBA, 0xBA, kLower},
    {0xBB, 0xBB, kCloseQuote},
    {0xBC, 0xBE, kSymbol},
    {0xBF, 0xBF, kPunct},
    {0xC0, 0xD6, kUpper},
    {0xD7, 0xD7, kSymbol},
    {0xD8, 0xDE, kUpper},
    {0xDF, 0xF6, kLower},
    {0xF7, 0xF7, kSymbol},
    {0xF8, 0xFF, kLower},
    {0x100, 0x137, kUpper, Case::kEvenUpper},
    {0x138, 0x138, kLower},
    {0x139, 0x148, kUpper, Case::kOddUpper},
    {0x149, 0x149, kLower},
    {0x14A, 0x177, kUpper, Case::kEvenUpper},
    {0x178, 0x178, kUpper},
    {0x179, 0x17E, kUpper, Case::kOddUpper},
    {0x17F, 0x180, kLower},
    {0x1A0, 0x1A5, kUpper, Case::kEvenUpper},
    {0x1AF, 0x1B0, kUpper, Case::kOddUpper},
    {0x1CD, 0x1DC, kUpper, Case::kOddUpper},
    {0x1DE, 0x1EF, kUpper, Case::kEvenUpper},
    {0x1F8, 0x21F, kUpper, Case::kEvenUpper},
    {0x222, 0x233, kUpper, Case::kEvenUpper},
    {0x250, 0x2AF, kLower},
    {0x300, 0x36F, kMark},
    {0x386, 0x386, kUpper},
    {0x388, 0x38F, kUpper},
    {0x390, 0x390, kLower},
    {0x391, 0x3AB, kUpper},
    {0x3AC, 0x3CE, kLower},
    {0x400, 0x42F, kUpper},
    {0x430, 0x45F, kLower},
    {0x460, 0x481, kUpper, Case::kEvenUpper},
    {0x48A, 0x4BF, kUpper, Case::kEvenUpper},
    {0x4D0, 0x52F, kUpper, Case::kEvenUpper},
    {0x531, 0x556, kUpper},
    {0x561, 0x587, kLower},
    {0x1E00, 0x1E95, kUpper, Case::kEvenUpper},
    {0x1E96, 0x1E9D, kLower},
    {0x1E9E, 0x1EFF, kUpper, Case::kEvenUpper},
    {0x2000, 0x200B, kSpace},
    {0x200C, 0x200D, kMark},
    {0x200E, 0x200F, kSymbol},
    {0x2010, 0x2015, kDash},
    {0x2016, 0x2017, kSymbol},
    {0x2018, 0x2018, kOpenQuote},
    {0x2019, 0x2019, kApostrophe},
    {0x201A, 0x201C, kOpenQuote},
    {0x201D, 0x201D, kCloseQuote},
    {0x201E, 0x201F, kOpenQuote},
    {0x2020, 0x2025, kSymbol},
    {0x2026, 0x2026, kStop},
    {0x2027, 0x2027, kSymbol},
    {0x2028, 0x2029, kSpace},
    {0x202A, 0x202E, kSymbol},
    {0x202F, 0x202F, kSpace},
    {0x2030, 0x2038, kSymbol},
    {0x2039, 0x2039, kOpenQuote},
    {0x203A, 0x203A, kCloseQuote},
    {0x203B, 0x203B, kSymbol},
    {0x203C, 0x203D, kStop},
    {0x203E, 0x2046, kSymbol},
    {0x2047, 0x2049, kStop},
    {0x204A, 0x205E, kSymbol},
    {0x205F, 0x205F, kSpace},
    {0x2060, 0x209F, kSymbol},
    {0x20A0, 0x20CF, kSymbol},
    {0x20D0, 0x20FF, kMark},
    {0x2100, 0x2BFF, kSymbol},
    {0x3000, 0x3000, kSpace},
    {0x3001, 0x3001, kPunct},
    {0x3002, 0x3002, kStop},
    {0x3003, 0x3007, kSymbol},
    {0x3008, 0x3008, kOpen},
    {0x3009, 0x3009, kClose},
    {0x300A, 0x300A, kOpen},
    {0x300B, 0x300B, kClose},
    {0x300C, 0x300C, kOpenQuote},
    {0x300D, 0x300D, kCloseQuote},
    {0x300E, 0x300E, kOpenQuote},
    {0x300F, 0x300F, kCloseQuote},
    {0x3010, 0x3010, kOpen},
    {0x3011, 0x3011, kClose},
    {0x3012, 0x3020, kSymbol},
    {0xE000, 0xF8FF, kSymbol},
    {0xFE00, 0xFE0F, kMark},
    {0xFE20, 0xFE2F, kMark},
    {0xFEFF, 0xFEFF, kSpace},
    {0xFF01, 0xFF01, kStop},
    {0xFF02, 0xFF0B, kSymbol},
    {0xFF0C, 0xFF0C, kPunct},
    {0xFF0D, 0xFF0D, kDash},
    {0xFF0E, 0xFF0E, kStop},
    {0xFF0F, 0xFF1E, kSymbol},
    {0xFF1F, 0xFF1F, kStop},
    {0xFF20, 0xFF20, kSymbol},
    {0xFFE0, 0xFFFF, kSymbol},
    {0x1F000, 0x1FAFF, kSymbol},
    {0xE0000, 0x10FFFF, kSymbol},
};

}  // namespace

constinit const std::array<CharClass, 128> kAsciiClasses = MakeAsciiClasses();

CharClass ClassOf(char32_t code) {
  if (code < 0x80) return kAsciiClasses[code];
  const Range* range =
      std::lower_bound(std::begin(kRanges), std::end(kRanges), code,
                       [](const Range& r, char32_t c) { return r.last < c; });
  if (range == std::end(kRanges) || code < range->first) return kLetter;
  if (range->casing == Case::kAll) return range->char_class;
  const bool odd = code % 2 == 1;
  return odd == (range->casing == Case::kOddUpper) ? kUpper : kLower;
}

Char WideCharAt(absl::string_view text, size_t pos) {
  const Rune rune = DecodeRune(text, pos);
  return {rune.code, rune.length, ClassOf(rune.code)};
}

Char CharBefore(absl::string_view text, size_t pos) {
  if (pos == 0) return {};
  return CharAt(text, FloorCharBoundary(text, pos - 1));
}

size_t SkipSpace(absl::string_view text, size_t pos, size_t end) {
  while (pos < end) {
    const Char c = CharAt(text, pos);
    if (!c.IsSpace()) return pos;
    pos += c.length;
  }
  return end;
}

size_t TrimSpace(absl::string_view text, size_t begin, size_t pos) {
  while (pos > begin) {
    const Char c = CharBefore(text, pos);
    if (!c.IsSpace()) return pos;
    pos -= c.length;
  }
  return begin;
}

}  // namespace concord
