#include "engine/article/sections.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/credit.h"
#include "engine/article/dateline.h"
#include "engine/base/span.h"
#include "engine/text/character.h"

namespace concord {
namespace {

ByteSpan Trimmed(absl::string_view text, ByteSpan span) {
  const size_t begin = SkipSpace(text, span.begin, span.end);
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(TrimSpace(text, begin, span.end))};
}

}  // namespace

bool IsRead(v1::SectionKind kind) {
  return kind == v1::SECTION_KIND_HEADLINE ||
         kind == v1::SECTION_KIND_STANDFIRST || kind == v1::SECTION_KIND_BODY ||
         kind == v1::SECTION_KIND_CAPTION;
}

void AddSection(v1::Article& article, v1::SectionKind kind, ByteSpan span,
                absl::string_view rule) {
  span = Trimmed(article.text(), span);
  if (span.empty()) return;
  v1::Section& section = *article.add_sections();
  section.set_kind(kind);
  section.mutable_span()->set_begin_byte(span.begin);
  section.mutable_span()->set_end_byte(span.end);
  section.set_rule(rule.data(), rule.size());
}

void AddCaption(v1::Article& article, ByteSpan span, ByteSpan credit,
                absl::string_view rule) {
  AddSection(article, v1::SECTION_KIND_CAPTION, {span.begin, credit.begin},
             rule);
  AddSection(article, v1::SECTION_KIND_CREDIT, credit, rule);
}

void AddBodyBegin(v1::Article& article, ByteSpan span, absl::string_view rule) {
  const std::optional<Dateline> dateline = DatelineBefore(article.text(), span);
  if (dateline) {
    AddSection(article, v1::SECTION_KIND_DATELINE, dateline->span,
               "before-first-sentence");
    span.begin = dateline->span.end;
  }
  AddSection(article, v1::SECTION_KIND_BODY, span, rule);
}

void AddBodyEnd(v1::Article& article, ByteSpan span, absl::string_view rule) {
  const std::optional<ByteSpan> agency = TrailingAgency(article.text(), span);
  if (agency) span.end = agency->begin;
  AddSection(article, v1::SECTION_KIND_BODY, span, rule);
  if (agency) {
    AddSection(article, v1::SECTION_KIND_CREDIT, *agency, "agency-signs");
  }
}

}  // namespace concord
