// Documents to articles: sections, dates, outlet, origin, identity.

#ifndef CONCORD_ENGINE_ARTICLE_ARTICLE_H_
#define CONCORD_ENGINE_ARTICLE_ARTICLE_H_

#include <vector>

#include "concord/v1/article.pb.h"
#include "engine/ingest/document.h"

namespace concord {

// Makes an article of a document: tells headline, standfirst, body, captions
// and boilerplate apart, reads dates, outlet and origin, sets the ids. Never
// fails: text in which nothing looks like an article is all body or all
// boilerplate, and its sections say by which rule. `revision` is set to 1; see
// revisions.h.
//
// Safe for use from any number of threads.
v1::Article BuildArticle(Document document);

// The sentences of the article's headline, standfirst, body and captions, in
// text order.
std::vector<v1::Sentence> ArticleSentences(const v1::Article& article);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_ARTICLE_H_
