#include "engine/article/article.h"

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/id.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

void AddSection(v1::Article& article, v1::SectionKind kind, ByteSpan span,
                absl::string_view rule) {
  v1::Section& section = *article.add_sections();
  section.set_kind(kind);
  section.mutable_span()->set_begin_byte(span.begin);
  section.mutable_span()->set_end_byte(span.end);
  section.set_rule(std::string(rule));
}

// The bytes of text[begin, end) without the white space around them.
ByteSpan Trimmed(absl::string_view text, size_t begin, size_t end) {
  while (begin < end && absl::ascii_isspace(text[begin])) ++begin;
  while (begin < end && absl::ascii_isspace(text[end - 1])) --end;
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

void SplitSections(const Document& document, v1::Article& article) {
  const absl::string_view text = article.text();
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const ByteSpan line = Trimmed(text, begin, end);
    begin = end + 1;
    if (line.empty()) continue;
    const bool title =
        article.sections().empty() && Slice(text, line) == document.title;
    AddSection(article,
               title ? v1::SECTION_KIND_HEADLINE : v1::SECTION_KIND_BODY, line,
               title ? "equals-title" : "line");
  }
}

void SetIds(const Document& document, v1::Article& article) {
  const std::string& publisher =
      document.outlet.empty() ? document.folder : document.outlet;
  const std::string& address =
      document.uri.empty() ? document.local_id : document.uri;
  article.set_document_id(
      IdBuilder("document").Add(publisher).Add(address).Hex());
  article.set_article_id(IdBuilder("article")
                             .Add(article.document_id())
                             .Add(article.text())
                             .Hex());
  article.set_revision(1);
}

}  // namespace

v1::Article BuildArticle(Document document) {
  v1::Article article;
  article.set_text(std::move(document.text));
  SplitSections(document, article);
  SetIds(document, article);
  article.set_external_id(std::move(document.external_id));
  article.set_uri(std::move(document.uri));
  article.set_outlet(std::move(document.outlet));
  article.set_title(std::move(document.title));
  article.set_language(std::move(document.language));
  *article.mutable_source() = std::move(document.source);
  article.mutable_source_map()->Assign(document.source_map.begin(),
                                       document.source_map.end());
  article.set_repaired_sequences(document.repaired_sequences);
  return article;
}

}  // namespace concord
