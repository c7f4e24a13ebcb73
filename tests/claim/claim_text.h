// Claims as the lines of the golden files.

#ifndef CONCORD_TESTS_CLAIM_CLAIM_TEXT_H_
#define CONCORD_TESTS_CLAIM_CLAIM_TEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// An article whose body is all of `text`, published on 10 May 2022.
v1::Article BodyArticle(absl::string_view text);

// The claims of such an article, one line each; see tests/data/claim/README.md.
std::vector<std::string> DescribeClaims(absl::string_view text);

}  // namespace concord

#endif  // CONCORD_TESTS_CLAIM_CLAIM_TEXT_H_
