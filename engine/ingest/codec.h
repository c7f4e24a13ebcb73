// The ways of packing bytes that are read: one class a way, one call a step.

#ifndef CONCORD_ENGINE_INGEST_CODEC_H_
#define CONCORD_ENGINE_INGEST_CODEC_H_

#include <memory>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/limits.h"

namespace concord {

enum class Packing {
  kNone,
  kGzip,        // RFC 1952
  kZstd,        // RFC 8878
  kZlib,        // RFC 1950; of HTTP payloads alone, like the next two
  kRawDeflate,  // RFC 1951
  kBrotli       // RFC 7932
};

// How a file that begins with `head` is packed: gzip, Zstandard or none.
Packing TellPacking(absl::string_view head);

// `name` without ".gz" or ".zst", in whatever case: what the content is called.
absl::string_view WithoutPackedEnding(absl::string_view name);

// Decodes data that come in parts (gzip calls them members, Zstandard frames),
// each of which can be decoded on its own.
//
// Not safe for use from two threads at once.
class Codec {
 public:
  virtual ~Codec() = default;

  // What the data are called: "gzip data".
  virtual absl::string_view name() const = 0;

  // Makes ready for the first byte of a part.
  virtual void Begin() = 0;

  // Decodes what it can from the front of `data` to the front of `room`, and
  // takes what it used off both. True where the part ends there. Without an end
  // or an error it uses up one of them. An error says what is wrong in a few
  // words: DATA_LOSS; RESOURCE_EXHAUSTED where the data ask for too much memory
  // and UNIMPLEMENTED where they are of a kind that is not read, both with what
  // to do.
  virtual absl::StatusOr<bool> Decode(absl::string_view& data,
                                      absl::Span<char>& room) = 0;

  // The bytes that parts begin with, 3 or 4; empty where data have one part,
  // and what follows it counts for nothing.
  virtual absl::string_view signature() const = 0;

  // Whether `data`, as far as they go, can begin a part, be it one that holds
  // no content.
  virtual bool MayBegin(absl::string_view data) const = 0;
};

// The codec for data that are packed so. `limits` must outlive it.
// REQUIRES: packing is not kNone.
std::unique_ptr<Codec> MakeCodec(Packing packing, const Limits& limits);

// Those that MakeCodec chooses from. `packing` is one of zlib's.
std::unique_ptr<Codec> MakeZlibCodec(Packing packing);
std::unique_ptr<Codec> MakeZstdCodec(const Limits& limits);
std::unique_ptr<Codec> MakeBrotliCodec();

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_CODEC_H_
