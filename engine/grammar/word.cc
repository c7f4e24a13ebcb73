#include "engine/grammar/word.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/text/token.h"

namespace concord {
namespace {

// Eight bytes are treated at once: SIMD within a register (Lamport, "Multiple
// byte processing with full-word instructions", 1975).
constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kHigh = 0x8080808080808080;

// 0x80 in each ASCII byte of x that lies in [low, high].
uint64_t BytesInRange(uint64_t x, uint8_t low, uint8_t high) {
  const uint64_t low7 = x & ~kHigh;
  const uint64_t at_least = low7 + kOnes * (0x80u - low);
  const uint64_t above = low7 + kOnes * (0x7Fu - high);
  return (at_least ^ above) & ~x & kHigh;
}

// What stands in a word, one bit each: the greater part of its shape.
enum ShapeBit : uint32_t {
  kFirstUpper = 1,
  kLaterUpper = 2,
  kLower = 4,
  kDigit = 8,
  kHyphen = 16,
  kPeriod = 32,
  kOtherMark = 64,
  kNonAscii = 128,
  kInitial = 256,  // first of the sentence, quotation marks aside
  kCasingShift = 9,
};

// A word in normal form, with room to read a whole register beyond its end.
struct NormalForm {
  char bytes[kMaxWordBytes + 8];
  size_t size = 0;
  uint32_t shape = 0;
};

uint32_t Any(uint64_t mask, ShapeBit bit) { return (mask != 0) * bit; }

// Lowers the eight bytes of `x`, replaces digits, and adds to `shape` what was
// there. `first` is true for a word's first eight: the capital that begins it
// counts apart.
uint64_t Normalize(uint64_t x, bool first, uint32_t& shape) {
  const uint64_t upper = BytesInRange(x, 'A', 'Z');
  const uint64_t digit = BytesInRange(x, '0', '9');
  const uint64_t lower = BytesInRange(x, 'a', 'z');
  const uint64_t hyphen = BytesInRange(x, '-', '-');
  const uint64_t period = BytesInRange(x, '.', '.');
  const uint64_t zero = BytesInRange(x, 0, 0);
  const uint64_t non_ascii = x & kHigh;
  const uint64_t other =
      kHigh & ~(upper | digit | lower | hyphen | period | zero | non_ascii);
  const uint64_t head = first ? 0xFF : 0;
  shape |= Any(upper & head, kFirstUpper) | Any(upper & ~head, kLaterUpper) |
           Any(lower, kLower) | Any(digit, kDigit) | Any(hyphen, kHyphen) |
           Any(period, kPeriod) | Any(other, kOtherMark) |
           Any(non_ascii, kNonAscii);
  const uint64_t digits = (digit >> 7) * 0xFF;
  return ((x | (upper >> 2)) & ~digits) | ((kOnes * '0') & digits);
}

// The ASCII stand-in for the three-byte character at `in`, or empty.
absl::string_view AsciiMark(absl::string_view in) {
  if (in.size() < 3 || in[0] != '\xE2' || in[1] != '\x80') return {};
  switch (in[2]) {
    case '\x98':
    case '\x99':
      return "'";
    case '\x9C':
    case '\x9D':
      return "\"";
    case '\x93':
      return "-";
    case '\x94':
      return "--";
    case '\xA6':
      return "...";
    default:
      return {};
  }
}

// Copies `word` to `out`, curly marks made ASCII. Returns the size.
size_t CopyPlain(absl::string_view word, char* out) {
  size_t size = 0;
  while (!word.empty() && size < kMaxWordBytes) {
    const absl::string_view mark = AsciiMark(word);
    if (mark.empty()) {
      out[size++] = word[0];
      word.remove_prefix(1);
    } else {
      const size_t n = std::min(mark.size(), kMaxWordBytes - size);
      std::memcpy(out + size, mark.data(), n);
      size += n;
      word.remove_prefix(3);
    }
  }
  return size;
}

void MakeNormalForm(absl::string_view word, NormalForm& form) {
  const bool curly = std::memchr(word.data(), '\xE2', word.size()) != nullptr;
  if (curly) {
    form.size = CopyPlain(word, form.bytes);
  } else {
    form.size = std::min(word.size(), kMaxWordBytes);
    std::memcpy(form.bytes, word.data(), form.size);
  }
  std::memset(form.bytes + form.size, 0, 8);
  form.shape = 0;
  for (size_t at = 0; at < form.size; at += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, form.bytes + at, 8);
    chunk = Normalize(chunk, at == 0, form.shape);
    std::memcpy(form.bytes + at, &chunk, 8);
  }
}

uint32_t HashNormalForm(const NormalForm& form) {
  uint64_t hash = form.size;
  for (size_t at = 0; at < form.size; at += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, form.bytes + at, 8);
    hash = (hash ^ chunk) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 32;
  }
  return static_cast<uint32_t>(hash);
}

