// Reads trees in CoNLL-U (universaldependencies.org/format.html).

#ifndef CONCORD_TOOLS_TRAIN_GRAMMAR_TREEBANK_H_
#define CONCORD_TOOLS_TRAIN_GRAMMAR_TREEBANK_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/grammar/grammar.h"
#include "engine/text/token.h"

namespace concord {

// A sentence with its right grammar.
struct GoldSentence {
  std::string text;           // the words with white space as it was
  std::vector<Token> tokens;  // the treebank's own, into `text`
  ParsedSentence gold;
};

// The sentences of a CoNLL-U text, in order. An unknown tag or label, or a line
// that is none of the format's, is an error that names the line.
absl::StatusOr<std::vector<GoldSentence>> ParseTreebank(
    absl::string_view conllu);

// The bytes of a file.
absl::StatusOr<std::string> ReadFile(const std::string& path);

}  // namespace concord

#endif  // CONCORD_TOOLS_TRAIN_GRAMMAR_TREEBANK_H_
