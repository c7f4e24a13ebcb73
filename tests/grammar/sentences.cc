#include "tests/grammar/sentences.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace concord {
namespace {

// Function words and marks often, so that the parser has much to decide.
constexpr const char* kPieces[] = {
    "the",
    "of",
    "and",
    "to",
    "that",
    "which",
    "who",
    "said",
    "says",
    "was",
    "were",
    "has",
    "minister",
    "Minister",
    "Geneva",
    "MADRID",
    "talks",
    "ferry",
    "quickly",
    "not",
    "n't",
    "'s",
    ",",
    ".",
    "(",
    ")",
    "\"",
    "\u201c",
    "\u201d",
    "\u2019s",
    "\u2014",
    "--",
    "...",
    "\u2026",
    "$",
    "3.6",
    "1998",
    "two-year",
    "cannot",
    "it",
    "they",
    "by",
    "because",
    "if",
    "will",
    "meet",
    "meeting",
    "met",
    "\u00c9lys\u00e9e",
    "\u6771\u4eac",
    "a",
    "antidisestablishmentarianism",
    "http://example.org/a?b=c&d=eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"};

}  // namespace

std::string RandomSentence(std::mt19937& random) {
  std::string text;
  for (auto n = random() % 40; n > 0; --n) {
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 5 != 0) text += ' ';
  }
  return text;
}

std::string RandomBytes(std::mt19937& random) {
  std::string bytes(random() % 200, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

std::vector<Token> RandomTokens(const std::string& text, std::mt19937& random) {
  std::vector<Token> tokens;
  for (uint32_t at = 0; at < text.size();) {
    const auto size = static_cast<uint32_t>(
        std::min<size_t>(1 + random() % 9, text.size() - at));
    Token token;
    token.span = {at, at + size};
    token.space_before = random() % 2 == 0;
    if (random() % 4 != 0) tokens.push_back(token);
    at += size;
  }
  return tokens;
}

}  // namespace concord
