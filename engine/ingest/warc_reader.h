// WARC files (ISO 28500, versions 1.0 and 1.1): what a crawler fetched.
//
// What is read, of the layout
//
//   file     record*
//   record   "WARC/1.1" CRLF header* CRLF block CRLF CRLF
//   header   "Name: value" CRLF            Content-Length: bytes of the block
//   block    of a response: HTTP status line, headers, blank line, body
//
// - `response` to http(s) with the status 200 or 203, and `resource`
//   and `conversion` (the text of a page, as in WET files): their payloads,
//   where they are said and seen to be HTML or plain text.
// - All else is skipped with a count: requests, metadata, warcinfo, other
//   schemes, other statuses, other media types, and `revisit`, which says that
//   the payload of an earlier record came again.
// - The body's transfer coding "chunked" and one content coding are undone; see
//   http_payload.h. The payload is the source then, that source maps and
//   digests speak of; Source.record_offset is where its record begins.
// - WARC-Target-URI is the article's address, WARC-Record-ID its external id,
//   WARC-Date when it was fetched.
//
// Of lines that break rules of the standard, this is read all the same: line
// feeds without carriage returns, headers of any case and order, folded
// headers, blank lines between records, a Content-Length that is wrong:
//
// - The end of a block is found where the data are packed record by record (as
//   they should be): a record never goes on behind a seam at which another one
//   begins. Else by its length; what then is no record is skipped up to a line
//   that begins with "WARC/", and reported.
// - A record that is cut short, by the end of the file, by damage or by the
//   crawler (WARC-Truncated), is read as far as it goes, and reported. After
//   damage reading goes on at the next record that is packed by itself.

#ifndef CONCORD_ENGINE_INGEST_WARC_READER_H_
#define CONCORD_ENGINE_INGEST_WARC_READER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/ingest/byte_cursor.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/header_block.h"
#include "engine/ingest/intake.h"

namespace concord {

// A payload that may hold an article.
struct Capture {
  std::string payload;
  std::string media_type;  // "text/html"; empty where it is not said
  std::string uri;
  std::string record_id;
  std::string fetched;  // as written: "2026-03-04T09:30:00Z"
};

// What records of another media type count as in the trailer.
inline constexpr absl::string_view kOtherMediaTypes = "warc_not_text_or_html";

// Whether a payload that is said to be of this type may be read: what may hold
// an article, and where nothing is said.
bool IsReadableCapture(absl::string_view media_type, absl::string_view uri);

// Reads one file in memory of one record of at most max_record_bytes. Not safe
// for use from two threads at once.
class WarcReader {
 public:
  using OnCapture = std::function<void(const Capture&, const Place&)>;

  // `in` and `intake` must outlive this. `place` is that of the file.
  WarcReader(ByteSource& in, Intake& intake, Place place, OnCapture on_capture)
      : cursor_(in, "WARC/"),
        intake_(intake),
        place_(std::move(place)),
        on_capture_(std::move(on_capture)) {}

  // Reads the file to its end. REQUIRES: called once.
  void Read();

 private:
  // A record whose header was read, and where its block ends.
  struct Record {
    HeaderBlock header;
    std::string type;
    std::string uri;
    uint64_t left = 0;  // bytes of the block not yet taken
    bool cut = false;   // the block ended before its length said
  };

  // Reads records until the end or trouble.
  absl::Status ReadRecords();
  // Goes to the next line that begins a record; false at the end.
  absl::StatusOr<bool> FindRecord();
  absl::Status ReadRecord();
  // Reads the header; false where it is of no use, which was reported.
  absl::StatusOr<bool> ReadHeader(Record& record);
  absl::Status ReadResponse(Record& record);
  // Reads status line and headers of the answer; false where it holds nothing
  // that is read, which was counted.
  absl::StatusOr<bool> ReadHttpHeader(Record& record, HeaderBlock& http);
  absl::Status ReadPayload(Record& record, const HeaderBlock* http,
                           absl::string_view content_type);
  void Deliver(const Record& record, const HeaderBlock* http,
               absl::string_view content_type, std::string body);

  // The next bytes of the block; empty at its end.
  absl::StatusOr<absl::string_view> PeekBlock(Record& record);
  // The next line of the block, without its break; empty at the end.
  absl::Status ReadBlockLine(Record& record, std::string& line);
  absl::Status SkipBlock(Record& record);
  // Appends the rest of the block to `body`, what comes before trouble too.
  absl::Status TakeBlock(Record& record, std::string& body);

  void Refuse(v1::QuarantineCode code, absl::string_view message) {
    intake_.Refuse(place_, code, message);
  }

  ByteCursor cursor_;
  Intake& intake_;
  Place place_;  // of the record being read
  const OnCapture on_capture_;
  bool found_any_ = false;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_WARC_READER_H_
