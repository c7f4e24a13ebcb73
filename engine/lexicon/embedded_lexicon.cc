#include "engine/lexicon/embedded_lexicon.h"

#include <cstddef>

#include "absl/strings/string_view.h"

// The assembler takes the file in as it is. CONCORD_LEXICON_FILE is its path,
// set by CMakeLists.txt.
asm(".section .rodata\n"
    ".balign 64\n"
    ".globl concord_lexicon_begin\n"
    "concord_lexicon_begin:\n"
    ".incbin \"" CONCORD_LEXICON_FILE
    "\"\n"
    ".globl concord_lexicon_end\n"
    "concord_lexicon_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char concord_lexicon_begin[];
extern const char concord_lexicon_end[];
}

namespace concord {

absl::string_view EmbeddedLexicon() {
  return absl::string_view(
      concord_lexicon_begin,
      static_cast<size_t>(concord_lexicon_end - concord_lexicon_begin));
}

}  // namespace concord
