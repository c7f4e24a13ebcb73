#include "engine/pipeline/record_format.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/status_macros.h"

namespace concord {
namespace {

std::string EncodePbs(const v1::Record& record) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream out(&stream);
  // No map fields, so this fixes the bytes within one version of protobuf.
  out.SetSerializationDeterministic(true);
  out.WriteVarint32(static_cast<uint32_t>(record.ByteSizeLong()));
  record.SerializeWithCachedSizes(&out);
  out.Trim();
  return bytes;
}

absl::StatusOr<std::string> EncodeJson(const v1::Record& record) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status =
      google::protobuf::util::MessageToJsonString(record, &json, options);
  if (!status.ok()) {
    return absl::InternalError(
        absl::StrCat("cannot print a record as JSON: ", status.ToString()));
  }
  json.push_back('\n');
  return json;
}

std::string EncodeText(const v1::Record& record) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.SetInitialIndentLevel(1);
  std::string fields;
  printer.PrintToString(record, &fields);
  return absl::StrCat("record {\n", fields, "}\n");
}

}  // namespace

std::optional<RecordFormat> ParseRecordFormat(absl::string_view name) {
  if (name == "pbs") return RecordFormat::kPbs;
  if (name == "jsonl") return RecordFormat::kJsonl;
  if (name == "txtpb") return RecordFormat::kTxtpb;
  return std::nullopt;
}

absl::StatusOr<std::string> EncodeRecord(const v1::Record& record,
                                         RecordFormat format) {
  switch (format) {
    case RecordFormat::kPbs:
      return EncodePbs(record);
    case RecordFormat::kJsonl:
      return EncodeJson(record);
    case RecordFormat::kTxtpb:
      return EncodeText(record);
  }
  return absl::InternalError("unknown record format");
}

absl::StatusOr<std::string> TrailerDigest(v1::Record trailer,
                                          RecordFormat format,
                                          RunningDigest& digest) {
  trailer.mutable_trailer()->clear_digest();
  CONCORD_ASSIGN_OR_RETURN(const std::string bytes,
                           EncodeRecord(trailer, format));
  digest.Update(bytes);
  return digest.Hex();
}

absl::string_view RecordKindName(const v1::Record& record) {
  const auto* field =
      v1::Record::descriptor()->FindFieldByNumber(record.kind_case());
  return field == nullptr ? absl::string_view() : field->name();
}

}  // namespace concord
