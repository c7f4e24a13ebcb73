#include "engine/ingest/record_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/record.pb.h"
#include "engine/base/id.h"
#include "engine/base/limits.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/document.h"
#include "engine/ingest/drop.h"
#include "engine/ingest/format.h"
#include "engine/ingest/gzip_reader.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/json_record.h"
#include "engine/ingest/line_reader.h"
#include "engine/ingest/mapped_text.h"

namespace concord {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Repairs can triple a text, and offsets have 32 bits.
constexpr size_t kGreatestRecordBytes = size_t{1} << 30;

// Where more than one byte in eight had to be replaced, the text is in another
// encoding or no text at all.
constexpr size_t kBytesPerRepair = 8;

std::string NameOf(const Place& place) {
  return place.line == 0 ? place.path
                         : absl::StrCat(place.path, ":", place.line);
}

bool IsBlank(absl::string_view text) {
  return absl::StripLeadingAsciiWhitespace(text).empty();
}

bool IsGarbled(const Document& document) {
  return document.source.bytes() >= 64 &&
         document.repaired_sequences * kBytesPerRepair >
             document.source.bytes();
}

// `bytes` as a document's text, with the way back and the checksum.
Document FromSource(absl::string_view bytes, Layout layout) {
  Document document;
  document.layout = layout;
  document.source.set_bytes(static_cast<uint32_t>(bytes.size()));
  document.source.set_digest(DigestHex(bytes));
  const size_t begin =
      absl::StartsWith(bytes, kByteOrderMark) ? kByteOrderMark.size() : 0;
  MappedText mapped;
  mapped.AppendSource(bytes.substr(begin), begin);
  document.repaired_sequences = mapped.repaired_sequences();
  document.source_map = mapped.TakeMap();
  document.text = mapped.TakeText();
  return document;
}

// The drop's fields; where it has none, what the page said stays.
void SetFields(const JsonRecord& record, Document& document) {
  const auto set = [&](std::string& field, JsonField key) {
    if (!record[key].empty()) field = RepairedUtf8(record[key]);
  };
  set(document.external_id, JsonField::kId);
  set(document.title, JsonField::kTitle);
  set(document.outlet, JsonField::kOutlet);
  set(document.uri, JsonField::kUri);
  set(document.published, JsonField::kPublished);
  set(document.modified, JsonField::kModified);
  set(document.author, JsonField::kAuthor);
}

absl::string_view WithoutGz(absl::string_view name) {
  const bool has = absl::EndsWithIgnoreCase(name, ".gz");
  return has ? name.substr(0, name.size() - 3) : name;
}

// Of trouble with reading bytes.
v1::QuarantineCode CodeFor(const absl::Status& trouble) {
  switch (trouble.code()) {
    case absl::StatusCode::kDataLoss:
      return v1::QUARANTINE_CODE_MALFORMED;
    case absl::StatusCode::kResourceExhausted:
      return v1::QUARANTINE_CODE_LIMIT;
    default:
      return v1::QUARANTINE_CODE_UNREADABLE;
  }
}

std::string TooLong(absl::string_view what, uint64_t limit) {
  return absl::StrCat(what, " is longer than the limit of ", limit,
                      " bytes a record (max_record_bytes): split it, or raise "
                      "the limit");
}

}  // namespace

RecordReader::RecordReader(const Limits& limits, DropSink& sink)
    : limits_(limits),
      max_record_bytes_(
          std::min(limits.max_record_bytes, kGreatestRecordBytes)),
      sink_(sink) {}

void RecordReader::Refuse(const Place& place, v1::QuarantineCode code,
                          absl::string_view message) {
  v1::Quarantine quarantine;
  quarantine.set_source(NameOf(place));
  quarantine.set_offset(place.offset);
  quarantine.set_code(code);
  quarantine.set_message(absl::StrCat(quarantine.source(), ": ", message));
  sink_.OnQuarantine(std::move(quarantine));
}

void RecordReader::RefuseRest(const Place& place, const absl::Status& trouble) {
  Refuse(place, CodeFor(trouble), trouble.message());
}

void RecordReader::ReadFile(ByteSource& in, const Place& place) {
  const absl::StatusOr<absl::string_view> head = in.Peek();
  if (!head.ok()) return RefuseRest(place, head.status());
  const FormatGuess guess = TellFormat(place.path, *head);
  if (guess.format == Format::kGzip) return ReadGzip(in, place);
  ReadFormat(in, place, guess);
}

void RecordReader::ReadJsonStream(ByteSource& in, const Place& place) {
  const absl::StatusOr<absl::string_view> head = in.Peek();
  if (!head.ok()) return RefuseRest(place, head.status());
  if (TellFormat(place.path, *head).format != Format::kGzip) {
    return ReadJsonLines(in, place);
  }
  GzipReader content(in, limits_);
  ReadJsonLines(content, place);
}

void RecordReader::ReadGzip(ByteSource& in, const Place& place) {
  GzipReader content(in, limits_);
  const absl::StatusOr<absl::string_view> head = content.Peek();
  if (!head.ok()) return RefuseRest(place, head.status());
  ReadFormat(content, place, TellFormat(WithoutGz(place.path), *head));
}

