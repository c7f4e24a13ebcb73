// Latin letters without their marks: "Calderón" and "Calderon" are one name,
// whatever the house style.

#ifndef CONCORD_ENGINE_TEXT_LATIN_H_
#define CONCORD_ENGINE_TEXT_LATIN_H_

#include <string>

#include "absl/strings/string_view.h"

namespace concord {

// `text` in lower case, with the letters of Latin-1 and Latin Extended-A
// (U+00C0 to U+017F) as their ASCII base letters: "Þ" is "th", "ß" is "ss", "ŏ"
// is "o". All other characters beyond ASCII pass unchanged, and so do bytes
// that are not UTF-8.
std::string PlainLowerCase(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_LATIN_H_