// The affixes: bytes as numbers, the length in the fourth byte kept apart by
// the template's own seed.
void SetAffixes(const NormalForm& form, Word& word) {
  uint32_t first;
  std::memcpy(&first, form.bytes, 4);
  word.prefix[0] = first & 0xFF;
  word.prefix[1] = first & 0xFFFF;
  word.prefix[2] = first & 0xFFFFFF;
  uint32_t last = first << (8 * (4 - std::min<size_t>(form.size, 4)) % 32);
  if (form.size >= 4) std::memcpy(&last, form.bytes + form.size - 4, 4);
  word.suffix[0] = last & 0xFF000000;
  word.suffix[1] = last & 0xFFFF0000;
  word.suffix[2] = last & 0xFFFFFF00;
  word.suffix[3] = last;
}

bool IsQuote(const NormalForm& form) {
  const char c = form.bytes[0];
  return (c == '"' || c == '\'' || c == '`') && form.size <= 2 &&
         (form.shape & (kLower | kFirstUpper | kLaterUpper | kDigit)) == 0;
}

// Which side of a straight quotation mark is open decides what it is.
uint32_t Spacing(absl::Span<const Token> tokens, size_t i) {
  const bool after = i + 1 == tokens.size() || tokens[i + 1].space_before;
  return 1 + 2 * tokens[i].space_before + after;
}

Word Describe(absl::string_view text, absl::Span<const Token> tokens, size_t i,
              bool initial) {
  NormalForm form;
  MakeNormalForm(Slice(text, tokens[i].span), form);
  Word word;
  word.form = HashNormalForm(form);
  word.shape = form.shape | initial * kInitial;
  SetAffixes(form, word);
  if (IsQuote(form)) {
    word.form += Spacing(tokens, i);
    word.shape = 0x10000 + Spacing(tokens, i);
  }
  return word;
}

// Counts of words that show what the casing of the sentence is.
struct CasingCounts {
  int capital = 0;    // long words that begin with a capital
  int lower = 0;      // long words that do not
  int all_upper = 0;  // words of more than one letter, all capitals
  int any_upper = 0;  // words with a capital
  int words = 0;

  // Function words stay lower in most headline styles, and they are short.
  void Add(uint32_t shape, bool is_long) {
    if ((shape & (kLower | kFirstUpper | kLaterUpper)) == 0) return;
    ++words;
    any_upper += (shape & (kFirstUpper | kLaterUpper)) != 0;
    all_upper += (shape & kLower) == 0 && (shape & kLaterUpper) != 0;
    if (is_long) ++((shape & kFirstUpper) != 0 ? capital : lower);
  }

  Casing Decide() const {
    if (words >= 3 && 10 * all_upper >= 7 * words) return Casing::kUpper;
    if (words >= 2 && any_upper == 0) return Casing::kLower;
    if (capital >= 3 && 4 * lower <= capital) return Casing::kHeadline;
    return Casing::kSentence;
  }
};

}  // namespace

uint32_t HashForm(absl::string_view word) {
  NormalForm form;
  MakeNormalForm(word, form);
  return HashNormalForm(form);
}

void DescribeWords(absl::string_view text, absl::Span<const Token> tokens,
                   std::vector<Word>& words) {
  words.clear();
  words.reserve(tokens.size());
  CasingCounts counts;
  bool initial = true;
  for (size_t i = 0; i < tokens.size(); ++i) {
    words.push_back(Describe(text, tokens, i, initial));
    counts.Add(words.back().shape, tokens[i].span.size() >= 5);
    initial = initial && (words.back().shape & 0x10000) != 0;
  }
  const uint32_t casing = static_cast<uint32_t>(counts.Decide());
  for (Word& word : words) word.shape |= casing << kCasingShift;
}

}  // namespace concord
