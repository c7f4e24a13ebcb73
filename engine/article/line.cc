#include "engine/article/line.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/text/character.h"

namespace concord {
namespace {

// Widths between which prose is wrapped by hand.
constexpr size_t kNarrowestWrap = 40;
constexpr size_t kWidestWrap = 120;

// The mark that closes the span as a sentence, brackets and quotation marks
// after it left out; 0 where there is none.
char32_t ClosingStop(absl::string_view text, ByteSpan span) {
  size_t end = span.end;
  while (end > span.begin) {
    const Char c = CharBefore(text, end);
    if (c.Is(CharClass::kStop)) return c.code;
    const bool closes = c.Is(CharClass::kCloseQuote) ||
                        c.Is(CharClass::kQuote) ||
                        c.Is(CharClass::kApostrophe) || c.Is(CharClass::kClose);
    if (!closes) return 0;
    end -= c.length;
  }
  return 0;
}

size_t CountWords(absl::string_view words) {
  size_t count = 0;
  bool inside = false;
  for (const char c : words) {
    const bool space = absl::ascii_isspace(c);
    count += !space && !inside;
    inside = !space;
  }
  return count;
}

size_t FirstWordLength(absl::string_view line) {
  return std::min(line.find_first_of(" \t"), line.size());
}

// Lines without a blank one between them were one paragraph, wrapped by hand,
// if no line but the last could have taken the next one's first word, and the
// paragraph goes on in lower case somewhere. A list of headlines does neither.
bool IsWrapped(absl::string_view text, absl::Span<const Line> block) {
  if (block.size() < 2 || !block.back().ends_in_stop()) return false;
  size_t widest = 0;
  for (const Line& line : block) {
    widest = std::max<size_t>(widest, line.span.size());
  }
  if (widest < kNarrowestWrap || widest > kWidestWrap) return false;
  bool goes_on = false;
  for (size_t i = 0; i + 1 < block.size(); ++i) {
    const absl::string_view next = Slice(text, block[i + 1].span);
    if (block[i].span.size() + 1 + FirstWordLength(next) <= widest) {
      return false;
    }
    goes_on |= CharAt(next, 0).IsLower();
  }
  return goes_on;
}

size_t LineEnd(absl::string_view text, size_t begin) {
  return std::min(text.find_first_of("\r\n", begin), text.size());
}

// Position after the line break at text[pos]: CR, LF or both.
size_t AfterBreak(absl::string_view text, size_t pos) {
  return pos + (text.substr(pos, 2) == "\r\n" ? 2 : 1);
}

}  // namespace

Line LineAt(absl::string_view text, ByteSpan span) {
  const size_t begin = SkipSpace(text, span.begin, span.end);
  const size_t end = TrimSpace(text, begin, span.end);
  Line line;
  line.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  line.words = CountWords(Slice(text, line.span));
  line.stop = ClosingStop(text, line.span);
  return line;
}

std::vector<Line> SplitPrintedLines(absl::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = LineEnd(text, begin);
    Line line = LineAt(
        text, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = AfterBreak(text, end);
    if (line.span.empty()) {
      if (!lines.empty()) lines.back().before_blank = true;
      blank = true;
      continue;
    }
    line.after_blank = blank;
    blank = false;
    lines.push_back(line);
  }
  if (!lines.empty()) lines.back().before_blank = true;
  return lines;
}

std::vector<Line> SplitLines(absl::string_view text) {
  const std::vector<Line> printed = SplitPrintedLines(text);
  std::vector<Line> lines;
  for (size_t first = 0, end = 0; first < printed.size(); first = end) {
    while (!printed[end++].before_blank) {
    }
    const auto block = absl::MakeConstSpan(printed).subspan(first, end - first);
    if (IsWrapped(text, block)) {
      Line joined =
          LineAt(text, {block.front().span.begin, block.back().span.end});
      joined.after_blank = joined.before_blank = true;
      lines.push_back(joined);
    } else {
      lines.insert(lines.end(), block.begin(), block.end());
    }
  }
  return lines;
}

}  // namespace concord
