#include "concord/v1/article.pb.h"
#include "engine/article/sections.h"
#include "engine/ingest/document.h"

namespace concord {

void SplitMarkup(const Document&, v1::Article& article) {
  SplitScraped(article);
}

}  // namespace concord
