#include "engine/ingest/byte_source.h"

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/status_macros.h"

namespace concord {

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(peeked_, other.peeked_);
  buffer_.swap(other.buffer_);
  return *this;
}

absl::StatusOr<absl::string_view> ByteSource::Next() {
  if (peeked_) {
    peeked_ = false;
    if (!buffer_.empty()) return buffer_;
  }
  buffer_.clear();
  CONCORD_RETURN_IF_ERROR(Fill(buffer_).status());
  return buffer_;
}

absl::StatusOr<absl::string_view> ByteSource::Peek() {
  peeked_ = true;
  while (buffer_.size() < kChunkBytes) {
    const absl::StatusOr<bool> more = Fill(buffer_);
    if (!more.ok() && buffer_.empty()) return more.status();
    if (!more.ok() || !*more) break;
  }
  return buffer_;
}

absl::StatusOr<bool> StringSource::Fill(std::string& buffer) {
  const absl::string_view taken = bytes_.substr(0, kChunkBytes - buffer.size());
  buffer.append(taken.data(), taken.size());
  bytes_.remove_prefix(taken.size());
  return !taken.empty();
}

absl::Status ReadRest(ByteSource& in, size_t limit, std::string& bytes) {
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view chunk, in.Next());
    if (chunk.empty()) return absl::OkStatus();
    if (chunk.size() > limit - bytes.size()) {
      return absl::OutOfRangeError("longer than the limit");
    }
    bytes.append(chunk.data(), chunk.size());
  }
}

}  // namespace concord
