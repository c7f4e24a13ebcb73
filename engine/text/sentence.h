// Text as sentences.
//
// A scan over bytes skips what cannot end a sentence by one table; stops, line
// breaks, list labels and rules drawn with marks are then judged by what stands
// around them.

#ifndef CONCORD_ENGINE_TEXT_SENTENCE_H_
#define CONCORD_ENGINE_TEXT_SENTENCE_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

// Splits text[span] into sentences, in order, without the white space around
// them. A blank line always ends one; a single line break ends one only where
// the line is no hard-wrapped prose. Every byte that is not white space lies in
// exactly one sentence. Time is linear in the text.
//
// What is known: abbreviations by class (a title never ends a sentence; "Co."
// ends one before a sentence starter), initials, decimals, list numbers,
// ellipses, quotation marks and brackets that close after the end. A run longer
// than Limits::max_sentence_bytes is cut at white space.
//
// REQUIRES: text is valid UTF-8 of less than 4 GiB; span lies in it, on
// character boundaries.
std::vector<ByteSpan> SplitSentences(absl::string_view text, ByteSpan span);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_SENTENCE_H_
