// Generated sentences: words of several kinds in any order, and raw bytes.

#ifndef CONCORD_TESTS_GRAMMAR_SENTENCES_H_
#define CONCORD_TESTS_GRAMMAR_SENTENCES_H_

#include <random>
#include <string>
#include <vector>

#include "engine/text/token.h"

namespace concord {

// Up to forty words and marks, valid UTF-8.
std::string RandomSentence(std::mt19937& random);

// Up to two hundred bytes of any value.
std::string RandomBytes(std::mt19937& random);

// Cuts `text` into tokens of one byte or more, anyhow, some bytes left out.
std::vector<Token> RandomTokens(const std::string& text, std::mt19937& random);

}  // namespace concord

#endif  // CONCORD_TESTS_GRAMMAR_SENTENCES_H_
