// The title of a page without the name of its site.

#ifndef CONCORD_ENGINE_ARTICLE_PAGE_TITLE_H_
#define CONCORD_ENGINE_ARTICLE_PAGE_TITLE_H_

#include <string>

#include "engine/ingest/document.h"

namespace concord {

// document.title, and where a mark parts it ("Toll to end | The Herald", "The
// Herald: Toll to end") only the part that a heading of the page repeats, or
// else what the outlet's own name leaves. Linear in the document.
std::string PageTitle(const Document& document);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_PAGE_TITLE_H_
