// The files of lexicon/tables/, built into the library by embed_tables.cmake so
// that an installed binary finds them without a path. For word_table.cc only.

#ifndef CONCORD_ENGINE_LEXICON_EMBEDDED_TABLES_H_
#define CONCORD_ENGINE_LEXICON_EMBEDDED_TABLES_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace concord {

// A file: its name without folder and ending, and its bytes.
struct EmbeddedTable {
  absl::string_view name;
  absl::string_view text;
};

// All of them, by name.
absl::Span<const EmbeddedTable> EmbeddedTables();

}  // namespace concord

#endif  // CONCORD_ENGINE_LEXICON_EMBEDDED_TABLES_H_
