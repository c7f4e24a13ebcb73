// A stream of bytes, taken a line or a number of bytes at a time.
//
// Example:
//   ByteCursor cursor(in, "WARC/");
//   CONCORD_ASSIGN_OR_RETURN(bool more, cursor.ReadLine(limit, line));

#ifndef CONCORD_ENGINE_INGEST_BYTE_CURSOR_H_
#define CONCORD_ENGINE_INGEST_BYTE_CURSOR_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"

namespace concord {

// Not safe for use from two threads at once.
class ByteCursor {
 public:
  // `in` must outlive this. Where its parts matter, they begin with `mark`.
  // REQUIRES: in.Next() was not called.
  ByteCursor(ByteSource& in, absl::string_view mark) : in_(in), mark_(mark) {}

  // Of the next byte, from the begin of the stream.
  uint64_t offset() const { return offset_; }

  // The next bytes, none of them beyond the next seam; empty at the end. Valid
  // until Take() or another call that reads.
  absl::StatusOr<absl::string_view> Peek();

  // Goes past the first `count` of the bytes that Peek() returned.
  void Take(size_t count);

  // Whether a part with the mark begins here; see ByteSource::NextSeam. Only
  // known after Peek().
  bool AtPart();

  // Reads up to the end of a line, of a part or of the stream, and keeps the
  // first `limit` bytes in `line`, without the line break. False at the end.
  absl::StatusOr<bool> ReadLine(size_t limit, std::string& line);

  // After DATA_LOSS: see ByteSource::Recover.
  bool Recover() {
    chunk_ = "";
    return in_.Recover();
  }

 private:
  ByteSource& in_;
  const absl::string_view mark_;
  absl::string_view chunk_;  // what is left of the chunk read last
  uint64_t offset_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_BYTE_CURSOR_H_
