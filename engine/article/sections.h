// How the layouts write down what they decide.

#ifndef CONCORD_ENGINE_ARTICLE_SECTIONS_H_
#define CONCORD_ENGINE_ARTICLE_SECTIONS_H_

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "engine/base/span.h"
#include "engine/ingest/document.h"

namespace concord {

// Each adds article.sections for the whole of article.text, in text order
// without overlap, by the rules of one layout. REQUIRES: article.text is set
// and no section is.
void SplitScraped(v1::Article& article);
void SplitProse(absl::string_view title, v1::Article& article);
void SplitMarkup(const Document& document, v1::Article& article);

// True for the sections whose words are the article's own: headline,
// standfirst, body and captions.
bool IsRead(v1::SectionKind kind);

// Appends a section. REQUIRES: the span lies behind all sections so far.
void AddSection(v1::Article& article, v1::SectionKind kind, ByteSpan span,
                absl::string_view rule);

// Appends a caption and the credit that it ends with.
void AddCaption(v1::Article& article, ByteSpan span, ByteSpan credit,
                absl::string_view rule);

// Appends the first run of the body, its dateline as a section of its own.
void AddBodyBegin(v1::Article& article, ByteSpan span, absl::string_view rule);

// Appends the last run of the body, the agency that signs it as a credit.
void AddBodyEnd(v1::Article& article, ByteSpan span, absl::string_view rule);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_SECTIONS_H_
