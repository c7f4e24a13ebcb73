// A slow, plain reader of lexicon files: a map, read from the bytes as
// FORMAT.md draws them, without the engine's structures or its hash.

#ifndef CONCORD_TESTS_LEXICON_PLAIN_LEXICON_H_
#define CONCORD_TESTS_LEXICON_PLAIN_LEXICON_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace concord {

struct PlainWord {
  std::string base;    // "" where the rules give it
  std::string family;  // "" where it has none
  int bits = 0;
  std::vector<int> senses;
  std::vector<int> broader;
  std::vector<int> antonyms;

  bool operator==(const PlainWord&) const = default;
};

// `file` is sound.
std::map<std::string, PlainWord> ReadPlainLexicon(absl::string_view file);

}  // namespace concord

#endif  // CONCORD_TESTS_LEXICON_PLAIN_LEXICON_H_
