// Whether bytes are a lexicon file that can be read in place. For lexicon.cc.

#ifndef CONCORD_ENGINE_LEXICON_LEXICON_CHECK_H_
#define CONCORD_ENGINE_LEXICON_LEXICON_CHECK_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace concord {

// OK where every byte of `bytes`, which begin at a multiple of 8, is as the
// writer left it and every reference of the file stays inside it. The message
// begins with `name`. Time and memory: one pass, none.
absl::Status CheckLexicon(absl::string_view bytes, absl::string_view name);

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_LEXICON_CHECK_H_
