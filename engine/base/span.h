// A half-open run of bytes, the engine's inner form of concord.v1.TextSpan.

#ifndef CONCORD_ENGINE_BASE_SPAN_H_
#define CONCORD_ENGINE_BASE_SPAN_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace concord {

// Bytes [begin, end) of some text; which text is the holder's matter. Copied by
// value as desired.
struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(ByteSpan other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool Overlaps(ByteSpan other) const {
    return begin < other.end && other.begin < end;
  }

  friend bool operator==(ByteSpan, ByteSpan) = default;
  // Text order: by begin, then by end.
  friend auto operator<=>(ByteSpan, ByteSpan) = default;
};

// The bytes of `span`. REQUIRES: span lies in text.
inline absl::string_view Slice(absl::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.size());
}

}  // namespace concord

#endif  // CONCORD_ENGINE_BASE_SPAN_H_
