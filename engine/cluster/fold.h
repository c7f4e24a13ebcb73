// Folding of characters outside ASCII, for comparison only: lower case by
// simple pairs (Latin, Greek, Cyrillic, Armenian, full width), punctuation,
// symbols and spaces to one blank, soft hyphens and joiners to nothing.
//
// The pairs are written here and not asked of a Unicode library, because they
// are part of the hash scheme: another version of the library would make
// another scheme under the same name.

#ifndef CONCORD_ENGINE_CLUSTER_FOLD_H_
#define CONCORD_ENGINE_CLUSTER_FOLD_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace concord {

// Writes `text` folded to `out` and returns how many bytes that took, never
// more than text.size(). ASCII passes unchanged (the kernels fold it), and so
// do bytes that are not UTF-8. REQUIRES: text.size() bytes are writable.
size_t FoldBeyondAscii(absl::string_view text, char* out);

// Copies `text` to `out`. True where every byte is below 0x80, so that there is
// nothing to fold. REQUIRES: text.size() bytes are writable.
bool CopyAscii(absl::string_view text, char* out);

}  // namespace concord

#endif  // CONCORD_ENGINE_CLUSTER_FOLD_H_
