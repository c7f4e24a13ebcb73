// Writes the lexicon file of engine/lexicon (FORMAT.md there).

#ifndef CONCORD_TOOLS_WORD_TABLES_LEXICON_WRITER_H_
#define CONCORD_TOOLS_WORD_TABLES_LEXICON_WRITER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace concord {

// What the file is to say of a word; see LexiconWord.
struct LexiconRow {
  std::string base;    // "" where the rules give it
  std::string family;  // "" where the word has none
  int bits = 0;        // 0..255
  std::vector<uint16_t> senses;
  std::vector<uint16_t> broader;
  std::vector<uint16_t> antonyms;
};

// By word, in lower case, of 1 to 255 bytes.
using LexiconRows = std::map<std::string, LexiconRow>;

// The bytes of the file: the same rows and source give the same bytes. Bases
// and families need no row of their own. InvalidArgument where a row does not
// fit the format.
//
// Example:
//   LexiconRows rows;
//   rows["children"].base = "child";
//   absl::StatusOr<std::string> bytes = WriteLexicon(rows, /*source=*/0);
absl::StatusOr<std::string> WriteLexicon(const LexiconRows& rows,
                                         uint64_t source);

}  // namespace concord

#endif  // CONCORD_TOOLS_WORD_TABLES_LEXICON_WRITER_H_
