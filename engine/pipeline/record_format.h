// The forms in which a record stream is written.

#ifndef CONCORD_ENGINE_PIPELINE_RECORD_FORMAT_H_
#define CONCORD_ENGINE_PIPELINE_RECORD_FORMAT_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"

namespace concord {

enum class RecordFormat {
  kPbs,    // a varint length and a serialized Record, again and again
  kJsonl,  // canonical JSON with proto field names, a record a line
  kTxtpb,  // the text form of concord.v1.RecordStream
};

// "pbs", "jsonl", "txtpb"; nullopt for any other name.
std::optional<RecordFormat> ParseRecordFormat(absl::string_view name);

// The bytes of one record in a format: what a stream is made of.
absl::StatusOr<std::string> EncodeRecord(const v1::Record& record,
                                         RecordFormat format);

// The digest that a stream's trailer states: of all bytes before the trailer,
// which `digest` has seen, and of `trailer` as it is written without a digest.
absl::StatusOr<std::string> TrailerDigest(v1::Record trailer,
                                          RecordFormat format,
                                          RunningDigest& digest);

// Name of the record's kind: the field of Record that is set, or "" for none.
absl::string_view RecordKindName(const v1::Record& record);

}  // namespace concord

#endif  // CONCORD_ENGINE_PIPELINE_RECORD_FORMAT_H_
