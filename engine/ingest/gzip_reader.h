// The content of gzip data (RFC 1952) as a stream of bytes.
//
// Example:
//   GzipReader content(in, limits);
//   absl::StatusOr<absl::string_view> chunk = content.Next();

#ifndef CONCORD_ENGINE_INGEST_GZIP_READER_H_
#define CONCORD_ENGINE_INGEST_GZIP_READER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"

namespace concord {

// Inflates one member after the other, as gzip(1) does, and passes over zeros
// behind the last one, with which tapes and archives are padded.
//
// All content before some trouble is returned before the trouble is, whose
// message says what it is, where in the gzip data and what to do:
// - DATA_LOSS where the data are cut short or damaged. Only a member's end has
//   a checksum: content shortly before the damage may be damaged too.
// - RESOURCE_EXHAUSTED where the content is longer than max_inflated_bytes, or
//   longer than max_inflate_ratio times the data read for it.
// - What `in` says.
//
// Memory is a chunk and zlib's window of 32 KiB, whatever the data.
class GzipReader : public ByteSource {
 public:
  // `in` and `limits` must outlive this.
  GzipReader(ByteSource& in, const Limits& limits);
  ~GzipReader() override;

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override;

 private:
  struct State;  // keeps zlib's header out of this one

  // Inflates what is at hand, after having more data read where none is.
  absl::Status Advance();
  // Has the next data read; sets in_ended_ at their end.
  absl::Status Refill();
  // Between members: begins the next one, or ends after the last.
  absl::Status BeginMember();
  // The greatest length of the content for the data read so far.
  uint64_t Allowed() const;
  absl::Status LimitMet() const;
  absl::Status Damaged(absl::string_view how) const;

  // Bytes of the gzip data taken so far.
  uint64_t Consumed() const;

  ByteSource& in_;
  const Limits& limits_;
  const std::unique_ptr<State> state_;
  absl::Status trouble_;    // met behind what was returned
  uint64_t received_ = 0;   // bytes of the data, from `in`
  uint64_t inflated_ = 0;   // bytes of the content
  bool in_member_ = false;  // from a member's header to its checksum
  bool in_ended_ = false;
  bool ended_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_GZIP_READER_H_
