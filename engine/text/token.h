// Text as tokens: words, numbers, marks.
//
// Example:
//   std::vector<Token> tokens = Tokenize("Yoon's office said: 30 dead.");
//   // Yoon 's office said : 30 dead .

#ifndef CONCORD_ENGINE_TEXT_TOKEN_H_
#define CONCORD_ENGINE_TEXT_TOKEN_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace concord {

enum class TokenKind : uint8_t {
  kWord,        // letters, with inner apostrophes and hyphens: "Suk-yeol"
  kNumber,      // digits, with inner marks: "1910-45", "3.6", "17:48", "18th"
  kPunct,       // one mark of punctuation, or a run of dots or dashes
  kOpenQuote,   // a quotation mark that opens, straight or curly
  kCloseQuote,  // a quotation mark that closes
  kSymbol,  // any other character that is not white space: "$", "€", "•"
};

// One token. Copied by value as desired.
struct Token {
  ByteSpan span;  // into the text that was tokenized
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;  // white space, or the text's begin, precedes it
  bool capital = false;       // its first letter is upper case
  bool all_caps = false;      // two letters or more, none lower case

  friend bool operator==(const Token&, const Token&) = default;
};

// Splits `text` into tokens, in order. Contractions and possessives part as in
// the Penn Treebank: "don't" -> "do" "n't", "Yoon's" -> "Yoon" "'s". Every byte
// that is not white space lies in exactly one token. Time and memory are linear
// in the text.
//
// REQUIRES: text is valid UTF-8 of less than 4 GiB.
std::vector<Token> Tokenize(absl::string_view text);

// The same for text[span]; the tokens' spans point into `text`.
std::vector<Token> Tokenize(absl::string_view text, ByteSpan span);

}  // namespace concord

#endif  // CONCORD_ENGINE_TEXT_TOKEN_H_
