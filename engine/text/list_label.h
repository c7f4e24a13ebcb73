// Labels of list items: "1.", "2)", "3.)", "b.", "•", "⁃9.".

#ifndef CONCORD_ENGINE_TEXT_LIST_LABEL_H_
#define CONCORD_ENGINE_TEXT_LIST_LABEL_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace concord {

// A label, read.
struct ListLabel {
  enum class Style : uint8_t { kBullet, kStop, kBracket, kStopBracket };

  Style style = Style::kBullet;
  bool letter = false;  // "b." rather than "2."
  uint32_t value = 0;   // 2 for "2." and "b."; the character of a bullet
  size_t begin = 0;
  size_t end = 0;  // past the label, before the white space

  // True where this label follows `previous` in one list.
  bool Follows(const ListLabel& previous) const;
};

// The label that begins at text[pos], if one does: a bullet, or up to three
// digits or one small letter with a stop, a bracket or both, and then white
// space. A bullet before digits is part of the label.
std::optional<ListLabel> LabelAt(absl::string_view text, size_t pos);

// The label of which text[mark] is the stop or bracket and that stands after
// white space, if there is one.
std::optional<ListLabel> LabelAround(absl::string_view text, size_t mark);

// True for a character that only ever stands before a list item.
bool IsBullet(char32_t code);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_LIST_LABEL_H_
