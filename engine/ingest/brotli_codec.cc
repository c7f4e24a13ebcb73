// Brotli, by its reference library.

#include <brotli/decode.h>

#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/ingest/codec.h"

namespace concord {
namespace {

class BrotliCodec : public Codec {
 public:
  BrotliCodec() { Begin(); }
  ~BrotliCodec() override { BrotliDecoderDestroyInstance(stream_); }

  absl::string_view name() const override { return "Brotli data"; }

  void Begin() override {
    BrotliDecoderDestroyInstance(stream_);
    stream_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  }

  absl::StatusOr<bool> Decode(absl::string_view& data,
                              absl::Span<char>& room) override {
    if (stream_ == nullptr) {
      return absl::ResourceExhaustedError(
          "no memory to unpack the data: give the content itself");
    }
    size_t data_left = data.size(), room_left = room.size();
    auto* next_in = reinterpret_cast<const uint8_t*>(data.data());
    auto* next_out = reinterpret_cast<uint8_t*>(room.data());
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(
        stream_, &data_left, &next_in, &room_left, &next_out, nullptr);
    data.remove_prefix(data.size() - data_left);
    room.remove_prefix(room.size() - room_left);
    if (result == BROTLI_DECODER_RESULT_ERROR) {
      return absl::DataLossError(
          BrotliDecoderErrorString(BrotliDecoderGetErrorCode(stream_)));
    }
    return result == BROTLI_DECODER_RESULT_SUCCESS;
  }

  // Brotli has no signature, and no second part.
  absl::string_view signature() const override { return ""; }
  bool MayBegin(absl::string_view) const override { return true; }

 private:
  BrotliDecoderState* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<Codec> MakeBrotliCodec() {
  return std::make_unique<BrotliCodec>();
}

}  // namespace concord
