#include "engine/article/dates.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/line_words.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"
#include "engine/value/date_field.h"
#include "engine/value/time.h"

namespace concord {
namespace {

// Begin and end of the digits at uri[pos], at most `most`; empty where another
// digit follows.
absl::string_view Digits(absl::string_view uri, size_t pos, size_t most) {
  size_t end = pos;
  while (end < uri.size() && absl::ascii_isdigit(uri[end])) ++end;
  return end - pos <= most ? uri.substr(pos, end - pos) : "";
}

// "2014/04/25" at uri[pos] as "2014-04-25"; empty where there is none.
std::string CivilDayAt(absl::string_view uri, size_t pos) {
  const absl::string_view year = Digits(uri, pos, 4);
  if (year.size() != 4 || (year[0] != '1' && year[0] != '2')) return "";
  const size_t month_at = pos + 5;
  if (month_at >= uri.size()) return "";
  const char mark = uri[pos + 4];
  if (mark != '/' && mark != '-' && mark != '_') return "";
  const absl::string_view month = Digits(uri, month_at, 2);
  const size_t day_at = month_at + month.size() + 1;
  if (month.empty() || day_at >= uri.size() || uri[day_at - 1] != mark) {
    return "";
  }
  const absl::string_view day = Digits(uri, day_at, 2);
  if (day.empty()) return "";
  const auto padded = [](absl::string_view digits) {
    return absl::StrCat(digits.size() == 1 ? "0" : "", digits);
  };
  return absl::StrCat(year, "-", padded(month), "-", padded(day));
}

// The time stamp of a section, with the place it was read from.
std::optional<v1::TimeInterval> ReadStamp(const v1::Article& article,
                                          const v1::Section& section) {
  const ByteSpan span = {section.span().begin_byte(),
                         section.span().end_byte()};
  const absl::string_view words = Slice(article.text(), span);
  std::optional<v1::TimeInterval> time = ParseTimestamp(words);
  if (!time) return std::nullopt;
  time->set_basis(v1::TIME_BASIS_DATELINE);
  *time->mutable_span() = section.span();
  time->set_surface(words.data(), words.size());
  return time;
}

bool SaysModified(absl::string_view words) {
  for (const LineWord& word : WordsOf(words)) {
    if (word.text == "updated" || word.text == "modified" ||
        word.text == "edited" || word.text == "revised") {
      return true;
    }
  }
  return false;
}

void SetFromField(absl::string_view field, v1::TimeInterval* time) {
  std::optional<v1::TimeInterval> read = ParseDateField(field);
  if (!read) return;
  read->set_basis(v1::TIME_BASIS_METADATA);
  read->set_surface(field.data(), field.size());
  *time = *std::move(read);
}

// A page that tells no date is as old as when it was fetched, at least: the day
// is right for what crawlers follow closely, and else the best there is.
void SetFromFetched(absl::string_view fetched, v1::Article& article) {
  if (!ParseTimestamp(fetched)) return;
  std::optional<v1::TimeInterval> day = ParseTimestamp(fetched.substr(0, 10));
  if (!day) return;
  day->set_basis(v1::TIME_BASIS_METADATA);
  day->set_surface(fetched.data(), fetched.size());
  *article.mutable_published() = *std::move(day);
}

void SetFromSections(v1::Article& article) {
  std::optional<v1::TimeInterval> published, modified;
  for (const v1::Section& section : article.sections()) {
    if (section.kind() != v1::SECTION_KIND_TIMESTAMP) continue;
    std::optional<v1::TimeInterval> time = ReadStamp(article, section);
    if (!time) continue;
    std::optional<v1::TimeInterval>& slot =
        SaysModified(time->surface()) ? modified : published;
    if (!slot) slot = std::move(time);
  }
  if (!article.has_published()) {
    if (published || modified) {
      *article.mutable_published() = published ? *published : *modified;
    }
  }
  if (!article.has_modified() && modified) {
    *article.mutable_modified() = *modified;
  }
}

}  // namespace

std::optional<v1::TimeInterval> DateInAddress(absl::string_view uri) {
  for (size_t pos = 1; pos + 8 <= uri.size(); ++pos) {
    const char before = uri[pos - 1];
    if (before != '/' && before != '-' && before != '_') continue;
    const std::string day = CivilDayAt(uri, pos);
    if (day.empty()) continue;
    if (std::optional<v1::TimeInterval> time = ParseTimestamp(day)) return time;
  }
  return std::nullopt;
}

void ReadDates(const Document& document, v1::Article& article) {
  v1::TimeInterval time;
  SetFromField(document.published, &time);
  if (time.has_begin()) *article.mutable_published() = time;
  time.Clear();
  SetFromField(document.modified, &time);
  if (time.has_begin()) *article.mutable_modified() = time;
  SetFromSections(article);
  if (article.has_published()) return;
  if (std::optional<v1::TimeInterval> address = DateInAddress(document.uri)) {
    address->set_basis(v1::TIME_BASIS_ADDRESS);
    *article.mutable_published() = *std::move(address);
  } else {
    SetFromFetched(document.fetched, article);
  }
}

}  // namespace concord
