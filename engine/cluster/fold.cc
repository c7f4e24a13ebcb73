#include "engine/cluster/fold.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"
#include "engine/cluster/hash.h"

namespace concord {
namespace {

// How the characters of a range fold.
enum class Fold {
  kShift,      // every one by `delta`
  kEvenUpper,  // even ones are upper case, the next one lower
  kOddUpper,   // odd ones are upper case, the next one lower
  kBlank,      // parts tokens
  kNothing,    // ignored inside a token
};

struct FoldRange {
  char32_t first;
  char32_t last;
  Fold fold;
  int32_t delta = 0;
};

// Sorted, without overlap. Source: UnicodeData.txt of Unicode 15, simple lower
// case mappings whose result is no longer than its origin in UTF-8, and general
// categories Z, P, S and Cf. Final sigma and long s fold as in CaseFolding.txt.
constexpr FoldRange kRanges[] = {
    {0x0080, 0x00A9, Fold::kBlank},
    {0x00AB, 0x00AC, Fold::kBlank},
    {0x00AD, 0x00AD, Fold::kNothing},
    {0x00AE, 0x00B1, Fold::kBlank},
    {0x00B4, 0x00B4, Fold::kBlank},
    {0x00B6, 0x00B8, Fold::kBlank},
    {0x00BB, 0x00BB, Fold::kBlank},
    {0x00BF, 0x00BF, Fold::kBlank},
    {0x00C0, 0x00D6, Fold::kShift, 0x20},
    {0x00D7, 0x00D7, Fold::kBlank},
    {0x00D8, 0x00DE, Fold::kShift, 0x20},
    {0x00F7, 0x00F7, Fold::kBlank},
    {0x0100, 0x012F, Fold::kEvenUpper},
    {0x0130, 0x0130, Fold::kShift, 'i' - 0x0130},
    {0x0132, 0x0137, Fold::kEvenUpper},
    {0x0139, 0x0148, Fold::kOddUpper},
    {0x014A, 0x0177, Fold::kEvenUpper},
    {0x0178, 0x0178, Fold::kShift, 0x00FF - 0x0178},
    {0x0179, 0x017E, Fold::kOddUpper},
    {0x017F, 0x017F, Fold::kShift, 's' - 0x017F},
    {0x01CD, 0x01DC, Fold::kOddUpper},
    {0x01DE, 0x01EF, Fold::kEvenUpper},
    {0x01F8, 0x021F, Fold::kEvenUpper},
    {0x0222, 0x0233, Fold::kEvenUpper},
    {0x0386, 0x0386, Fold::kShift, 0x26},
    {0x0388, 0x038A, Fold::kShift, 0x25},
    {0x038C, 0x038C, Fold::kShift, 0x40},
    {0x038E, 0x038F, Fold::kShift, 0x3F},
    {0x0391, 0x03A1, Fold::kShift, 0x20},
    {0x03A3, 0x03AB, Fold::kShift, 0x20},
    {0x03C2, 0x03C2, Fold::kShift, 1},
    {0x0400, 0x040F, Fold::kShift, 0x50},
    {0x0410, 0x042F, Fold::kShift, 0x20},
    {0x0460, 0x0481, Fold::kEvenUpper},
    {0x048A, 0x04BF, Fold::kEvenUpper},
    {0x04C0, 0x04C0, Fold::kShift, 0x0F},
    {0x04C1, 0x04CE, Fold::kOddUpper},
    {0x04D0, 0x052F, Fold::kEvenUpper},
    {0x0531, 0x0556, Fold::kShift, 0x30},
    {0x055A, 0x055F, Fold::kBlank},
    {0x1E00, 0x1E95, Fold::kEvenUpper},
    {0x1E9E, 0x1E9E, Fold::kShift, 0x00DF - 0x1E9E},
    {0x1EA0, 0x1EFF, Fold::kEvenUpper},
    {0x2000, 0x200A, Fold::kBlank},
    {0x200B, 0x200F, Fold::kNothing},
    {0x2010, 0x2029, Fold::kBlank},
    {0x202A, 0x202E, Fold::kNothing},
    {0x202F, 0x205F, Fold::kBlank},
    {0x2060, 0x2064, Fold::kNothing},
    {0x20A0, 0x20CF, Fold::kBlank},
    {0x2190, 0x245F, Fold::kBlank},
    {0x2500, 0x2BFF, Fold::kBlank},
    {0x2E00, 0x2E7F, Fold::kBlank},
    {0x3000, 0x3004, Fold::kBlank},
    {0x3008, 0x3020, Fold::kBlank},
    {0x3030, 0x3030, Fold::kBlank},
    {0xFE00, 0xFE0F, Fold::kNothing},
    {0xFE10, 0xFE1F, Fold::kBlank},
    {0xFE30, 0xFE6F, Fold::kBlank},
    {0xFEFF, 0xFEFF, Fold::kNothing},
    {0xFF01, 0xFF0F, Fold::kBlank},
    {0xFF1A, 0xFF20, Fold::kBlank},
    {0xFF21, 0xFF3A, Fold::kShift, 0x20},
    {0xFF3B, 0xFF40, Fold::kBlank},
    {0xFF5B, 0xFF65, Fold::kBlank},
    {0xFFFC, 0xFFFD, Fold::kBlank},
    {0x1F000, 0x1FAFF, Fold::kBlank},
};

const FoldRange* FindRange(char32_t code) {
  const FoldRange* range = std::lower_bound(
      std::begin(kRanges), std::end(kRanges), code,
      [](const FoldRange& r, char32_t c) { return r.last < c; });
  return range != std::end(kRanges) && range->first <= code ? range : nullptr;
}

char* AppendRune(char32_t code, char* out) {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
  const auto tail = [&](int shift) { put(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    tail(0);
  } else {
    put(0xE0 | code >> 12);
    tail(6);
    tail(0);
  }
  return out;
}

// Writes the character at `p`, `length` bytes long, as it folds.
char* FoldRune(const char* p, uint32_t length, char* out) {
  const char32_t code = DecodeRune({p, length}, 0).code;
  const FoldRange* range = FindRange(code);
  const char32_t odd = code & 1;
  switch (range == nullptr ? Fold::kShift : range->fold) {
    case Fold::kBlank:
      *out = ' ';
      return out + 1;
    case Fold::kNothing:
      return out;
    case Fold::kEvenUpper:
      return AppendRune(code | 1, out);
    case Fold::kOddUpper:
      return AppendRune(code + odd, out);
    case Fold::kShift:
      break;
  }
  if (range != nullptr) return AppendRune(code + range->delta, out);
  std::memcpy(out, p, length);
  return out + length;
}

size_t AsciiPrefix(absl::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  size_t i = 0;
  while (i + 8 <= text.size() && !(LoadWord(text.data() + i) & kHighBits)) {
    i += 8;
  }
  while (i < text.size() && !(text[i] & 0x80)) ++i;
  return i;
}

}  // namespace

size_t FoldBeyondAscii(absl::string_view text, char* out) {
  char* const begin = out;
  while (!text.empty()) {
    const size_t ascii = AsciiPrefix(text);
    std::memcpy(out, text.data(), ascii);
    out += ascii;
    text.remove_prefix(ascii);
    if (text.empty()) break;
    const uint32_t length = Utf8SequenceLength(text, 0);
    if (length == 0) {
      *out++ = text[0];
    } else {
      out = FoldRune(text.data(), length, out);
    }
    text.remove_prefix(std::max<size_t>(length, 1));
  }
  return static_cast<size_t>(out - begin);
}

bool CopyAscii(absl::string_view text, char* out) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  const char* p = text.data();
  const char* const end = p + text.size();
  uint64_t all = 0;
  for (; end - p >= 32; p += 32, out += 32) {
    const uint64_t words[] = {LoadWord(p), LoadWord(p + 8), LoadWord(p + 16),
                              LoadWord(p + 24)};
    std::memcpy(out, words, sizeof(words));
    all |= words[0] | words[1] | words[2] | words[3];
  }
  for (; p != end; ++p, ++out) {
    *out = *p;
    all |= static_cast<unsigned char>(*p);
  }
  return (all & kHighBits) == 0;
}

}  // namespace concord
