// A JSON line as the fields of a drop record.

#ifndef CONCORD_ENGINE_INGEST_JSON_RECORD_H_
#define CONCORD_ENGINE_INGEST_JSON_RECORD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace concord {

// The fields that a drop record or a ready-made claim may have; see kJsonKeys
// in json_record.cc for the keys and their aliases.
enum class JsonField {
  kId,
  kText,
  kHtml,
  kTitle,
  kOutlet,
  kUri,
  kPublished,
  kModified,
  kAuthor,
  kContext,  // of a ready-made claim: the sentence it was taken from
  kClaimA,   // of a ready-made pair
  kClaimB,
  // Of ninjs items alone; see ninjs.h.
  kLanguage,
  kAgency,
  kKind,
  kStatus,
  kEmbargoed,
};
inline constexpr size_t kJsonFieldCount = 17;

// Decoded values, empty where the line has none; valid UTF-8, perhaps with NUL.
class JsonRecord {
 public:
  const std::string& operator[](JsonField field) const {
    return values_[static_cast<size_t>(field)];
  }
  std::string& operator[](JsonField field) {
    return values_[static_cast<size_t>(field)];
  }

  // Bytes that were no UTF-8 and halves of surrogate pairs, each replaced by
  // U+FFFD before the line was parsed.
  size_t repairs = 0;

  bool is_ninjs = false;

 private:
  std::array<std::string, kJsonFieldCount> values_;
};

// Parses JSON lines, one after the other, in memory that it keeps.
//
// Strings and numbers are taken as values (a number as it would be printed);
// null, booleans, arrays and objects count as absent, and unknown keys are
// ignored. A ninjs item, known by its keys, is read by rules of its own. Where
// several aliases of a field have a value, the first in the order of the table
// wins, and for one key its first.
//
// Not safe for use from two threads at once.
class JsonRecordParser {
 public:
  // `max_depth`: arrays and objects inside each other, at most.
  explicit JsonRecordParser(uint64_t max_depth);
  ~JsonRecordParser();

  // The record, or why there is none, in words for people:
  // INVALID_ARGUMENT where it is no JSON object, RESOURCE_EXHAUSTED where it is
  // nested too deep.
  absl::StatusOr<JsonRecord> Parse(absl::string_view json);

 private:
  struct State;  // keeps simdjson's long header out of this one
  std::unique_ptr<State> state_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_JSON_RECORD_H_
