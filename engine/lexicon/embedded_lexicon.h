// The file english.lexicon as part of the library. For lexicon.cc only.

#ifndef CONCORD_ENGINE_LEXICON_EMBEDDED_LEXICON_H_
#define CONCORD_ENGINE_LEXICON_EMBEDDED_LEXICON_H_

#include "absl/strings/string_view.h"

namespace concord {

// Its bytes, unchecked, beginning at a multiple of 64.
absl::string_view EmbeddedLexicon();

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_EMBEDDED_LEXICON_H_
