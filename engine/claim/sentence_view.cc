#include "engine/claim/sentence_view.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/grammar/grammar.h"

namespace concord {

SentenceView::SentenceView(absl::string_view text, ByteSpan span)
    : text_(text),
      span_(span),
      tokens_(Tokenize(text, span)),
      lower_(absl::AsciiStrToLower(Slice(text, span))) {
  words_.reserve(tokens_.size());
  const absl::string_view lower = lower_;
  for (const Token& token : tokens_) {
    words_.push_back(
        lower.substr(token.span.begin - span.begin, token.span.size()));
  }
  classes_ = ClassifyWords(tokens_, words_, TagSentence(text, tokens_));
}

}  // namespace concord
