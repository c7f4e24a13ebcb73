#include "engine/text/line_break.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/string_view.h"
#include "engine/text/character.h"
#include "engine/text/list_label.h"

namespace concord {
namespace {

// Lines narrower than this are not prose wrapped by hand: a list of words, a
// menu, an address.
constexpr size_t kNarrowestProse = 30;
// Nor are lines wider than this.
constexpr size_t kWidestProse = 160;

// Begin of the words of the line that ends at text[newline].
size_t LineBegin(absl::string_view text, size_t newline) {
  const size_t before =
      newline == 0 ? text.npos : text.rfind('\n', newline - 1);
  return SkipSpace(text, before == text.npos ? 0 : before + 1, newline);
}

size_t LineEnd(absl::string_view text, size_t pos) {
  return std::min(text.find('\n', pos), text.size());
}

size_t WordLength(absl::string_view text, size_t pos, size_t limit) {
  const size_t end = std::min(text.size(), pos + limit);
  return std::min(text.find_first_of(" \t\r\n", pos), end) - pos;
}

bool EndsInStop(absl::string_view text, size_t begin, size_t end) {
  end = TrimSpace(text, begin, end);
  while (end > begin) {
    const Char c = CharBefore(text, end);
    if (c.Is(CharClass::kStop)) return true;
    const bool closes = c.Is(CharClass::kCloseQuote) ||
                        c.Is(CharClass::kQuote) ||
                        c.Is(CharClass::kApostrophe) || c.Is(CharClass::kClose);
    if (!closes) return false;
    end -= c.length;
  }
  return false;
}

bool BeginsListItem(absl::string_view text, size_t pos) {
  if (LabelAt(text, pos).has_value()) return true;
  const Char c = CharAt(text, pos);
  const bool dash = c.Is(CharClass::kDash) || c.code == '*';
  return dash && CharAt(text, pos + c.length).IsSpace();
}

}  // namespace

bool LineBreaks::EndSentence(size_t begin, size_t end) {
  const size_t newline = text_.substr(0, end).find('\n', begin);
  if (newline == text_.npos) return false;
  if (text_.substr(0, end).find('\n', newline + 1) != text_.npos) return true;
  if (end == text_.size() || BeginsListItem(text_, end)) return true;
  if (newline >= block_.end) ReadBlock(newline);
  return !IsWrapped(newline, end);
}

void LineBreaks::ReadBlock(size_t pos) {
  block_ = {};
  size_t begin = LineBegin(text_, pos);
  size_t end = begin;
  while (begin < text_.size()) {
    end = LineEnd(text_, begin);
    begin = SkipSpace(text_, begin, end);
    const size_t trimmed = TrimSpace(text_, begin, end);
    if (trimmed == begin) break;
    block_.widest = std::max(block_.widest, trimmed - begin);
    block_.ends_in_stop = EndsInStop(text_, begin, trimmed);
    begin = end + 1;
  }
  block_.end = std::max(end, pos + 1);
}

bool LineBreaks::IsWrapped(size_t newline, size_t next) const {
  const size_t begin = LineBegin(text_, newline);
  const size_t width = TrimSpace(text_, begin, newline) - begin;
  if (CharAt(text_, next).IsLower()) {
    return block_.ends_in_stop || block_.widest >= kNarrowestProse;
  }
  if (block_.widest < kNarrowestProse || block_.widest > kWidestProse) {
    return false;
  }
  return width + 1 + WordLength(text_, next, kWidestProse) > block_.widest;
}

}  // namespace concord
