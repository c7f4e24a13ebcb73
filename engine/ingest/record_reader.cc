#include "engine/ingest/record_reader.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/ingest/byte_source.h"
#include "engine/ingest/codec.h"
#include "engine/ingest/document.h"
#include "engine/ingest/feed_reader.h"
#include "engine/ingest/format.h"
#include "engine/ingest/html_reader.h"
#include "engine/ingest/intake.h"
#include "engine/ingest/mapped_text.h"
#include "engine/ingest/text_reader.h"
#include "engine/ingest/unpack_reader.h"

namespace concord {
namespace {

// Servers say what they send, and are wrong at times: what is seen to be none
// of these is not read.
Format FormatOf(const Capture& capture) {
  const Format seen = TellFormat("", capture.payload).format;
  if (seen == Format::kHtml) return Format::kHtml;
  const bool text = seen == Format::kText || seen == Format::kJsonLines;
  if (!text) return Format::kUnsupported;
  if (capture.media_type == "text/html" ||
      capture.media_type == "application/xhtml+xml") {
    return Format::kHtml;
  }
  return capture.media_type == "text/plain" ? Format::kText
                                            : Format::kUnsupported;
}

}  // namespace

void RecordReader::ReadFile(ByteSource& in, const Place& place) {
  const absl::StatusOr<absl::string_view> head = in.Peek();
  if (!head.ok()) return intake_.RefuseRest(place, head.status(), "");
  const Packing packing = TellPacking(*head);
  if (packing == Packing::kNone) {
    return ReadFormat(in, place, TellFormat(place.path, *head));
  }
  UnpackReader content(in, packing, intake_.limits());
  const absl::StatusOr<absl::string_view> begin = content.Peek();
  if (!begin.ok()) return intake_.RefuseRest(place, begin.status(), "");
  ReadFormat(content, place,
             TellFormat(WithoutPackedEnding(place.path), *begin));
}

void RecordReader::ReadJsonStream(ByteSource& in, const Place& place) {
  const absl::StatusOr<absl::string_view> head = in.Peek();
  if (!head.ok()) return intake_.RefuseRest(place, head.status(), "");
  const Packing packing = TellPacking(*head);
  if (packing == Packing::kNone) return json_.ReadLines(in, place);
  UnpackReader content(in, packing, intake_.limits());
  json_.ReadLines(content, place);
}

void RecordReader::ReadFormat(ByteSource& in, const Place& place,
                              const FormatGuess& guess) {
  switch (guess.format) {
    case Format::kPacked:
      return intake_.Refuse(place, v1::QUARANTINE_CODE_UNSUPPORTED,
                            "holds packed data inside packed data, which are "
                            "not read: pack them once");
    case Format::kUnsupported:
      return intake_.Refuse(
          place, v1::QUARANTINE_CODE_UNSUPPORTED,
          absl::StrCat("is ", guess.what,
                       ", which is not read: give text, HTML, JSON lines, RSS, "
                       "Atom or WARC"));
    case Format::kJsonLines:
      return json_.ReadLines(in, place);
    case Format::kFeed:
      return FeedReader(in, intake_, place).Read();
    case Format::kWarc:
      return WarcReader(
                 in, intake_, place,
                 [this](const auto&... capture) { ReadCapture(capture...); })
          .Read();
    case Format::kText:
    case Format::kHtml:
    case Format::kJson:
      return ReadWhole(in, place, guess.format);
  }
}

void RecordReader::ReadWhole(ByteSource& in, const Place& place,
                             Format format) {
  std::string bytes;
  const absl::Status trouble =
      ReadRest(in, intake_.limits().max_record_bytes, bytes);
  if (absl::IsOutOfRange(trouble)) {
    return intake_.RefuseTooLong(place, "the file");
  }
  if (trouble.ok()) return ReadRecord(bytes, place, format);
  Place end = place;
  end.offset = bytes.size();
  // Damage leaves a text that breaks off; a limit of ours is no reason to take
  // a part for an article.
  const bool kept = absl::IsDataLoss(trouble) && format != Format::kJson;
  if (kept) {
    ReadRecord(bytes, place, format);
  } else if (absl::IsDataLoss(trouble)) {
    json_.ReadCutObject(bytes, place);
  }
  intake_.RefuseRest(
      end, trouble,
      kept ? "what comes before it is kept" : "nothing of it is read");
}

void RecordReader::ReadRecord(absl::string_view bytes, const Place& place,
                              Format format) {
  if (format == Format::kJson) return json_.ReadObject(bytes, place);
  Document document = format == Format::kHtml
                          ? ReadHtml(bytes)
                          : ReadText(bytes, Layout::kScraped);
  document.external_id = place.path;
  intake_.Deliver(std::move(document), place);
}

void RecordReader::ReadCapture(const Capture& capture, const Place& place) {
  const Format format = FormatOf(capture);
  if (format == Format::kUnsupported) return intake_.Skip(kOtherMediaTypes);
  Document document = format == Format::kHtml
                          ? ReadHtml(capture.payload)
                          : ReadText(capture.payload, Layout::kScraped);
  document.uri = RepairedUtf8(capture.uri);
  document.external_id =
      RepairedUtf8(capture.record_id.empty() ? capture.uri : capture.record_id);
  document.fetched = RepairedUtf8(capture.fetched);
  intake_.Deliver(std::move(document), place);
}

}  // namespace concord
