// Reads a record stream in any of its formats.

#ifndef CONCORD_ENGINE_PIPELINE_STREAM_READER_H_
#define CONCORD_ENGINE_PIPELINE_STREAM_READER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/pipeline/record_format.h"

namespace concord {

// Reads records one by one from bytes it does not own.
//
// Example:
//   StreamReader reader(bytes);
//   for (;;) {
//     CONCORD_ASSIGN_OR_RETURN(auto record, reader.Next());
//     if (!record.has_value()) break;
//     ...
//   }
class StreamReader {
 public:
  // Tells the format from the first bytes: '{' is JSON lines, "record {" is
  // text, anything else is pbs. `bytes` must outlive the reader.
  explicit StreamReader(absl::string_view bytes);

  // The next record; nullopt at the end. A DataLossError, with the offset,
  // where the bytes are cut short or are no record; the reader is then at its
  // end. A record may not be longer than 64 MiB.
  absl::StatusOr<std::optional<v1::Record>> Next();

  // Where the next record begins.
  uint64_t offset() const { return offset_; }

  // The digest that the trailer must state; set when Next has returned it.
  const std::string& trailer_digest() const { return trailer_digest_; }

 private:
  absl::StatusOr<absl::string_view> NextPiece() const;
  absl::Status Parse(absl::string_view piece, v1::Record& record) const;

  absl::string_view bytes_;
  RecordFormat format_;
  uint64_t offset_ = 0;
  RunningDigest digest_;
  std::string trailer_digest_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_STREAM_READER_H_
