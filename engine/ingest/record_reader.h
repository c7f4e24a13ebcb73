// Files of each format as documents.

#ifndef CONCORD_ENGINE_INGEST_RECORD_READER_H_
#define CONCORD_ENGINE_INGEST_RECORD_READER_H_

#include "absl/strings/string_view.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/format.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/json_reader.h"
#include "engine/ingest/warc_reader.h"

namespace concord {

// Reads the records of one file, of whatever format, into an intake. Every
// record ends as a document, a quarantine, or (read with repairs) both.
//
// Not safe for use from two threads at once.
class RecordReader {
 public:
  // `intake` must outlive this.
  explicit RecordReader(Intake& intake) : intake_(intake), json_(intake) {}

  // Reads a file of any format, told by its content and by place.path. Of
  // packed data it reads what they hold, which then is the source that offsets,
  // source maps and digests speak of. A record that damage cuts short is kept
  // as far as it goes, if it is a text or a page.
  void ReadFile(ByteSource& in, const Place& place);

  // Reads JSON lines, whatever they look like; packed or not.
  void ReadJsonStream(ByteSource& in, const Place& place);

 private:
  void ReadFormat(ByteSource& in, const Place& place, const FormatGuess& guess);
  // Reads a file that is one record.
  void ReadWhole(ByteSource& in, const Place& place, Format format);
  void ReadRecord(absl::string_view bytes, const Place& place, Format format);
  // Reads what a crawler fetched, if it may be an article.
  void ReadCapture(const Capture& capture, const Place& place);

  Intake& intake_;
  JsonReader json_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_RECORD_READER_H_
