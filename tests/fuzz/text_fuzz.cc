// Any bytes, made UTF-8 as the engine makes them, to sentences and tokens.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/ingest/mapped_text.h"
#include "engine/text/sentence.h"
#include "engine/text/token.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using concord::ByteSpan;
  using concord::Check;
  const std::string text = concord::RepairedUtf8(
      absl::string_view(reinterpret_cast<const char*>(data), size));
  const ByteSpan all{0, static_cast<uint32_t>(text.size())};
  uint32_t sentence_end = 0;
  for (ByteSpan sentence : concord::SplitSentences(text, all)) {
    Check(!sentence.empty(), "a sentence is not empty");
    Check(sentence_end <= sentence.begin, "sentences follow each other");
    Check(all.Contains(sentence), "a sentence lies in the text");
    sentence_end = sentence.end;
    uint32_t token_end = sentence.begin;
    for (const concord::Token& token : concord::Tokenize(text, sentence)) {
      Check(!token.span.empty(), "a token is not empty");
      Check(token_end <= token.span.begin, "tokens follow each other");
      Check(sentence.Contains(token.span), "a token lies in its sentence");
      token_end = token.span.end;
    }
  }
  concord::Tokenize(text);
  return 0;
}
