#include <cstddef>
#include <cstdint>

#include "concord/v1/article.pb.h"
#include "concord/v1/claim.pb.h"
#include "engine/base/span.h"
#include "engine/compare/prepared_claim.h"

namespace concord {
namespace {

uint32_t SizeOf(const v1::TextSpan& span) {
  return span.end_byte() - span.begin_byte();
}

// True where the claim's text is its fragments, parted by single spaces.
bool IsMadeOfFragments(const v1::Claim& claim) {
  size_t size = 0;
  for (const v1::TextSpan& fragment : claim.fragments()) {
    size += SizeOf(fragment) + 1;
  }
  return size == claim.text().size() + 1;
}

}  // namespace

v1::TextSpan ArticleSpan(const v1::Claim& claim, ByteSpan span) {
  if (!IsMadeOfFragments(claim)) return claim.span();
  uint32_t begin = 0;  // of the fragment, in the claim's text
  for (const v1::TextSpan& fragment : claim.fragments()) {
    const uint32_t end = begin + SizeOf(fragment);
    if (span.begin >= begin && span.end <= end) {
      v1::TextSpan out;
      out.set_begin_byte(fragment.begin_byte() + span.begin - begin);
      out.set_end_byte(fragment.begin_byte() + span.end - begin);
      return out;
    }
    begin = end + 1;
  }
  return claim.span();
}

}  // namespace concord
