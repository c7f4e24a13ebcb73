// Which of a drop's articles are the same, and which came later.
//
// Example:
//   SettledArticles settled = SettleRevisions(std::move(articles));
//   // settled.articles: each text once, by id, with its revision;
//   // settled.quarantines: what was a duplicate or a clash.

#ifndef CONCORD_ENGINE_ARTICLE_REVISIONS_H_
#define CONCORD_ENGINE_ARTICLE_REVISIONS_H_

#include <vector>

#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"

namespace concord {

// What SettleRevisions makes of a drop.
struct SettledArticles {
  std::vector<v1::Article> articles;  // by article_id, no id twice
  std::vector<v1::Quarantine> quarantines;
};

// Settles duplicates and numbers revisions, whatever the order of `articles`:
//
// - The same article_id with the same text is a duplicate: the one that was
//   published first is kept (then the one with the least source path and
//   offset), the others become QUARANTINE_CODE_DUPLICATE.
// - The same article_id with another text is a clash of hashes: the least text
//   is kept, the others become QUARANTINE_CODE_ID_CLASH.
// - The same document with the same title and body and another page around it
//   is a duplicate too: kept is the one published first, then the one with the
//   least address. Bodies of a few words are not compared.
// - Articles with one document_id are revisions of one document and numbered
//   from 1, by the time they were modified (where that is unknown, published;
//   unknown times come first), then by article_id.
//
// Earlier revisions stay in the result and say by which article they are
// superseded.
SettledArticles SettleRevisions(std::vector<v1::Article> articles);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_REVISIONS_H_
