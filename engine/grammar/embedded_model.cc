#include "engine/grammar/embedded_model.h"

#include "absl/strings/string_view.h"

// The assembler takes the file in as it is: no generated source, no compiler
// working through megabytes of digits. CONCORD_GRAMMAR_MODEL is its path, set
// by CMakeLists.txt.
asm(".section .rodata\n"
    ".balign 64\n"
    ".globl concord_grammar_model_begin\n"
    "concord_grammar_model_begin:\n"
    ".incbin \"" CONCORD_GRAMMAR_MODEL
    "\"\n"
    ".globl concord_grammar_model_end\n"
    "concord_grammar_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char concord_grammar_model_begin[];
extern const char concord_grammar_model_end[];
}

namespace concord {

absl::string_view EmbeddedModel() {
  return absl::string_view(concord_grammar_model_begin,
                           static_cast<size_t>(concord_grammar_model_end -
                                               concord_grammar_model_begin));
}

}  // namespace concord
