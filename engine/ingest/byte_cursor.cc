#include "engine/ingest/byte_cursor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"

namespace concord {

absl::StatusOr<absl::string_view> ByteCursor::Peek() {
  if (chunk_.empty()) {
    CONCORD_ASSIGN_OR_RETURN(chunk_, in_.Next());
  }
  const std::optional<uint64_t> seam = in_.NextSeam(offset_ + 1);
  return seam ? chunk_.substr(0, *seam - offset_) : chunk_;
}

void ByteCursor::Take(size_t count) {
  chunk_.remove_prefix(count);
  offset_ += count;
}

bool ByteCursor::AtPart() {
  // Where the chunk ends inside the mark, so much of it has to do.
  return in_.NextSeam(offset_) == offset_ &&
         absl::StartsWith(mark_, chunk_.substr(0, mark_.size()));
}

absl::StatusOr<bool> ByteCursor::ReadLine(size_t limit, std::string& line) {
  line.clear();
  const uint64_t begin = offset_;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view bytes, Peek());
    if (bytes.empty()) return offset_ > begin;
    if (offset_ > begin && AtPart()) return true;
    const size_t end = bytes.find('\n');
    const absl::string_view piece = bytes.substr(0, end);
    line.append(piece.data(), std::min(piece.size(), limit - line.size()));
    Take(std::min(end, bytes.size() - 1) + 1);
    if (end != absl::string_view::npos) break;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

}  // namespace concord
