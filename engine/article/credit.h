// Picture credits: at the end of a caption or alone on a line.

#ifndef CONCORD_ENGINE_ARTICLE_CREDIT_H_
#define CONCORD_ENGINE_ARTICLE_CREDIT_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

// The credit that text[line] ends with; all of the line where it is nothing
// else:
//   The minister arrives. (Photo: AP)           ... in May. | MOFA / VIA AFP
//   The wreck (Ann Lee/Pool Photo via AP)       Picture: Ministry of Transport
//   The yard. REUTERS/Ann Lee                   Image courtesy of the museum
// Brackets that follow each other are taken together. Looks at the line's end
// only.
std::optional<ByteSpan> TrailingCredit(absl::string_view text, ByteSpan line);

// The agency that text[line] is signed with, after its last sentence:
// "(Reuters)", "— AFP". A report ends so; a caption may too.
std::optional<ByteSpan> TrailingAgency(absl::string_view text, ByteSpan line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_CREDIT_H_
