#include "engine/compare/article_span.h"

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

uint32_t SizeOf(const v1::TextSpan& span) {
  return span.end_byte() - span.begin_byte();
}

}  // namespace

bool IsMadeOfFragments(const v1::Claim& claim, absl::string_view article) {
  absl::string_view rest = claim.text();
  for (const v1::TextSpan& fragment : claim.fragments()) {
    const bool first = rest.size() == claim.text().size();
    if (!first && !absl::ConsumePrefix(&rest, " ")) return false;
    if (!absl::ConsumePrefix(
            &rest, article.substr(fragment.begin_byte(), SizeOf(fragment)))) {
      return false;
    }
  }
  return rest.empty() && claim.fragments_size() > 0;
}

v1::TextSpan ArticleSpan(const PreparedClaim& claim, ByteSpan span) {
  if (!claim.made_of_fragments) return claim.claim->span();
  uint32_t begin = 0;  // of the fragment, in the claim's text
  for (const v1::TextSpan& fragment : claim.claim->fragments()) {
    const uint32_t end = begin + SizeOf(fragment);
    if (span.begin >= begin && span.end <= end) {
      v1::TextSpan out;
      out.set_begin_byte(fragment.begin_byte() + span.begin - begin);
      out.set_end_byte(fragment.begin_byte() + span.end - begin);
      return out;
    }
    begin = end + 1;
  }
  return claim.claim->span();
}

}  // namespace concord
