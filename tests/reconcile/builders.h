// Articles and claims by hand, for the tests of this folder.

#ifndef CONCORD_TESTS_RECONCILE_BUILDERS_H_
#define CONCORD_TESTS_RECONCILE_BUILDERS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"

namespace concord {

// An article whose text is all body. Ids sort as they are given: "a" < "b".
inline v1::Article MakeArticle(absl::string_view id, absl::string_view text,
                               absl::string_view outlet = "") {
  v1::Article article;
  article.set_article_id(std::string(id));
  article.set_document_id(std::string(id));
  article.set_outlet(outlet.empty() ? "Outlet " + std::string(id)
                                    : std::string(outlet));
  article.set_text(std::string(text));
  v1::Section& body = *article.add_sections();
  body.set_kind(v1::SECTION_KIND_BODY);
  body.mutable_span()->set_end_byte(static_cast<uint32_t>(text.size()));
  return article;
}

// Sets the UTC day of publication, in days since 1970.
inline void PublishOnDay(int day, v1::Article& article) {
  constexpr int64_t kDay = 24 * 3600;
  article.mutable_published()->mutable_begin()->set_seconds(day * kDay);
  article.mutable_published()->mutable_end()->set_seconds((day + 1) * kDay);
}

// A main claim asserted in the outlet's own voice, `place` bytes into its
// article.
inline v1::Claim MakeClaim(absl::string_view id, const v1::Article& article,
                           absl::string_view text, uint32_t place = 0) {
  v1::Claim claim;
  claim.set_claim_id(std::string(id));
  claim.set_article_id(article.article_id());
  claim.set_text(std::string(text));
  claim.mutable_span()->set_begin_byte(place);
  claim.mutable_span()->set_end_byte(place + 1);
  claim.set_section(v1::SECTION_KIND_BODY);
  claim.set_rank(v1::RANK_MAIN);
  claim.set_polarity(v1::POLARITY_POSITIVE);
  claim.set_modality(v1::MODALITY_ASSERTED);
  return claim;
}

}  // namespace concord

#endif  // CONCORD_TESTS_RECONCILE_BUILDERS_H_
