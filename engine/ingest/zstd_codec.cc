// Zstandard, by its reference library.

#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"
#include "engine/ingest/codec.h"

namespace concord {
namespace {

constexpr absl::string_view kSignature = "\x28\xB5\x2F\xFD";

// A frame that decoders skip begins with one of 16 bytes and these.
constexpr absl::string_view kSkippable = "\x2A\x4D\x18";

// The least n with 2^n >= bytes.
int LogOf(uint64_t bytes) {
  int log = 0;
  while (log < 62 && (uint64_t{1} << log) < bytes) ++log;
  return log;
}

class ZstdCodec : public Codec {
 public:
  explicit ZstdCodec(const Limits& limits)
      : limits_(limits), stream_(ZSTD_createDCtx()) {
    if (stream_ == nullptr) return;
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax,
                           LogOf(limits.max_window_bytes));
  }
  ~ZstdCodec() override { ZSTD_freeDCtx(stream_); }

  absl::string_view name() const override { return "Zstandard data"; }

  void Begin() override {
    if (stream_ != nullptr) ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only);
    wanted_ = 1;
  }

  absl::StatusOr<bool> Decode(absl::string_view& data,
                              absl::Span<char>& room) override {
    if (stream_ == nullptr) return NoMemory();
    // A call that fails gives nothing back: so no more than a block a call.
    ZSTD_inBuffer in = {data.data(), std::min(data.size(), wanted_), 0};
    ZSTD_outBuffer out = {room.data(), room.size(), 0};
    const size_t result = ZSTD_decompressStream(stream_, &out, &in);
    data.remove_prefix(in.pos);
    room.remove_prefix(out.pos);
    if (ZSTD_isError(result)) return Explain(result);
    wanted_ = std::max<size_t>(result, 1);
    return result == 0;
  }

  absl::string_view signature() const override { return kSignature; }

  bool MayBegin(absl::string_view data) const override {
    data = data.substr(0, kSignature.size());
    if (absl::StartsWith(kSignature, data)) return true;
    return (data[0] & 0xF0) == 0x50 &&
           absl::StartsWith(kSkippable, data.substr(1));
  }

 private:
  static absl::Status NoMemory() {
    return absl::ResourceExhaustedError(
        "no memory to unpack the data: give the content itself");
  }

  absl::Status Explain(size_t result) const {
    switch (ZSTD_getErrorCode(result)) {
      case ZSTD_error_frameParameter_windowTooLarge:
        return absl::ResourceExhaustedError(absl::StrCat(
            "asks for a window of more than the limit of ",
            limits_.max_window_bytes,
            " bytes (max_window_bytes): pack it without --long or --ultra, or "
            "raise the limit"));
      case ZSTD_error_memory_allocation:
        return NoMemory();
      case ZSTD_error_dictionary_wrong:
        return absl::UnimplementedError(
            "needs a dictionary, which is not read: pack it without one");
      default:
        return absl::DataLossError(ZSTD_getErrorName(result));
    }
  }

  const Limits& limits_;
  ZSTD_DCtx* const stream_;  // null where there is no memory
  size_t wanted_ = 1;        // bytes of data that the next step is after
};

}  // namespace

std::unique_ptr<Codec> MakeZstdCodec(const Limits& limits) {
  return std::make_unique<ZstdCodec>(limits);
}

}  // namespace concord
