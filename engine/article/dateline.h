// The place and agency in front of a report's first sentence.

#ifndef CONCORD_ENGINE_ARTICLE_DATELINE_H_
#define CONCORD_ENGINE_ARTICLE_DATELINE_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

// A dateline, as spans of the text it was found in.
struct Dateline {
  ByteSpan span;    // all of it, the dash included
  ByteSpan place;   // "NEW DELHI"; may be empty
  ByteSpan agency;  // the name without brackets; may be empty
};

// The dateline that text[line] begins with:
//   TOKYO (Reuters) – Japan's ...          SEOUL, South Korea (AP) — The ...
//   NEW DELHI, Sept 22 (PTI): The ...      (AFP) - Two ...
//   LONDON — The ...
// A place without agency or date must stand in capitals. Looks at the line's
// begin only.
std::optional<Dateline> DatelineBefore(absl::string_view text, ByteSpan line);

// The dateline that is all of text[line]: "AP Seoul (South Korea)", "Seoul,
// Sept 22 (AP)", "Geneva / Reuters". It must name an agency.
std::optional<Dateline> DatelineAlone(absl::string_view text, ByteSpan line);

}  // namespace concord

#endif  // CONCORD_ENGINE_ARTICLE_DATELINE_H_
