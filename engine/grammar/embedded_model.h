// The file english.model as part of the library, so that an installed binary
// finds it without a path. For model.cc only.

#ifndef CONCORD_ENGINE_GRAMMAR_EMBEDDED_MODEL_H_
#define CONCORD_ENGINE_GRAMMAR_EMBEDDED_MODEL_H_

#include "absl/strings/string_view.h"

namespace concord {

// Its bytes, unchecked, beginning at a multiple of 64.
absl::string_view EmbeddedModel();

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_EMBEDDED_MODEL_H_
