// The content of packed data as a stream of bytes.
//
// Example:
//   UnpackReader content(in, Packing::kGzip, limits);
//   absl::StatusOr<absl::string_view> chunk = content.Next();

#ifndef CONCORD_ENGINE_INGEST_UNPACK_READER_H_
#define CONCORD_ENGINE_INGEST_UNPACK_READER_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"

namespace concord {

// Unpacks one part after the other, as gzip(1) and zstd(1) do, and passes over
// zeros behind the last one, with which tapes and archives are padded.
//
// All content before some trouble is returned before the trouble is, whose
// message says what it is, where in the packed data and what to do:
// - DATA_LOSS where the data are cut short or damaged. Checksums stand at the
//   end of a part: content shortly before the damage may be damaged too.
// - RESOURCE_EXHAUSTED where the content is longer than max_inflated_bytes, or
//   longer than max_inflate_ratio times the data read for it, or where the data
//   ask for a window over max_window_bytes.
// - UNIMPLEMENTED where the data are of a kind that is not read.
// - What `in` says.
//
// Memory is two chunks and the codec's window (deflate 32 KiB, Brotli 16 MiB at
// most), whatever the data.
class UnpackReader : public ByteSource {
 public:
  // `in` and `limits` must outlive this. REQUIRES: packing is not kNone.
  UnpackReader(ByteSource& in, Packing packing, const Limits& limits);

  std::optional<uint64_t> NextSeam(uint64_t from) override;
  bool Recover() override;

 protected:
  absl::StatusOr<bool> Fill(std::string& buffer) override;

 private:
  // Decodes what is at hand into `room`, after having more data read where none
  // is.
  absl::Status Advance(absl::Span<char>& room);
  // Puts the next data behind what is at hand; sets in_ended_ at their end.
  absl::Status Refill();
  // Between parts: begins the next one, or ends after the last.
  absl::Status BeginPart();
  // The greatest length of the content for the data read so far.
  uint64_t Allowed() const;
  absl::Status LimitMet() const;
  absl::Status Damaged(absl::string_view how, absl::string_view detail) const;

  // Bytes of the packed data taken so far.
  uint64_t Consumed() const { return received_ - data_.size(); }

  ByteSource& in_;
  const Limits& limits_;
  const std::unique_ptr<Codec> codec_;
  absl::string_view data_;      // at hand, not yet taken
  std::string joined_;          // holds data_ where it is not one chunk of in_
  absl::Status trouble_;        // met behind what was returned
  uint64_t received_ = 0;       // bytes of the data, from `in`
  uint64_t produced_ = 0;       // bytes of the content, made
  uint64_t returned_ = 0;       // and handed out
  uint64_t part_begin_ = 0;     // of the part decoded last, in the data
  std::deque<uint64_t> seams_;  // of the chunk handed out last, and behind it
  bool in_part_ = false;        // from a part's first byte to its checksum
  bool in_ended_ = false;
  bool ended_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_UNPACK_READER_H_
