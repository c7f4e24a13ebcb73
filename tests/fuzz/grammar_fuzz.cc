// Any bytes to trees: made UTF-8 and in the engine's own tokens, and as they
// are in tokens cut without regard to what the bytes are.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/grammar/grammar.h"
#include "engine/ingest/mapped_text.h"
#include "engine/text/token.h"
#include "tests/fuzz/tree_check.h"

namespace concord {
namespace {

// Cuts the text where its own bytes say: any token spans are fair.
std::vector<Token> CutAnywhere(absl::string_view text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    Token token;
    token.span.begin = static_cast<uint32_t>(at);
    at = std::min<size_t>(at + byte % 9, text.size());
    token.span.end = static_cast<uint32_t>(at);
    token.space_before = byte % 2 == 0;
    tokens.push_back(token);
    at += byte % 9 == 0;
  }
  return tokens;
}

void ParseAndCheck(absl::string_view text, const std::vector<Token>& tokens) {
  CheckTree(ParseSentence(text, tokens), tokens.size());
}

}  // namespace
}  // namespace concord

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // The longest that the engine takes for a sentence.
  constexpr size_t kLongest = 4096;
  const absl::string_view text(reinterpret_cast<const char*>(data),
                               std::min(size, kLongest));
  const std::string repaired = concord::RepairedUtf8(text);
  concord::ParseAndCheck(repaired, concord::Tokenize(repaired));
  concord::ParseAndCheck(text, concord::CutAnywhere(text));
  return 0;
}
