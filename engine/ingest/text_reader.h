// Plain text as a document.

#ifndef CONCORD_ENGINE_INGEST_TEXT_READER_H_
#define CONCORD_ENGINE_INGEST_TEXT_READER_H_

#include "absl/strings/string_view.h"
#include "engine/ingest/document.h"

namespace concord {

inline constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// `bytes` as the text of a document, with the way back and the digest. A byte
// order mark is left out.
Document ReadText(absl::string_view bytes, Layout layout);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_TEXT_READER_H_
