#include "engine/article/article.h"

#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/article/address.h"
#include "engine/article/dates.h"
#include "engine/article/language.h"
#include "engine/article/origin.h"
#include "engine/article/page_title.h"
#include "engine/article/sections.h"
#include "engine/base/id.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {
namespace {

void SetIds(const Document& document, v1::Article& article) {
  std::string publisher = document.outlet;
  if (publisher.empty()) publisher = HostOf(document.uri);
  if (publisher.empty()) publisher = document.folder;
  article.set_document_id(IdBuilder("document")
                              .Add(publisher)
                              .Add(document.uri.empty()
                                       ? document.local_id
                                       : DocumentAddress(document.uri))
                              .Hex());
  article.set_article_id(IdBuilder("article")
                             .Add(article.document_id())
                             .Add(article.text())
                             .Hex());
  article.set_revision(1);
}

void SplitSections(const Document& document, v1::Article& article) {
  switch (document.layout) {
    case Layout::kProse:
      return SplitProse(document.title, article);
    case Layout::kScraped:
      return SplitScraped(article);
    case Layout::kMarkup:
      return SplitMarkup(document, article);
  }
}

absl::string_view Words(const v1::Article& article,
                        const v1::Section& section) {
  return Slice(article.text(),
               {section.span().begin_byte(), section.span().end_byte()});
}

// The first section of a kind, or of a rule.
std::string FirstOfKind(const v1::Article& article, v1::SectionKind kind) {
  for (const v1::Section& section : article.sections()) {
    if (section.kind() == kind) return std::string(Words(article, section));
  }
  return "";
}
std::string FirstOfRule(const v1::Article& article, absl::string_view rule) {
  for (const v1::Section& section : article.sections()) {
    if (section.rule() == rule) return std::string(Words(article, section));
  }
  return "";
}

// What the drop does not give, the page may.
void SetTitleAndOutlet(Document& document, v1::Article& article) {
  article.set_title(document.title.empty()
                        ? FirstOfKind(article, v1::SECTION_KIND_HEADLINE)
                        : std::move(document.title));
  article.set_outlet(document.outlet.empty()
                         ? FirstOfRule(article, "outlet-name")
                         : std::move(document.outlet));
}

}  // namespace

v1::Article BuildArticle(Document document) {
  v1::Article article;
  if (document.layout == Layout::kMarkup) document.title = PageTitle(document);
  article.set_text(std::move(document.text));
  SetIds(document, article);
  SplitSections(document, article);
  ReadOrigin(document.author, document.agency, article);
  ReadDates(document, article);
  SetTitleAndOutlet(document, article);
  article.set_external_id(std::move(document.external_id));
  article.set_uri(std::move(document.uri));
  article.set_language(TellLanguage(article, document.language));
  *article.mutable_source() = std::move(document.source);
  article.mutable_source_map()->Assign(document.source_map.begin(),
                                       document.source_map.end());
  article.set_repaired_sequences(document.repaired_sequences);
  return article;
}

}  // namespace concord
