#include "engine/article/line_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
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

// End of the run of ASCII letters and digits from line[pos] on.
size_t PlainEnd(absl::string_view line, size_t pos) {
  while (pos < line.size() && absl::ascii_isalnum(line[pos])) ++pos;
  return pos;
}

class WordReader {
 public:
  explicit WordReader(absl::string_view line) : line_(line) {}

  std::vector<LineWord> Read() {
    for (size_t pos = 0; pos < line_.size();) {
      if (const size_t end = PlainEnd(line_, pos); end > pos) {
        Extend(pos, line_.substr(pos, end - pos), end - pos);
        pos = end;
        continue;
      }
      const Char c = CharAt(line_, pos);
      if (IsWordChar(c)) {
        Extend(pos, line_.substr(pos, c.length), c.length);
      } else if (IsInnerApostrophe(line_, pos, c)) {
        Extend(pos, "'", c.length);
      } else if (c.code == kCopyright) {
        open_ = false;
        Extend(pos, line_.substr(pos, c.length), c.length);
        open_ = false;
      } else {
        Mark(c);
      }
      pos += c.length;
    }
    return std::move(words_);
  }

 private:
  void Extend(size_t pos, absl::string_view bytes, size_t length) {
    if (!open_) {
      words_.emplace_back();
      words_.back().span.begin = static_cast<uint32_t>(pos);
      words_.back().quoted = quoted_;
      open_ = true;
    }
    LineWord& word = words_.back();
    for (const char c : bytes) word.text.push_back(absl::ascii_tolower(c));
    word.span.end = static_cast<uint32_t>(pos + length);
  }

  void Mark(const Char& c) {
    open_ = false;
    if (c.Is(CharClass::kQuote)) quoted_ = !quoted_;
    if (c.code == U'“') quoted_ = true;
    if (c.code == U'”') quoted_ = false;
  }

  absl::string_view line_;
  std::vector<LineWord> words_;
  bool open_ = false;
  bool quoted_ = false;
};

}  // namespace

std::vector<LineWord> WordsOf(absl::string_view line) {
  return WordReader(line).Read();
}

bool SameWords(absl::string_view a, absl::string_view b) {
  const std::vector<LineWord> left = WordsOf(a), right = WordsOf(b);
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const LineWord& x, const LineWord& y) { return x.text == y.text; });
}

bool IsNumber(absl::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), absl::ascii_isdigit);
}

}  // namespace concord
