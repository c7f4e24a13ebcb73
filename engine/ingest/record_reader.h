// Files of each format as documents.

#ifndef CONCORD_ENGINE_INGEST_RECORD_READER_H_
#define CONCORD_ENGINE_INGEST_RECORD_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_reader.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/ingest/format.h"
#include "engine/ingest/json_record.h"

namespace concord {

// A place in a drop that documents and quarantines are named after.
struct Place {
  std::string path{};    // relative to the drop, valid UTF-8
  std::string folder{};  // name of the folder that holds the file
  uint32_t line = 0;     // from 1; 0 where the file is the record
  uint64_t offset = 0;
};

// Reads the records of one file, of whatever format, into a sink. Every record
// ends as a document, a quarantine, or (read with repairs) both.
//
// Not safe for use from two threads at once.
class RecordReader {
 public:
  // `sink` must outlive this.
  RecordReader(const Limits& limits, DropSink& sink);

  // Reads a file of any format, told by its content and by place.path.
  void ReadFile(ByteReader& in, const Place& place);

  // Reads an object a line; blank lines are skipped.
  void ReadJsonLines(ByteReader& in, Place place);

  // Reports what was not read. `message` says what to do about it.
  void Refuse(const Place& place, v1::QuarantineCode code,
              absl::string_view message);

 private:
  // Reads a file that is one record.
  void ReadWhole(ByteReader& in, const Place& place, Format format);
  void ReadJsonObject(absl::string_view json, const Place& place);
  // Hands a document on, unless nothing or hardly anything is left of it.
  void Deliver(Document document, const Place& place);

  const size_t max_record_bytes_;
  DropSink& sink_;
  JsonRecordParser json_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_RECORD_READER_H_
