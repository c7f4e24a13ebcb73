// A half-open run of the tokens of one sentence.

#ifndef CONCORD_ENGINE_CLAIM_TOKEN_RANGE_H_
#define CONCORD_ENGINE_CLAIM_TOKEN_RANGE_H_

#include <cstdint>

namespace concord {

// Tokens [begin, end) by index. Copied by value as desired.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(uint32_t i) const { return begin <= i && i < end; }
  bool Contains(TokenRange other) const {
    return begin <= other.begin && other.end <= end;
  }

  friend bool operator==(TokenRange, TokenRange) = default;
  // Text order: by begin, then by end.
  friend auto operator<=>(TokenRange, TokenRange) = default;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_TOKEN_RANGE_H_
