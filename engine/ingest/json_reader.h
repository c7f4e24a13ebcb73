// JSON as documents: a file of lines, or one object.

#ifndef CONCORD_ENGINE_INGEST_JSON_READER_H_
#define CONCORD_ENGINE_INGEST_JSON_READER_H_

#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/json_record.h"

namespace concord {

// Every object ends as a document, a quarantine, or (read with repairs) both.
// Not safe for use from two threads at once.
class JsonReader {
 public:
  // `intake` must outlive this.
  explicit JsonReader(Intake& intake)
      : intake_(intake), json_(intake.limits().max_json_depth) {}

  // Reads an object a line; blank lines are skipped. Of a line that trouble
  // cuts short the object is kept if it is whole.
  void ReadLines(ByteSource& in, Place place);

  // Reads what should be one object.
  void ReadObject(absl::string_view json, const Place& place);

  // Reads an object that trouble cut short, if it is whole all the same.
  void ReadCutObject(absl::string_view json, const Place& place);

 private:
  void ReadFields(const JsonRecord& record, const Place& place);
  // False where a ninjs item is not to be used, which was reported.
  bool MayUse(const JsonRecord& record, const Place& place);

  Intake& intake_;
  JsonRecordParser json_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_JSON_READER_H_
