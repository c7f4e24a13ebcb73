#include "engine/report/safe_text.h"

#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "engine/base/utf8.h"

namespace concord {
namespace {

bool IsSpace(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
         code == 0xA0 || code == 0x2028 || code == 0x2029;
}

bool CanSteer(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) ||  // C0, DEL, C1
         (code >= 0x200B && code <= 0x200F) ||  // zero width, direction marks
         (code >= 0x202A && code <= 0x202E) ||  // embeddings, overrides
         (code >= 0x2060 && code <= 0x206F) ||  // isolates, invisible operators
         code == 0xFEFF || code == 0x061C;
}

}  // namespace

std::string SafeText(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  for (size_t pos = 0; pos < text.size();) {
    const size_t length = Utf8SequenceLength(text, pos);
    const char32_t code = length == 0 ? 0xFFFD : DecodeRune(text, pos).code;
    if (IsSpace(code)) {
      pending_space = !out.empty();
      pos += length;
      continue;
    }
    if (pending_space) out.push_back(' ');
    pending_space = false;
    if (length == 0) {
      absl::StrAppend(&out, kReplacement);
    } else if (CanSteer(code)) {
      absl::StrAppendFormat(&out, "\\u{%X}", static_cast<uint32_t>(code));
    } else {
      absl::StrAppend(&out, text.substr(pos, length));
    }
    pos += length == 0 ? 1 : length;
  }
  return out;
}

}  // namespace concord
