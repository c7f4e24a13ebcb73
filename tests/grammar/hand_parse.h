// Parses written by hand.

#ifndef CONCORD_TESTS_GRAMMAR_HAND_PARSE_H_
#define CONCORD_TESTS_GRAMMAR_HAND_PARSE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/grammar/grammar.h"
#include "engine/grammar/word.h"

namespace concord {

// A sentence, its words' numbers and its grammar.
struct HandParse {
  std::string text;
  std::vector<Word> words;
  ParsedSentence parse;
};

// Reads words parted by spaces: "word/TAG", or "word/TAG/head/label" where head
// is the number of a word, from 1, or 0. Fails the test where one is no tag or
// label.
HandParse ReadHandParse(absl::string_view words);

// Whether the heads make a tree in which the words below any word are one run.
void ExpectProjectiveTree(const ParsedSentence& parse);

}  // namespace concord

#endif  // CONCORD_TESTS_GRAMMAR_HAND_PARSE_H_
