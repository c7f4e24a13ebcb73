#include "engine/ingest/http_payload.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"
#include "engine/ingest/header_block.h"
#include "engine/ingest/unpack_reader.h"

namespace concord {
namespace {

// Takes "1a;name=value\r\n" off `body`; false where there is no such line.
bool TakeChunkSize(absl::string_view& body, uint64_t& size) {
  const size_t end = body.find('\n');
  if (end == absl::string_view::npos) return false;
  const absl::string_view line = body.substr(0, end);
  const absl::string_view digits =
      absl::StripAsciiWhitespace(line.substr(0, line.find(';')));
  if (!absl::SimpleHexAtoi(digits, &size)) return false;
  if (absl::StartsWith(digits, "0x") || absl::StartsWith(digits, "0X")) {
    return false;
  }
  body.remove_prefix(end + 1);
  return true;
}

HttpPayload Dechunk(absl::string_view body) {
  HttpPayload payload;
  uint64_t size = 0;
  while (TakeChunkSize(body, size)) {
    if (size == 0) return payload;
    const absl::string_view chunk = body.substr(0, size);
    payload.bytes.append(chunk.data(), chunk.size());
    body.remove_prefix(chunk.size());
    const size_t line_break = body.find_first_not_of("\r\n");
    body.remove_prefix(std::min({line_break, body.size(), size_t{2}}));
  }
  payload.status = absl::DataLossError("its chunks break off");
  return payload;
}

bool IsChunked(absl::string_view body, const HeaderBlock& headers) {
  uint64_t size = 0;
  return absl::StrContains(
             absl::AsciiStrToLower(headers.Find("Transfer-Encoding")),
             "chunked") &&
         TakeChunkSize(body, size);
}

// RFC 1950, 2.2: the method, and a header that 31 divides.
bool HasZlibHeader(absl::string_view data) {
  if (data.size() < 2) return false;
  const auto first = static_cast<unsigned char>(data[0]);
  const auto second = static_cast<unsigned char>(data[1]);
  return (first & 0x0F) == 8 && (first * 256 + second) % 31 == 0;
}

// How `data` are packed that are said to be coded so.
absl::StatusOr<Packing> PackingOf(absl::string_view coding,
                                  absl::string_view data) {
  if (coding.empty() || coding == "identity") return Packing::kNone;
  if (coding == "gzip" || coding == "x-gzip" || coding == "zstd") {
    return TellPacking(data);
  }
  if (coding == "deflate") {
    return HasZlibHeader(data) ? Packing::kZlib : Packing::kRawDeflate;
  }
  if (coding == "br") return Packing::kBrotli;
  return absl::UnimplementedError(
      absl::StrCat("its content coding is '", coding,
                   "', which is not read: give it in gzip, deflate, br, zstd "
                   "or none"));
}

HttpPayload Unpack(absl::string_view data, Packing packing,
                   const Limits& limits) {
  HttpPayload payload;
  StringSource source(data);
  UnpackReader content(source, packing, limits);
  payload.status = ReadRest(content, limits.max_record_bytes, payload.bytes);
  return payload;
}

}  // namespace

int HttpStatusOf(absl::string_view line) {
  if (!absl::StartsWithIgnoreCase(line, "HTTP/")) return 0;
  const size_t space = line.find(' ');
  if (space == absl::string_view::npos) return 0;
  int status = 0;
  return absl::SimpleAtoi(line.substr(space + 1, 3), &status) ? status : 0;
}

HttpPayload DecodeHttpBody(std::string body, const HeaderBlock& headers,
                           const Limits& limits) {
  HttpPayload payload;
  if (IsChunked(body, headers)) {
    payload = Dechunk(body);
  } else {
    payload.bytes = std::move(body);
  }
  const absl::StatusOr<Packing> packing = PackingOf(
      absl::AsciiStrToLower(headers.Find("Content-Encoding")), payload.bytes);
  if (!packing.ok()) {
    payload.status = packing.status();
    return payload;
  }
  if (*packing == Packing::kNone) return payload;
  HttpPayload unpacked = Unpack(payload.bytes, *packing, limits);
  // Bare deflate and Brotli have no signature that would tell them from what a
  // crawler unpacked and kept under its old header.
  const bool unsigned_data =
      *packing == Packing::kRawDeflate || *packing == Packing::kBrotli;
  if (unsigned_data && unpacked.bytes.empty() && !unpacked.status.ok()) {
    return payload;
  }
  return unpacked;
}

}  // namespace concord
