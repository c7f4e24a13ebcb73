// Files of each format as documents.

#ifndef CONCORD_ENGINE_INGEST_RECORD_READER_H_
#define CONCORD_ENGINE_INGEST_RECORD_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"
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
  uint64_t offset = 0;   // of compressed data, in what they hold
};

// Reads the records of one file, of whatever format, into a sink. Every record
// ends as a document, a quarantine, or (read with repairs) both.
//
// Not safe for use from two threads at once.
class RecordReader {
 public:
  // Both must outlive this.
  RecordReader(const Limits& limits, DropSink& sink);

  // Reads a file of any format, told by its content and by place.path. Of gzip
  // data it reads what they hold, which then is the source that offsets, source
  // maps and digests speak of. A record that damage cuts short is kept as far
  // as it goes, if it is a text or a page.
  void ReadFile(ByteSource& in, const Place& place);

  // Reads JSON lines, whatever they look like; compressed or not.
  void ReadJsonStream(ByteSource& in, const Place& place);

  // Reports what was not read. `message` says what to do about it.
  void Refuse(const Place& place, v1::QuarantineCode code,
              absl::string_view message);

 private:
  // Reads what the data hold, of any format but gzip again.
  void ReadGzip(ByteSource& in, const Place& place);
  void ReadFormat(ByteSource& in, const Place& place, const FormatGuess& guess);
  // Reads an object a line; blank lines are skipped.
  void ReadJsonLines(ByteSource& in, Place place);
  // Reads a file that is one record.
  void ReadWhole(ByteSource& in, const Place& place, Format format);
  void ReadRecord(absl::string_view bytes, const Place& place, Format format);
  // What there is of a record that trouble cut short. Half a text or page is
  // read; a JSON object only if it is whole.
  void ReadCutRecord(absl::string_view bytes, const Place& place,
                     Format format);
  void ReadJsonObject(absl::string_view json, const Place& place);
  void ReadFields(const JsonRecord& record, const Place& place);
  // Hands a document on, unless nothing or hardly anything is left of it.
  void Deliver(Document document, const Place& place);

  // Reports that reading stopped.
  void RefuseRest(const Place& place, const absl::Status& trouble);

  const Limits& limits_;
  const size_t max_record_bytes_;
  DropSink& sink_;
  JsonRecordParser json_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_RECORD_READER_H_
