// Which language an article is in.

#ifndef CONCORD_ENGINE_ARTICLE_LANGUAGE_H_
#define CONCORD_ENGINE_ARTICLE_LANGUAGE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"

namespace concord {

// The BCP 47 tag of the language of the article's headline, standfirst, body
// and captions, from their scripts and function words
// (lexicon/tables/languages.tsv) and from `declared`, the tag that the page
// gives itself, often wrongly. Pages are built on templates, so the words count
// more; but what is not clearly in another language is taken for English, above
// all short texts and texts in two languages.
//
// "en" or an English `declared` for English; the language's own tag, or "und"
// and the script, for others; empty where neither words nor page tell.
//
// Looks at some 500 words spread over the article.
// REQUIRES: article.text and article.sections are set.
std::string TellLanguage(const v1::Article& article,
                         absl::string_view declared);

// True for the tags of English, and for none.
bool IsEnglish(absl::string_view language);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_LANGUAGE_H_
