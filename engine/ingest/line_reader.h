// Lines of a stream of bytes, however long: a line over the limit is skipped
// and not held.
//
// Example:
//   LineReader lines(in, limits.max_record_bytes);
//   Line line;
//   while (*lines.Next(line)) Use(line.bytes);

#ifndef CONCORD_ENGINE_INGEST_LINE_READER_H_
#define CONCORD_ENGINE_INGEST_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"

namespace concord {

// One line, without its line feed (a carriage return before it stays).
struct Line {
  absl::string_view bytes;  // valid until the next line; empty if `too_long`
  uint64_t offset = 0;      // of its first byte in the stream
  uint64_t length = 0;      // in bytes, also where it was too long to hold
  uint32_t number = 0;      // from 1
  bool too_long = false;
};

// Reads `in` line by line in memory of at most max_bytes and a chunk.
class LineReader {
 public:
  // `in` must outlive this.
  LineReader(ByteSource& in, size_t max_bytes)
      : in_(in), max_bytes_(max_bytes) {}

  // Reads the next line into `line`; false at the end. Where `in` fails, `line`
  // is what there is of it.
  absl::StatusOr<bool> Next(Line& line);

 private:
  // Takes `piece`, a part of the line, over from the chunk.
  void Keep(absl::string_view piece, Line& line);

  ByteSource& in_;
  const size_t max_bytes_;
  absl::string_view chunk_;  // what is left of the chunk read last
  std::string kept_;         // the line's begin, from earlier chunks
  uint64_t offset_ = 0;
  uint32_t number_ = 0;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_LINE_READER_H_
