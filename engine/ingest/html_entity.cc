#include "engine/ingest/html_entity.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// The longest name of the table and the longest number that is looked at.
constexpr size_t kLongestName = 10;
constexpr size_t kMostDigits = 10;

// What pages mean by 128 to 159: Windows-1252, as the standard has it.
constexpr char16_t kWindows1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string Encoded(char32_t code) {
  if (code >= 0x80 && code < 0xA0) code = kWindows1252[code - 0x80];
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (code == 0 || surrogate || code > 0x10FFFF) {
    return std::string(kReplacement);
  }
  const auto byte = [&](int shift, char32_t lead) {
    return static_cast<char>(lead | ((code >> shift) & 0x3F));
  };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {byte(6, 0xC0), byte(0, 0x80)};
  if (code < 0x10000) return {byte(12, 0xE0), byte(6, 0x80), byte(0, 0x80)};
  return {byte(18, 0xF0), byte(12, 0x80), byte(6, 0x80), byte(0, 0x80)};
}

int DigitValue(char c) {
  if (absl::ascii_isdigit(c)) return c - '0';
  return absl::ascii_isxdigit(c) ? (c | 0x20) - 'a' + 10 : 99;
}

// "&#8217;", "&#x2019": `begin` is the position of the first digit's sign.
HtmlEntity DecodeNumber(absl::string_view text, size_t pos) {
  size_t at = pos + 2;
  const bool hex = at < text.size() && (text[at] | 0x20) == 'x';
  if (hex) ++at;
  const int base = hex ? 16 : 10;
  const size_t first = at;
  char32_t code = 0;
  while (at < text.size() && at - first < kMostDigits &&
         DigitValue(text[at]) < base) {
    // Too great a number stays too great.
    code = std::min<char32_t>(code * static_cast<char32_t>(base) +
                                  static_cast<char32_t>(DigitValue(text[at])),
                              0x110000);
    ++at;
  }
  if (at == first) return {};
  if (at < text.size() && text[at] == ';') ++at;
  return {Encoded(code), at - pos};
}

HtmlEntity DecodeName(absl::string_view text, size_t pos) {
  size_t end = pos + 1;
  while (end < text.size() && end - pos <= kLongestName &&
         absl::ascii_isalnum(text[end])) {
    ++end;
  }
  static const WordTable& table = WordTable::Named("html_entities");
  const WordTable::Row* row = table.Find(text.substr(pos + 1, end - pos - 1));
  if (row == nullptr) return {};
  const bool closed = end < text.size() && text[end] == ';';
  const bool old = (*row)[2] == "old";
  if (!closed && (!old || (end < text.size() && text[end] == '='))) return {};
  return {std::string((*row)[1]), end - pos + (closed ? 1 : 0)};
}

}  // namespace

HtmlEntity DecodeEntity(absl::string_view text, size_t pos) {
  if (pos + 1 >= text.size()) return {};
  return text[pos + 1] == '#' ? DecodeNumber(text, pos) : DecodeName(text, pos);
}

std::string DecodeEntities(absl::string_view text) {
  std::string decoded;
  for (size_t pos = 0; pos < text.size();) {
    const size_t mark = std::min(text.find('&', pos), text.size());
    decoded.append(text.data() + pos, mark - pos);
    if (mark == text.size()) break;
    HtmlEntity entity = DecodeEntity(text, mark);
    if (entity.length == 0) entity = {"&", 1};
    decoded += entity.text;
    pos = mark + entity.length;
  }
  return decoded;
}

}  // namespace concord
