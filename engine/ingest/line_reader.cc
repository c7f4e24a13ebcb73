#include "engine/ingest/line_reader.h"

#include <cstddef>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/byte_source.h"

namespace concord {

void LineReader::Keep(absl::string_view piece, Line& line) {
  line.length += piece.size();
  if (line.length > max_bytes_) {
    line.too_long = true;
    kept_.clear();
    kept_.shrink_to_fit();
  } else {
    kept_.append(piece.data(), piece.size());
  }
}

absl::StatusOr<bool> LineReader::Next(Line& line) {
  line = {};
  line.offset = offset_;
  line.number = ++number_;
  kept_.clear();
  size_t end;
  while ((end = chunk_.find('\n')) == absl::string_view::npos) {
    Keep(chunk_, line);
    const absl::StatusOr<absl::string_view> chunk = in_.Next();
    chunk_ = chunk.ok() ? *chunk : "";
    if (chunk_.empty()) {
      offset_ += line.length;
      line.bytes = kept_;
      CONCORD_RETURN_IF_ERROR(chunk.status());
      return line.length > 0;
    }
  }
  if (line.length == 0 && end <= max_bytes_) {  // whole in the chunk: no copy
    line.bytes = chunk_.substr(0, end);
    line.length = end;
  } else {
    Keep(chunk_.substr(0, end), line);
    line.bytes = kept_;
  }
  chunk_.remove_prefix(end + 1);
  offset_ += line.length + 1;
  return true;
}

}  // namespace concord
