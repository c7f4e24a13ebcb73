// Article text made safe for a terminal.

#ifndef CONCORD_ENGINE_REPORT_SAFE_TEXT_H_
#define CONCORD_ENGINE_REPORT_SAFE_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// `text` on one line, with every run of white space as one space and every
// character that could steer a terminal or turn the line's direction (C0, DEL,
// C1, bidirectional controls, zero-width characters) written as \u{HEX}:
// CWE-150. Bytes that are no UTF-8 become U+FFFD.
std::string SafeText(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_SAFE_TEXT_H_
