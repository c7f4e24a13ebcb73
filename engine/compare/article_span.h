// Whether the words of a claim lead back to its article.

#ifndef CONCORD_ENGINE_COMPARE_ARTICLE_SPAN_H_
#define CONCORD_ENGINE_COMPARE_ARTICLE_SPAN_H_

#include "absl/strings/string_view.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// True where the claim's text is the text of its fragments in `article`, byte
// for byte, parted by single spaces. A restored subject or a resolved pronoun
// makes it false, whatever the lengths. REQUIRES: the fragments lie in
// `article`, or begin in it.
bool IsMadeOfFragments(const v1::Claim& claim, absl::string_view article);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_ARTICLE_SPAN_H_
