// What `extract` shows people: articles part by part.

#ifndef CONCORD_ENGINE_REPORT_ARTICLES_TEXT_H_
#define CONCORD_ENGINE_REPORT_ARTICLES_TEXT_H_

#include <string>
#include <vector>

#include "concord/v1/article.pb.h"

namespace concord {

// The articles with what is known of each and its sections in order. With
// `why`, the rule that told each section, what dates were read from, and a
// legend of the rules (lexicon/tables/section_rules.tsv). All text of others
// passes through SafeText.
std::string ArticlesText(const std::vector<v1::Article>& articles, bool why);

}  // namespace concord

#endif  // CONCORD_ENGINE_REPORT_ARTICLES_TEXT_H_
