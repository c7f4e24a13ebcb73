// A sentence made ready once: its tokens, their words in lower case, their
// classes. All later steps read it and none tokenizes again.

#ifndef CONCORD_ENGINE_CLAIM_SENTENCE_VIEW_H_
#define CONCORD_ENGINE_CLAIM_SENTENCE_VIEW_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/text/token.h"

namespace concord {

// Not copyable: its words point into itself. `text` must outlive it.
class SentenceView {
 public:
  // REQUIRES: span lies in text, on character boundaries.
  SentenceView(absl::string_view text, ByteSpan span);
  SentenceView(const SentenceView&) = delete;
  SentenceView& operator=(const SentenceView&) = delete;

  absl::string_view text() const { return text_; }
  ByteSpan span() const { return span_; }
  uint32_t size() const { return static_cast<uint32_t>(tokens_.size()); }
  TokenRange all() const { return {0, size()}; }

  const Token& token(size_t i) const { return tokens_[i]; }
  absl::Span<const Token> tokens() const { return tokens_; }
  // The word in lower case (ASCII letters only).
  absl::string_view word(size_t i) const { return words_[i]; }
  // The word as written.
  absl::string_view surface(size_t i) const {
    return Slice(text_, tokens_[i].span);
  }
  WordClass class_of(size_t i) const { return classes_[i].word_class; }
  // True where i is a token of the class; false past either end.
  bool Is(size_t i, WordClass c) const {
    return i < tokens_.size() && classes_[i].word_class == c;
  }
  // The verb form at i, or nullptr.
  const VerbForm* verb(size_t i) const { return classes_[i].verb; }

  // The bytes of text from the first token of the range to its last.
  // REQUIRES: the range is not empty.
  ByteSpan Bytes(TokenRange range) const {
    return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
  }

 private:
  absl::string_view text_;
  ByteSpan span_;
  std::vector<Token> tokens_;
  std::string lower_;
  std::vector<absl::string_view> words_;
  std::vector<ClassifiedWord> classes_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_SENTENCE_VIEW_H_
