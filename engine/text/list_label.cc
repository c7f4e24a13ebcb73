#include "engine/text/list_label.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/text/character.h"

namespace concord {
namespace {

constexpr size_t kMaxDigits = 3;

bool HasByte(absl::string_view text, size_t pos, char byte) {
  return pos < text.size() && text[pos] == byte;
}

// Reads the number or letter at text[pos] into `label`; returns its end, or
// `pos` where there is none.
size_t ReadOrdinal(absl::string_view text, size_t pos, ListLabel& label) {
  size_t end = pos;
  while (end < text.size() && end - pos <= kMaxDigits &&
         absl::ascii_isdigit(text[end])) {
    label.value = label.value * 10 + static_cast<uint32_t>(text[end++] - '0');
  }
  if (end - pos > kMaxDigits) return pos;
  if (end == pos && pos < text.size() && absl::ascii_islower(text[pos])) {
    label.letter = true;
    label.value = static_cast<uint32_t>(text[end++] - 'a') + 1;
  }
  return end;
}

// Reads the label's closing marks at text[pos]; returns their end, or `pos`
// where there are none.
size_t ReadMarks(absl::string_view text, size_t pos, ListLabel& label) {
  if (HasByte(text, pos, ')')) {
    label.style = ListLabel::Style::kBracket;
    return pos + 1;
  }
  if (!HasByte(text, pos, '.')) return pos;
  const bool bracket = HasByte(text, pos + 1, ')');
  label.style =
      bracket ? ListLabel::Style::kStopBracket : ListLabel::Style::kStop;
  return bracket ? pos + 2 : pos + 1;
}

bool SpaceFollows(absl::string_view text, size_t pos) {
  return CharAt(text, pos).IsSpace() && pos < text.size();
}

std::optional<ListLabel> NumberedLabelAt(absl::string_view text, size_t pos) {
  ListLabel label;
  label.begin = pos;
  const size_t ordinal_end = ReadOrdinal(text, pos, label);
  if (ordinal_end == pos) return std::nullopt;
  label.end = ReadMarks(text, ordinal_end, label);
  if (label.end == ordinal_end || !SpaceFollows(text, label.end)) {
    return std::nullopt;
  }
  return label;
}

}  // namespace

bool ListLabel::Follows(const ListLabel& previous) const {
  if (style != previous.style || letter != previous.letter) return false;
  return value == previous.value + (style == Style::kBullet ? 0 : 1);
}

bool IsBullet(char32_t code) {
  switch (code) {
    case U'•':
    case U'‣':
    case U'⁃':
    case U'◦':
    case U'▪':
    case U'●':
    case U'■':
    case U'►':
    case U'▶':
      return true;
    default:
      return false;
  }
}

std::optional<ListLabel> LabelAt(absl::string_view text, size_t pos) {
  const Char first = CharAt(text, pos);
  if (!IsBullet(first.code)) return NumberedLabelAt(text, pos);
  ListLabel label;
  label.value = first.code;
  label.begin = pos;
  label.end = pos + first.length;
  const size_t after = SkipSpace(text, label.end, text.size());
  const std::optional<ListLabel> number = NumberedLabelAt(text, after);
  if (number.has_value() && !number->letter) label.end = number->end;
  return label;
}

std::optional<ListLabel> LabelAround(absl::string_view text, size_t mark) {
  size_t begin = mark;
  if (begin > 0 && text[begin] == ')' && text[begin - 1] == '.') --begin;
  while (begin > 0 && mark - begin <= kMaxDigits + 1 &&
         absl::ascii_isalnum(text[begin - 1])) {
    --begin;
  }
  if (!CharBefore(text, begin).IsSpace()) return std::nullopt;
  std::optional<ListLabel> label = NumberedLabelAt(text, begin);
  if (label.has_value() && label->end <= mark) return std::nullopt;
  return label;
}

}  // namespace concord
