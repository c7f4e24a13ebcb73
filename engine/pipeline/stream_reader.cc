#include "engine/pipeline/stream_reader.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

constexpr uint32_t kMaxRecordBytes = 64 << 20;
constexpr int kMaxNesting = 32;

RecordFormat TellFormat(absl::string_view bytes) {
  if (absl::StartsWith(bytes, "{")) return RecordFormat::kJsonl;
  if (absl::StartsWith(bytes, "record {")) return RecordFormat::kTxtpb;
  return RecordFormat::kPbs;
}

// The length prefix and the message at the begin of `rest`.
absl::StatusOr<absl::string_view> PbsPiece(absl::string_view rest) {
  const auto* data = reinterpret_cast<const uint8_t*>(rest.data());
  const int head = static_cast<int>(std::min<size_t>(rest.size(), 10));
  google::protobuf::io::CodedInputStream in(data, head);
  uint32_t size = 0;
  if (!in.ReadVarint32(&size)) return absl::DataLossError("no record length");
  if (size > kMaxRecordBytes) {
    return absl::DataLossError(
        absl::StrCat("a record of ", size, " bytes; the limit is ",
                     kMaxRecordBytes, ": this is no record stream"));
  }
  const size_t prefix = static_cast<size_t>(in.CurrentPosition());
  if (rest.size() - prefix < size) {
    return absl::DataLossError("the stream ends inside a record");
  }
  return rest.substr(0, prefix + size);
}

// Up to and including the first `end`, which a whole piece has.
absl::StatusOr<absl::string_view> PieceEndingWith(absl::string_view rest,
                                                  absl::string_view end) {
  const size_t pos = rest.find(end);
  if (pos == absl::string_view::npos) {
    return absl::DataLossError("the stream ends inside a record");
  }
  return rest.substr(0, pos + end.size());
}

bool ParsePbs(absl::string_view piece, v1::Record& record) {
  google::protobuf::io::CodedInputStream in(
      reinterpret_cast<const uint8_t*>(piece.data()),
      static_cast<int>(piece.size()));
  in.SetRecursionLimit(kMaxNesting);
  uint32_t size = 0;
  return in.ReadVarint32(&size) && record.ParseFromCodedStream(&in) &&
         in.ConsumedEntireMessage();
}

bool ParseText(absl::string_view piece, v1::Record& record) {
  // Strip the "record {" and "}" that hold the fields.
  const size_t open = piece.find('{') + 1;
  const absl::string_view fields = piece.substr(open, piece.rfind('}') - open);
  google::protobuf::TextFormat::Parser parser;
  parser.SetRecursionLimit(kMaxNesting);
  return parser.ParseFromString(std::string(fields), &record);
}

}  // namespace

StreamReader::StreamReader(absl::string_view bytes)
    : bytes_(bytes), format_(TellFormat(bytes)) {}

absl::StatusOr<absl::string_view> StreamReader::NextPiece() const {
  const absl::string_view rest = bytes_.substr(offset_);
  switch (format_) {
    case RecordFormat::kPbs:
      return PbsPiece(rest);
    case RecordFormat::kJsonl:
      return PieceEndingWith(rest, "\n");
    case RecordFormat::kTxtpb:
      return PieceEndingWith(rest, "\n}\n");
  }
  return absl::InternalError("unknown record format");
}

absl::Status StreamReader::Parse(absl::string_view piece,
                                 v1::Record& record) const {
  switch (format_) {
    case RecordFormat::kPbs:
      if (ParsePbs(piece, record)) return absl::OkStatus();
      return absl::DataLossError("not a serialized record");
    case RecordFormat::kJsonl: {
      const auto status = google::protobuf::util::JsonStringToMessage(
          std::string(piece), &record);
      if (status.ok()) return absl::OkStatus();
      return absl::DataLossError(status.ToString());
    }
    case RecordFormat::kTxtpb:
      if (ParseText(piece, record)) return absl::OkStatus();
      return absl::DataLossError("not a record in text form");
  }
  return absl::InternalError("unknown record format");
}

absl::StatusOr<std::optional<v1::Record>> StreamReader::Next() {
  if (offset_ >= bytes_.size()) return std::nullopt;
  absl::StatusOr<absl::string_view> piece = NextPiece();
  v1::Record record;
  absl::Status status = piece.status();
  if (status.ok()) status = Parse(*piece, record);
  if (!status.ok()) {
    const uint64_t at = offset_;
    offset_ = bytes_.size();
    return absl::DataLossError(
        absl::StrCat("byte ", at, ": ", status.message()));
  }
  if (record.has_trailer()) {
    CONCORD_ASSIGN_OR_RETURN(trailer_digest_,
                             TrailerDigest(record, format_, digest_));
  } else {
    digest_.Update(*piece);
  }
  offset_ += piece->size();
  return record;
}

}  // namespace concord
