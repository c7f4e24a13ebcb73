// A page of HTML as a document: its text in blocks, and what its head says.

#ifndef CONCORD_ENGINE_INGEST_HTML_READER_H_
#define CONCORD_ENGINE_INGEST_HTML_READER_H_

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"

namespace concord {

// Reads a page in one pass. Blocks are parted by blank lines; white space is
// collapsed, but for <pre>; scripts, styles and controls are left out. Title,
// outlet, author, address, dates and language come from JSON-LD,
// <meta>, <title>, <link rel=canonical>, <time> and <html lang>, where the page
// gives them.
//
// The source map leads into `page`: a decoded reference, collapsed white space
// and the break between blocks map as a whole (a single white space character
// reads as a space and maps to itself).
//
// Time is linear in the page and memory at most some ten times its size,
// whatever it holds: no more than 512 elements are open at once, and deeper
// ones count as part of the last (Blink and WebKit have the same limit).
Document ReadHtml(absl::string_view page);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_HTML_READER_H_
