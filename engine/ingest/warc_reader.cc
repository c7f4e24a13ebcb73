#include "engine/ingest/warc_reader.h"

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
#include "absl/strings/strip.h"
#include "concord/v1/record.pb.h"
#include "engine/base/status_macros.h"
#include "engine/ingest/header_block.h"
#include "engine/ingest/http_payload.h"
#include "engine/ingest/intake.h"

namespace concord {
namespace {

// Enough to know a line that begins a record.
constexpr size_t kVersionBytes = 16;

// What is skipped, as the trailer counts it.
constexpr absl::string_view kOtherTypes = "warc_other_record_types";
constexpr absl::string_view kRevisits = "warc_revisits";
constexpr absl::string_view kOtherSchemes = "warc_not_http";
constexpr absl::string_view kOtherStatuses = "warc_http_status_not_200";

bool IsHttp(absl::string_view uri) {
  return absl::StartsWithIgnoreCase(uri, "http://") ||
         absl::StartsWithIgnoreCase(uri, "https://");
}

// "urn:uuid:..." of "<urn:uuid:...>".
std::string Unbracketed(absl::string_view value) {
  if (absl::ConsumePrefix(&value, "<")) absl::ConsumeSuffix(&value, ">");
  return std::string(value);
}

}  // namespace

bool IsReadableCapture(absl::string_view media_type, absl::string_view uri) {
  // Robots are told here what not to fetch.
  if (absl::EndsWith(uri, "/robots.txt")) return false;
  for (const absl::string_view readable :
       {"", "text/html", "application/xhtml+xml", "text/plain"}) {
    if (media_type == readable) return true;
  }
  return false;
}

void WarcReader::Read() {
  absl::Status trouble;
  do {
    trouble = ReadRecords();
    if (trouble.ok()) break;
    place_.offset = cursor_.offset();
    intake_.RefuseRest(place_, trouble, "what comes before it is kept");
  } while (absl::IsDataLoss(trouble) && cursor_.Recover());
  if (found_any_ || !trouble.ok()) return;
  Refuse(v1::QUARANTINE_CODE_EMPTY, "holds no WARC record");
}

absl::Status WarcReader::ReadRecords() {
  while (intake_.stopped().ok()) {
    CONCORD_ASSIGN_OR_RETURN(const bool more, FindRecord());
    if (!more) break;
    found_any_ = true;
    CONCORD_RETURN_IF_ERROR(ReadRecord());
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> WarcReader::FindRecord() {
  uint64_t skipped = 0;
  std::string line;
  while (true) {
    const uint64_t begin = cursor_.offset();
    CONCORD_ASSIGN_OR_RETURN(const bool more,
                             cursor_.ReadLine(kVersionBytes, line));
    if (!more || absl::StartsWith(line, "WARC/")) {
      if (skipped > 0) {
        Refuse(v1::QUARANTINE_CODE_MALFORMED,
               absl::StrCat("no WARC record begins at byte ", place_.offset,
                            ": ", skipped,
                            " bytes are skipped; the record before them, or "
                            "its Content-Length, is damaged"));
      }
      place_.offset = begin;
      return more;
    }
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    if (skipped == 0) place_.offset = begin;
    skipped += cursor_.offset() - begin;
  }
}

absl::Status WarcReader::ReadRecord() {
  Record record;
  CONCORD_ASSIGN_OR_RETURN(const bool usable, ReadHeader(record));
  if (!usable) return absl::OkStatus();
  if (record.type == "response") return ReadResponse(record);
  if (record.type == "resource" || record.type == "conversion") {
    const std::string content_type(record.header.Find("Content-Type"));
    return ReadPayload(record, nullptr, content_type);
  }
  intake_.Skip(record.type == "revisit" ? kRevisits : kOtherTypes);
  return SkipBlock(record);
}

absl::StatusOr<bool> WarcReader::ReadHeader(Record& record) {
  const uint64_t limit = intake_.limits().max_header_bytes;
  const uint64_t begin = cursor_.offset();
  std::string line;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const bool more, cursor_.ReadLine(limit, line));
    if (!more || line.empty()) break;
    if (cursor_.offset() - begin > limit) {
      Refuse(v1::QUARANTINE_CODE_LIMIT,
             absl::StrCat("the header of the record at byte ", place_.offset,
                          " is longer than the limit of ", limit,
                          " bytes (max_header_bytes): the record is skipped"));
      return false;
    }
    record.header.AddLine(line);
  }
  record.type = absl::AsciiStrToLower(record.header.Find("WARC-Type"));
  record.uri = Unbracketed(record.header.Find("WARC-Target-URI"));
  if (absl::SimpleAtoi(record.header.Find("Content-Length"), &record.left)) {
    return true;
  }
  Refuse(v1::QUARANTINE_CODE_MALFORMED,
         absl::StrCat("the record at byte ", place_.offset,
                      " says no Content-Length: it is skipped; get the file "
                      "again"));
  return false;
}

absl::Status WarcReader::ReadResponse(Record& record) {
  if (!IsHttp(record.uri)) {
    intake_.Skip(kOtherSchemes);
    return SkipBlock(record);
  }
  HeaderBlock http;
  CONCORD_ASSIGN_OR_RETURN(const bool wanted, ReadHttpHeader(record, http));
  if (!wanted) return SkipBlock(record);
  const std::string content_type(http.Find("Content-Type"));
  return ReadPayload(record, &http, content_type);
}

absl::StatusOr<bool> WarcReader::ReadHttpHeader(Record& record,
                                                HeaderBlock& http) {
  const uint64_t limit = intake_.limits().max_header_bytes;
  const uint64_t begin = cursor_.offset();
  std::string line;
  CONCORD_RETURN_IF_ERROR(ReadBlockLine(record, line));
  const int status = HttpStatusOf(line);
  while (!line.empty()) {
    CONCORD_RETURN_IF_ERROR(ReadBlockLine(record, line));
    http.AddLine(line);
    if (cursor_.offset() - begin <= limit) continue;
    Refuse(v1::QUARANTINE_CODE_LIMIT,
           absl::StrCat("the HTTP header of ", record.uri,
                        " is longer than the limit of ", limit,
                        " bytes (max_header_bytes): the record is skipped"));
    return false;
  }
  if (status == 0) {
    Refuse(v1::QUARANTINE_CODE_MALFORMED,
           absl::StrCat("the record of ", record.uri,
                        " does not begin with an HTTP status: it is skipped"));
    return false;
  }
  const bool success = status == 200 || status == 203;
  if (!success) intake_.Skip(kOtherStatuses);
  return success;
}

absl::Status WarcReader::ReadPayload(Record& record, const HeaderBlock* http,
                                     absl::string_view content_type) {
  if (!IsReadableCapture(MediaTypeOf(content_type), record.uri)) {
    intake_.Skip(kOtherMediaTypes);
    return SkipBlock(record);
  }
  std::string body;
  const absl::Status trouble = TakeBlock(record, body);
  if (absl::IsOutOfRange(trouble)) {
    intake_.RefuseTooLong(place_, absl::StrCat("the record of ", record.uri));
    return SkipBlock(record);
  }
  // Damage leaves a page that breaks off; a limit of ours is no reason to take
  // a part for an article.
  if (trouble.ok() || absl::IsDataLoss(trouble)) {
    Deliver(record, http, content_type, std::move(body));
  }
  return trouble;
}

void WarcReader::Deliver(const Record& record, const HeaderBlock* http,
                         absl::string_view content_type, std::string body) {
  HttpPayload payload;
  if (http != nullptr) {
    payload = DecodeHttpBody(std::move(body), *http, intake_.limits());
  } else {
    payload.bytes = std::move(body);
  }
  const std::string name = absl::StrCat("the payload of ", record.uri);
  if (absl::IsOutOfRange(payload.status)) {
    return intake_.RefuseTooLong(place_, name);
  }
  const bool usable = payload.status.ok() || absl::IsDataLoss(payload.status);
  if (!payload.status.ok()) {
    intake_.RefuseRest(
        place_,
        absl::Status(payload.status.code(),
                     absl::StrCat(name, ": ", payload.status.message())),
        usable ? "what comes before it is kept" : "nothing of it is read");
  }
  if (!usable) return;
  const absl::string_view truncated = record.header.Find("WARC-Truncated");
  if (record.cut || !truncated.empty()) {
    Refuse(v1::QUARANTINE_CODE_MALFORMED,
           absl::StrCat("the record of ", record.uri, " is cut short",
                        truncated.empty() ? "" : " by the crawler: ", truncated,
                        "; what there is of it is kept"));
  }
  Capture capture;
  capture.payload = std::move(payload.bytes);
  capture.media_type = MediaTypeOf(content_type);
  capture.uri = record.uri;
  capture.record_id = Unbracketed(record.header.Find("WARC-Record-ID"));
  capture.fetched = std::string(record.header.Find("WARC-Date"));
  on_capture_(capture, place_);
}

absl::StatusOr<absl::string_view> WarcReader::PeekBlock(Record& record) {
  if (record.left == 0) return absl::string_view();
  CONCORD_ASSIGN_OR_RETURN(const absl::string_view bytes, cursor_.Peek());
  if (bytes.empty() || cursor_.AtPart()) {
    record.cut = true;
    record.left = 0;
    return absl::string_view();
  }
  return bytes.substr(0, record.left);
}

absl::Status WarcReader::ReadBlockLine(Record& record, std::string& line) {
  const uint64_t limit = intake_.limits().max_header_bytes;
  line.clear();
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view bytes, PeekBlock(record));
    if (bytes.empty()) break;
    const size_t end = bytes.find('\n');
    const size_t taken = std::min(end, bytes.size() - 1) + 1;
    line.append(bytes.data(), std::min(taken, limit - line.size()));
    cursor_.Take(taken);
    record.left -= taken;
    if (end != absl::string_view::npos) break;
  }
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
    line.pop_back();
  }
  return absl::OkStatus();
}

absl::Status WarcReader::SkipBlock(Record& record) {
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view bytes, PeekBlock(record));
    if (bytes.empty()) break;
    record.left -= bytes.size();
    cursor_.Take(bytes.size());
  }
  if (record.cut) {
    Refuse(v1::QUARANTINE_CODE_MALFORMED,
           absl::StrCat("a record of ", record.uri,
                        " that is not read is cut short: get the file again"));
  }
  return absl::OkStatus();
}

absl::Status WarcReader::TakeBlock(Record& record, std::string& body) {
  const uint64_t limit = intake_.limits().max_record_bytes;
  while (true) {
    CONCORD_ASSIGN_OR_RETURN(const absl::string_view bytes, PeekBlock(record));
    if (bytes.empty()) return absl::OkStatus();
    if (bytes.size() > limit - body.size()) {
      return absl::OutOfRangeError("longer than the limit");
    }
    body.append(bytes.data(), bytes.size());
    record.left -= bytes.size();
    cursor_.Take(bytes.size());
  }
}

}  // namespace concord
