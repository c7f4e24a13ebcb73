#include "engine/ingest/header_block.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace concord {

void HeaderBlock::AddLine(absl::string_view line) {
  const bool goes_on = !line.empty() && (line[0] == ' ' || line[0] == '\t');
  if (goes_on && !headers_.empty()) {
    absl::StrAppend(&headers_.back().second, " ",
                    absl::StripAsciiWhitespace(line));
    return;
  }
  const size_t colon = line.find(':');
  if (colon == absl::string_view::npos) return;
  headers_.emplace_back(absl::StripAsciiWhitespace(line.substr(0, colon)),
                        absl::StripAsciiWhitespace(line.substr(colon + 1)));
}

absl::string_view HeaderBlock::Find(absl::string_view name) const {
  for (const auto& [key, value] : headers_) {
    if (absl::EqualsIgnoreCase(key, name)) return value;
  }
  return "";
}

std::string MediaTypeOf(absl::string_view content_type) {
  return absl::AsciiStrToLower(absl::StripAsciiWhitespace(
      content_type.substr(0, content_type.find(';'))));
}

}  // namespace concord
