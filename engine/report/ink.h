// Colour for a terminal, where it is wanted.

#ifndef CONCORD_ENGINE_REPORT_INK_H_
#define CONCORD_ENGINE_REPORT_INK_H_

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

// Wraps text in the codes of a terminal, or leaves it as it is. Texts of
// others pass through SafeText before they come here.
class Ink {
 public:
  static Ink Plain() { return Ink(false); }
  static Ink Colour() { return Ink(true); }

  std::string Heading(absl::string_view text) const { return In("1", text); }
  std::string High(absl::string_view text) const { return In("1;31", text); }
  std::string Strong(absl::string_view text) const { return In("1", text); }
  std::string Agreed(absl::string_view text) const { return In("32", text); }
  std::string Differs(absl::string_view text) const { return In("31", text); }
  std::string Marked(absl::string_view text) const { return In("33", text); }
  std::string Soft(absl::string_view text) const { return In("2", text); }

 private:
  explicit Ink(bool colour) : colour_(colour) {}

  std::string In(absl::string_view code, absl::string_view text) const {
    if (!colour_) return std::string(text);
    return absl::StrCat("\x1B[", code, "m", text, "\x1B[0m");
  }

  bool colour_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_INK_H_
