// Deflate in its three wrappings, by zlib.

// Has zlib promise not to write to its input.
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/ingest/codec.h"

namespace concord {
namespace {

constexpr absl::string_view kGzipSignature = "\x1F\x8B\x08";

// For inflateInit2: the largest window, and how the data are wrapped.
int WindowBitsFor(Packing packing) {
  switch (packing) {
    case Packing::kZlib:
      return MAX_WBITS;
    case Packing::kRawDeflate:
      return -MAX_WBITS;
    default:
      return MAX_WBITS + 16;
  }
}

class ZlibCodec : public Codec {
 public:
  explicit ZlibCodec(Packing packing)
      : gzip_(packing == Packing::kGzip),
        usable_(inflateInit2(&stream_, WindowBitsFor(packing)) == Z_OK) {}
  ~ZlibCodec() override { inflateEnd(&stream_); }

  absl::string_view name() const override {
    return gzip_ ? "gzip data" : "deflate data";
  }

  void Begin() override { inflateReset(&stream_); }

  absl::StatusOr<bool> Decode(absl::string_view& data,
                              absl::Span<char>& room) override {
    if (!usable_) return NoMemory();
    constexpr size_t kMost = std::numeric_limits<uInt>::max();
    const auto data_size = static_cast<uInt>(std::min(data.size(), kMost));
    const auto room_size = static_cast<uInt>(std::min(room.size(), kMost));
    stream_.next_in = reinterpret_cast<const Bytef*>(data.data());
    stream_.avail_in = data_size;
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = room_size;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    data.remove_prefix(data_size - stream_.avail_in);
    room.remove_prefix(room_size - stream_.avail_out);
    switch (result) {
      case Z_OK:
      case Z_BUF_ERROR:  // needs more data, or more room
        return false;
      case Z_STREAM_END:
        return true;
      case Z_MEM_ERROR:
        return NoMemory();
      default:
        return Damaged();
    }
  }

  absl::string_view signature() const override {
    return gzip_ ? kGzipSignature : absl::string_view();
  }

  bool MayBegin(absl::string_view data) const override {
    return !gzip_ || absl::StartsWith(kGzipSignature, data.substr(0, 3));
  }

 private:
  static absl::Status NoMemory() {
    return absl::ResourceExhaustedError(
        "no memory to unpack the data: give the content itself");
  }

  absl::Status Damaged() const {
    return absl::DataLossError(stream_.msg == nullptr ? "damaged"
                                                      : stream_.msg);
  }

  const bool gzip_;
  z_stream stream_ = {};
  const bool usable_;  // false where there is no memory
};

}  // namespace

std::unique_ptr<Codec> MakeZlibCodec(Packing packing) {
  return std::make_unique<ZlibCodec>(packing);
}

}  // namespace concord
