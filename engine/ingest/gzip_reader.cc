#include "engine/ingest/gzip_reader.h"

// Has zlib promise not to write to its input.
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/limits.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/byte_source.h"

namespace concord {
namespace {

// For inflateInit2: the largest window, in gzip's wrapping.
constexpr int kGzipWindowBits = MAX_WBITS + 16;

constexpr Bytef kFirstMagicByte = 0x1F;

absl::Status NoMemory() {
  return absl::ResourceExhaustedError(
      "no memory to inflate gzip data: give the content itself");
}

}  // namespace

struct GzipReader::State {
  State() : usable(inflateInit2(&stream, kGzipWindowBits) == Z_OK) {}
  ~State() { inflateEnd(&stream); }

  z_stream stream = {};
  const bool usable;  // false where there is no memory
};

GzipReader::GzipReader(ByteSource& in, const Limits& limits)
    : in_(in), limits_(limits), state_(std::make_unique<State>()) {
  if (!state_->usable) trouble_ = NoMemory();
}

GzipReader::~GzipReader() = default;

absl::StatusOr<bool> GzipReader::Fill(std::string& buffer) {
  const size_t have = buffer.size();
  z_stream& stream = state_->stream;
  buffer.resize(kChunkBytes);
  stream.next_out = reinterpret_cast<Bytef*>(&buffer[have]);
  stream.avail_out = static_cast<uInt>(kChunkBytes - have);
  while (trouble_.ok() && !ended_ && stream.avail_out > 0) {
    trouble_ = Advance();
  }
  const uint64_t got = kChunkBytes - have - stream.avail_out;
  const uint64_t kept = std::min(got, Allowed() - inflated_);
  if (kept < got) trouble_ = LimitMet();
  buffer.resize(have + kept);
  inflated_ += kept;
  if (kept == 0) CONCORD_RETURN_IF_ERROR(trouble_);
  return kept > 0;
}

absl::Status GzipReader::Advance() {
  z_stream& stream = state_->stream;
  if (stream.avail_in == 0 && !in_ended_) CONCORD_RETURN_IF_ERROR(Refill());
  if (!in_member_) return BeginMember();
  switch (inflate(&stream, Z_NO_FLUSH)) {
    case Z_OK:
      return absl::OkStatus();
    case Z_STREAM_END:
      in_member_ = false;
      inflateReset(&stream);
      return absl::OkStatus();
    case Z_BUF_ERROR:  // it needs more data
      return in_ended_ ? Damaged("cut short") : absl::OkStatus();
    case Z_MEM_ERROR:
      return NoMemory();
    default:
      return Damaged("damaged");
  }
}

absl::Status GzipReader::Refill() {
  CONCORD_ASSIGN_OR_RETURN(const absl::string_view chunk, in_.Next());
  in_ended_ = chunk.empty();
  received_ += chunk.size();
  state_->stream.next_in = reinterpret_cast<const Bytef*>(chunk.data());
  state_->stream.avail_in = static_cast<uInt>(chunk.size());
  return absl::OkStatus();
}

absl::Status GzipReader::BeginMember() {
  z_stream& stream = state_->stream;
  const Bytef* const end = stream.next_in + stream.avail_in;
  stream.next_in =
      std::find_if(stream.next_in, end, [](Bytef byte) { return byte != 0; });
  stream.avail_in = static_cast<uInt>(end - stream.next_in);
  if (stream.avail_in == 0) {
    ended_ = in_ended_;
    return absl::OkStatus();
  }
  in_member_ = *stream.next_in == kFirstMagicByte;
  if (in_member_) return absl::OkStatus();
  return Damaged("followed by something else");
}

uint64_t GzipReader::Allowed() const {
  const uint64_t by_ratio = std::max(limits_.inflate_ratio_from_bytes,
                                     limits_.max_inflate_ratio * Consumed());
  return std::min(limits_.max_inflated_bytes, by_ratio);
}

absl::Status GzipReader::LimitMet() const {
  const std::string what = absl::StrCat(
      "after ", Consumed(), " bytes of gzip data the content is longer than ");
  if (Allowed() == limits_.max_inflated_bytes) {
    return absl::ResourceExhaustedError(absl::StrCat(
        what, "the limit of ", limits_.max_inflated_bytes,
        " bytes a file (max_inflated_bytes): what comes before is kept; split "
        "it, or raise the limit"));
  }
  return absl::ResourceExhaustedError(absl::StrCat(
      what, limits_.max_inflate_ratio,
      " times that (max_inflate_ratio), which no text is: what comes before is "
      "kept; give the content itself if it is meant, or raise the limit"));
}

absl::Status GzipReader::Damaged(absl::string_view how) const {
  const char* const detail = state_->stream.msg;
  return absl::DataLossError(
      absl::StrCat("gzip data ", how, " at byte ", Consumed(),
                   detail == nullptr ? "" : absl::StrCat(" (", detail, ")"),
                   ": what comes before is kept; get the file again"));
}

uint64_t GzipReader::Consumed() const {
  return received_ - state_->stream.avail_in;
}

}  // namespace concord
