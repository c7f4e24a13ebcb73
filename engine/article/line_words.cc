#include "engine/article/line_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/text/character.h"

namespace concord {
namespace {

constexpr char32_t kCopyright = 0xA9;

bool IsWordChar(const Char& c) {
  return c.IsLetter() || c.IsDigit() || c.Is(CharClass::kMark);
}

// An apostrophe inside a word, as in "don't".
bool IsInnerApostrophe(absl::string_view line, size_t pos, const Char& c) {
  return c.Is(CharClass::kApostrophe) && pos > 0 &&
         CharBefore(line, pos).IsLetter() &&
         CharAt(line, pos + c.length).IsLetter();
}

// The ASCII letters and digits in lower case, by their codes; 0 for the rest.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> plain{};
  for (char c = '0'; c <= '9'; ++c) plain[static_cast<unsigned char>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    plain[static_cast<unsigned char>(c)] = c;
    plain[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  return plain;
}();

// English has a word every six bytes.
constexpr size_t kBytesPerWord = 6;

// Reads words into `words` and their texts into `lower`, which has room for as
// many bytes as the line has: no word's text is longer than the word.
class WordReader {
 public:
  WordReader(absl::string_view line, char* lower, std::vector<LineWord>& words)
      : line_(line), lower_(lower), words_(words) {}

  void Read() {
    for (size_t pos = 0; pos < line_.size();) {
      if (PlainAt(pos) != 0) {
        pos = ReadPlain(pos);
        continue;
      }
      const Char c = CharAt(line_, pos);
      if (IsWordChar(c)) {
        Extend(pos, c.length);
        lower_ = std::copy_n(line_.begin() + pos, c.length, lower_);
      } else if (IsInnerApostrophe(line_, pos, c)) {
        Extend(pos, c.length);
        *lower_++ = '\'';
      } else if (c.code == kCopyright) {
        Close();
        Extend(pos, c.length);
        lower_ = std::copy_n(line_.begin() + pos, c.length, lower_);
        Close();
      } else {
        Mark(c);
      }
      pos += c.length;
    }
    Close();
  }

 private:
  char PlainAt(size_t pos) const {
    return kPlain[static_cast<unsigned char>(line_[pos])];
  }

  // Returns the end of the run of plain characters.
  size_t ReadPlain(size_t pos) {
    Open(pos);
    do {
      *lower_++ = PlainAt(pos++);
    } while (pos < line_.size() && PlainAt(pos) != 0);
    words_.back().span.end = static_cast<uint32_t>(pos);
    return pos;
  }

  void Open(size_t pos) {
    if (open_) return;
    LineWord& word = words_.emplace_back();
    word.span.begin = static_cast<uint32_t>(pos);
    word.quoted = quoted_;
    begin_ = lower_;
    open_ = true;
  }

  void Extend(size_t pos, size_t length) {
    Open(pos);
    words_.back().span.end = static_cast<uint32_t>(pos + length);
  }

  void Close() {
    if (!open_) return;
    words_.back().text = {begin_, static_cast<size_t>(lower_ - begin_)};
    open_ = false;
  }

  void Mark(const Char& c) {
    Close();
    if (c.Is(CharClass::kQuote)) quoted_ = !quoted_;
    if (c.code == U'“') quoted_ = true;
    if (c.code == U'”') quoted_ = false;
  }

  absl::string_view line_;
  char* lower_;  // where the next byte goes
  std::vector<LineWord>& words_;
  const char* begin_ = nullptr;  // of the open word's text
  bool open_ = false;
  bool quoted_ = false;
};

}  // namespace

LineWords::LineWords(absl::string_view line) : lower_(new char[line.size()]) {
  words_.reserve(line.size() / kBytesPerWord + 1);
  WordReader(line, lower_.get(), words_).Read();
}

bool SameWords(absl::string_view a, absl::string_view b) {
  const LineWords left(a), right(b);
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const LineWord& x, const LineWord& y) { return x.text == y.text; });
}

bool IsNumber(absl::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), absl::ascii_isdigit);
}

}  // namespace concord