void RecordReader::ReadFormat(ByteSource& in, const Place& place,
                              const FormatGuess& guess) {
  switch (guess.format) {
    case Format::kGzip:
      return Refuse(place, v1::QUARANTINE_CODE_UNSUPPORTED,
                    "is gzip data inside gzip data, which is not read: "
                    "compress it once");
    case Format::kUnsupported:
      return Refuse(place, v1::QUARANTINE_CODE_UNSUPPORTED,
                    absl::StrCat("is ", guess.what,
                                 ", which is not read: give text, HTML or "
                                 "JSON lines in UTF-8"));
    case Format::kJsonLines:
      return ReadJsonLines(in, place);
    case Format::kText:
    case Format::kHtml:
    case Format::kJson:
      return ReadWhole(in, place, guess.format);
  }
}

void RecordReader::ReadWhole(ByteSource& in, const Place& place,
                             Format format) {
  std::string bytes;
  const absl::Status trouble = ReadRest(in, max_record_bytes_, bytes);
  if (absl::IsOutOfRange(trouble)) {
    return Refuse(place, v1::QUARANTINE_CODE_TOO_LARGE,
                  TooLong("the file", max_record_bytes_));
  }
  if (trouble.ok()) return ReadRecord(bytes, place, format);
  if (absl::IsDataLoss(trouble)) ReadCutRecord(bytes, place, format);
  Place end = place;
  end.offset = bytes.size();
  RefuseRest(end, trouble);
}

void RecordReader::ReadRecord(absl::string_view bytes, const Place& place,
                              Format format) {
  if (format == Format::kJson) return ReadJsonObject(bytes, place);
  Document document = format == Format::kHtml
                          ? ReadHtml(bytes)
                          : FromSource(bytes, Layout::kScraped);
  document.external_id = place.path;
  Deliver(std::move(document), place);
}

void RecordReader::ReadCutRecord(absl::string_view bytes, const Place& place,
                                 Format format) {
  if (format != Format::kJson && format != Format::kJsonLines) {
    return ReadRecord(bytes, place, format);
  }
  absl::StatusOr<JsonRecord> parsed = json_.Parse(bytes);
  if (parsed.ok()) ReadFields(*parsed, place);
}

void RecordReader::ReadJsonLines(ByteSource& in, Place place) {
  LineReader lines(in, max_record_bytes_);
  Line line;
  bool empty = true;
  while (true) {
    const absl::StatusOr<bool> more = lines.Next(line);
    place.line = line.number;
    place.offset = line.offset;
    if (!more.ok()) {
      ReadCutRecord(line.bytes, place, Format::kJsonLines);
      return RefuseRest(place, more.status());
    }
    if (!*more) break;
    if (line.number == 1) absl::ConsumePrefix(&line.bytes, kByteOrderMark);
    if (line.too_long) {
      Refuse(place, v1::QUARANTINE_CODE_TOO_LARGE,
             TooLong(absl::StrCat("a line of ", line.length, " bytes"),
                     max_record_bytes_));
    } else if (!IsBlank(line.bytes)) {
      ReadJsonObject(line.bytes, place);
    } else {
      continue;
    }
    empty = false;
  }
  if (empty) {
    place.line = 0;
    place.offset = 0;
    Refuse(place, v1::QUARANTINE_CODE_EMPTY, "holds no JSON lines");
  }
}

void RecordReader::ReadJsonObject(absl::string_view json, const Place& place) {
  absl::StatusOr<JsonRecord> parsed = json_.Parse(json);
  if (!parsed.ok()) {
    return Refuse(place,
                  absl::IsResourceExhausted(parsed.status())
                      ? v1::QUARANTINE_CODE_LIMIT
                      : v1::QUARANTINE_CODE_MALFORMED,
                  absl::StrCat(parsed.status().message(),
                               "; give one JSON object a line"));
  }
  ReadFields(*parsed, place);
}

void RecordReader::ReadFields(const JsonRecord& record, const Place& place) {
  const std::string& text = record[JsonField::kText];
  const std::string& html = record[JsonField::kHtml];
  if (text.empty() && html.empty()) {
    return Refuse(place, v1::QUARANTINE_CODE_MISSING_FIELD,
                  "the JSON object has no `text` with words in "
                  "it; nothing else is read as an article");
  }
  Document document =
      text.empty() ? ReadHtml(html) : FromSource(text, Layout::kProse);
  document.repaired_sequences += static_cast<uint32_t>(record.repairs);
  SetFields(record, document);
  Deliver(std::move(document), place);
}

void RecordReader::Deliver(Document document, const Place& place) {
  if (IsBlank(document.text)) {
    return Refuse(place, v1::QUARANTINE_CODE_EMPTY,
                  "holds nothing but white space");
  }
  if (IsGarbled(document)) {
    return Refuse(place, v1::QUARANTINE_CODE_UNSUPPORTED,
                  absl::StrCat(document.repaired_sequences, " of ",
                               document.source.bytes(),
                               " bytes are no UTF-8: convert it to UTF-8, if "
                               "it is text"));
  }
  if (document.repaired_sequences > 0) {
    Refuse(place, v1::QUARANTINE_CODE_REPAIRED,
           absl::StrCat(document.repaired_sequences,
                        " bytes that are no UTF-8, or NUL, were replaced by "
                        "U+FFFD; the article is kept"));
  }
  document.local_id =
      document.external_id.empty() ? NameOf(place) : document.external_id;
  if (document.external_id.empty()) {
    document.external_id = absl::StrCat(place.line);
  }
  document.folder = place.folder;
  document.source.set_path(place.path);
  document.source.set_record_offset(place.offset);
  document.source.set_line(place.line);
  sink_.OnDocument(std::move(document));
}

}  // namespace concord
