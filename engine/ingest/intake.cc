#include "engine/ingest/intake.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/record.pb.h"
#include "engine/ingest/document.h"
#include "engine/ingest/mapped_text.h"
#include "engine/value/time.h"

namespace concord {
namespace {

// Where more than one byte in eight had to be replaced, the text is in another
// encoding or no text at all.
constexpr size_t kBytesPerRepair = 8;

bool IsGarbled(const Document& document) {
  return document.source.bytes() >= 64 &&
         document.repaired_sequences * kBytesPerRepair >
             document.source.bytes();
}

}  // namespace

v1::QuarantineCode CodeForTrouble(const absl::Status& trouble) {
  switch (trouble.code()) {
    case absl::StatusCode::kDataLoss:
      return v1::QUARANTINE_CODE_MALFORMED;
    case absl::StatusCode::kResourceExhausted:
      return v1::QUARANTINE_CODE_LIMIT;
    case absl::StatusCode::kUnimplemented:
      return v1::QUARANTINE_CODE_UNSUPPORTED;
    default:
      return v1::QUARANTINE_CODE_UNREADABLE;
  }
}

std::string NameOf(const Place& place) {
  return place.line == 0 ? place.path
                         : absl::StrCat(place.path, ":", place.line);
}

void Intake::Refuse(const Place& place, v1::QuarantineCode code,
                    absl::string_view message) {
  v1::Quarantine quarantine;
  quarantine.set_source(NameOf(place));
  quarantine.set_offset(place.offset);
  quarantine.set_code(code);
  // Messages quote addresses and names as they stand in the input.
  quarantine.set_message(
      RepairedUtf8(absl::StrCat(quarantine.source(), ": ", message)));
  sink_.OnQuarantine(std::move(quarantine));
}

void Intake::RefuseRest(const Place& place, const absl::Status& trouble,
                        absl::string_view kept) {
  Refuse(place, CodeForTrouble(trouble),
         absl::StrCat(trouble.message(), kept.empty() ? "" : "; ", kept));
}

void Intake::RefuseTooLong(const Place& place, absl::string_view what) {
  Refuse(place, v1::QUARANTINE_CODE_TOO_LARGE,
         absl::StrCat(what, " is longer than the limit of ",
                      limits_.max_record_bytes,
                      " bytes a record (max_record_bytes): split it, or raise "
                      "the limit"));
}

void Intake::SetPlace(const Place& place, Document& document) {
  document.local_id =
      document.external_id.empty() ? NameOf(place) : document.external_id;
  if (document.external_id.empty()) {
    document.external_id = absl::StrCat(place.line);
  }
  document.folder = place.folder;
  document.source.set_path(place.path);
  document.source.set_record_offset(place.offset);
  document.source.set_line(place.line);
}

void Intake::Withdraw(Document document, const Place& place) {
  Refuse(place, v1::QUARANTINE_CODE_WITHDRAWN,
         absl::StrCat("its publisher withdrew ", document.external_id,
                      ": neither this nor what was made of it before is used"));
  SetPlace(place, document);
  sink_.OnWithdrawal(std::move(document));
}

bool Intake::EmbargoIsOver(absl::string_view embargoed,
                           absl::string_view modified) const {
  const auto end = ParseTimestamp(embargoed);
  if (!end) return false;
  if (as_of_) return *as_of_ >= end->begin().seconds();
  const auto made = ParseTimestamp(modified);
  return made && made->begin().seconds() >= end->begin().seconds();
}

void Intake::ReportSkipped() {
  for (const auto& [kind, count] : skipped_) sink_.OnSkipped(kind, count);
}

void Intake::Deliver(Document document, const Place& place) {
  if (absl::StripLeadingAsciiWhitespace(document.text).empty()) {
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
  if (++articles_ > limits_.max_articles) {
    stopped_ = absl::ResourceExhaustedError(absl::StrCat(
        NameOf(place), ": the drops hold more articles than the limit of ",
        limits_.max_articles,
        " (max_articles): take them in several runs, or raise the limit"));
    return;
  }
  if (document.repaired_sequences > 0) {
    Refuse(place, v1::QUARANTINE_CODE_REPAIRED,
           absl::StrCat(document.repaired_sequences,
                        " bytes that are no UTF-8, or NUL, were replaced by "
                        "U+FFFD; the article is kept"));
  }
  SetPlace(place, document);
  sink_.OnDocument(std::move(document));
}

}  // namespace concord
