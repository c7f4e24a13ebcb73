#include "engine/ingest/json_reader.h"

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
#include "engine/ingest/byte_source.h"
#include "engine/ingest/document.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/json_record.h"
#include "engine/ingest/line_reader.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/text_reader.h"

namespace concord {
namespace {

constexpr absl::string_view kLinesKept = "the lines before it are kept";

// Pictures, films and the like among ninjs items, as the trailer counts them.
constexpr absl::string_view kNotText = "ninjs_not_text";

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
  set(document.language, JsonField::kLanguage);
  set(document.agency, JsonField::kAgency);
}

}  // namespace

void JsonReader::ReadLines(ByteSource& in, Place place) {
  const Limits& limits = intake_.limits();
  LineReader lines(in, limits.max_record_bytes);
  Line line;
  bool empty = true;
  while (intake_.stopped().ok()) {
    const absl::StatusOr<bool> more = lines.Next(line);
    place.line = line.number;
    place.offset = line.offset;
    if (!more.ok()) {
      ReadCutObject(line.bytes, place);
      return intake_.RefuseRest(place, more.status(), kLinesKept);
    }
    if (!*more) break;
    if (line.number > limits.max_lines) {
      return intake_.Refuse(
          place, v1::QUARANTINE_CODE_LIMIT,
          absl::StrCat(
              "the file has more lines than the limit of ", limits.max_lines,
              " (max_lines): split it, or raise the limit; ", kLinesKept));
    }
    if (line.number == 1) absl::ConsumePrefix(&line.bytes, kByteOrderMark);
    if (line.too_long) {
      intake_.RefuseTooLong(place,
                            absl::StrCat("a line of ", line.length, " bytes"));
    } else if (!absl::StripLeadingAsciiWhitespace(line.bytes).empty()) {
      ReadObject(line.bytes, place);
    } else {
      continue;
    }
    empty = false;
  }
  if (!empty) return;
  place.line = 0;
  place.offset = 0;
  intake_.Refuse(place, v1::QUARANTINE_CODE_EMPTY, "holds no JSON lines");
}

void JsonReader::ReadObject(absl::string_view json, const Place& place) {
  const absl::StatusOr<JsonRecord> parsed = json_.Parse(json);
  if (parsed.ok()) return ReadFields(*parsed, place);
  if (absl::IsResourceExhausted(parsed.status())) {
    return intake_.Refuse(place, v1::QUARANTINE_CODE_LIMIT,
                          parsed.status().message());
  }
  intake_.Refuse(
      place, v1::QUARANTINE_CODE_MALFORMED,
      absl::StrCat(parsed.status().message(), "; give one JSON object a line"));
}

void JsonReader::ReadCutObject(absl::string_view json, const Place& place) {
  const absl::StatusOr<JsonRecord> parsed = json_.Parse(json);
  if (parsed.ok()) ReadFields(*parsed, place);
}

bool JsonReader::MayUse(const JsonRecord& record, const Place& place) {
  const std::string& kind = record[JsonField::kKind];
  const std::string& status = record[JsonField::kStatus];
  const std::string& embargoed = record[JsonField::kEmbargoed];
  if (!kind.empty() && kind != "text" && kind != "composite") {
    intake_.Skip(kNotText);
    return false;
  }
  if (absl::EqualsIgnoreCase(status, "canceled")) {
    Document document;
    SetFields(record, document);
    intake_.Withdraw(std::move(document), place);
    return false;
  }
  if (!status.empty() && !absl::EqualsIgnoreCase(status, "usable")) {
    intake_.Refuse(place, v1::QUARANTINE_CODE_EMBARGOED,
                   absl::StrCat("its publisher holds it back (pubstatus ",
                                RepairedUtf8(status), "): it is not used"));
    return false;
  }
  if (!embargoed.empty() &&
      !intake_.EmbargoIsOver(embargoed, record[JsonField::kModified])) {
    intake_.Refuse(
        place, v1::QUARANTINE_CODE_EMBARGOED,
        absl::StrCat("it is under embargo until ", RepairedUtf8(embargoed),
                     ": it is not used; once that is over, say so "
                     "by --as-of"));
    return false;
  }
  return true;
}

void JsonReader::ReadFields(const JsonRecord& record, const Place& place) {
  if (record.is_ninjs && !MayUse(record, place)) return;
  const std::string& text = record[JsonField::kText];
  const std::string& html = record[JsonField::kHtml];
  if (text.empty() && html.empty()) {
    return intake_.Refuse(
        place, v1::QUARANTINE_CODE_MISSING_FIELD,
        record.is_ninjs
            ? "the ninjs item has no body with words in it"
            : "the JSON object has no `text` with words in it; nothing else is "
              "read as an article");
  }
  Document document =
      text.empty() ? ReadHtml(html) : ReadText(text, Layout::kProse);
  document.repaired_sequences += static_cast<uint32_t>(record.repairs);
  SetFields(record, document);
  intake_.Deliver(std::move(document), place);
}

}  // namespace concord
