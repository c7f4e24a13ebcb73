// Articles whose publishers took them back.

#ifndef CONCORD_ENGINE_ARTICLE_WITHDRAWALS_H_
#define CONCORD_ENGINE_ARTICLE_WITHDRAWALS_H_

#include <vector>

#include "concord/v1/article.pb.h"
#include "concord/v1/record.pb.h"

namespace concord {

// Takes out of `articles` what one of `withdrawals` is about, and returns a
// QUARANTINE_CODE_WITHDRAWN for each. A withdrawal is an article, mostly
// without text, that has the same document_id or, since a notice need not
// repeat who published it, the same external_id where that is an address or a
// URN. What is known to have been changed after the withdrawal stays.
std::vector<v1::Quarantine> TakeOutWithdrawn(
    const std::vector<v1::Article>& withdrawals,
    std::vector<v1::Article>& articles);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_WITHDRAWALS_H_
