#include "engine/ingest/codec.h"

#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/limits.h"

namespace concord {

Packing TellPacking(absl::string_view head) {
  if (absl::StartsWith(head, "\x1F\x8B")) return Packing::kGzip;
  if (absl::StartsWith(head, "\x28\xB5\x2F\xFD")) return Packing::kZstd;
  return Packing::kNone;
}

absl::string_view WithoutPackedEnding(absl::string_view name) {
  for (const absl::string_view ending : {".gz", ".zst"}) {
    if (absl::EndsWithIgnoreCase(name, ending)) {
      return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

std::unique_ptr<Codec> MakeCodec(Packing packing, const Limits& limits) {
  switch (packing) {
    case Packing::kZstd:
      return MakeZstdCodec(limits);
    case Packing::kBrotli:
      return MakeBrotliCodec();
    case Packing::kNone:
    case Packing::kGzip:
    case Packing::kZlib:
    case Packing::kRawDeflate:
      break;
  }
  return MakeZlibCodec(packing);
}

}  // namespace concord
