// The words of a sentence in lower case, and tables of phrases looked up in
// them.

#ifndef CONCORD_ENGINE_VALUE_WORDS_H_
#define CONCORD_ENGINE_VALUE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/lexicon/word_table.h"
#include "engine/text/token.h"

namespace concord {

// The tokens of a sentence in lower case. They stand in one string, parted by
// single spaces, so that a phrase of them is a piece of it and costs nothing.
// `text` and `tokens` must outlive this.
class Words {
 public:
  Words(absl::string_view text, absl::Span<const Token> tokens);

  size_t size() const { return tokens_.size(); }

  // The token at `i`. REQUIRES: i < size().
  const Token& token(size_t i) const { return tokens_[i]; }

  // The word at `i`; empty past the end, so that a rule may look ahead.
  absl::string_view operator[](size_t i) const { return Phrase(i, 1); }

  // The same without the stop of an abbreviation: "gov" for "Gov.".
  absl::string_view Bare(size_t i) const;

  // Words [first, first + count), parted by single spaces; empty where they
  // reach past the end.
  absl::string_view Phrase(size_t first, size_t count) const;

  // True where the token at `i` exists and has `kind`.
  bool Is(size_t i, TokenKind kind) const {
    return i < size() && tokens_[i].kind == kind;
  }

  // True where the token at `i` is a word with a capital letter.
  bool IsCapital(size_t i) const {
    return Is(i, TokenKind::kWord) && tokens_[i].capital;
  }

  // The bytes of words [first, end), in the text. REQUIRES: first < end.
  ByteSpan SpanOf(size_t first, size_t end) const {
    return {tokens_[first].span.begin, tokens_[end - 1].span.end};
  }

  // Those bytes as written.
  absl::string_view Surface(size_t first, size_t end) const {
    return Slice(text_, SpanOf(first, end));
  }

 private:
  absl::string_view text_;
  absl::Span<const Token> tokens_;
  std::string lower_;
  std::vector<uint32_t> begins_;  // of each word in lower_, and one past all
};

// A word table whose keys are phrases. Reading is safe from any number of
// threads.
class PhraseTable {
 public:
  // A row and the words it covers.
  struct Match {
    const WordTable::Row* row = nullptr;
    size_t count = 0;

    explicit operator bool() const { return row != nullptr; }
    absl::string_view column(size_t i) const { return (*row)[i]; }
  };

  // The table of lexicon/tables/NAME.tsv.
  explicit PhraseTable(absl::string_view name);

  // The longest key that begins at word `first`. Its last word may have a stop
  // in the text that the key lacks: "12 km."
  Match At(const Words& words, size_t first) const;

  // The longest key that ends before word `end`.
  Match Before(const Words& words, size_t end) const;

  bool Contains(absl::string_view phrase) const {
    return table_.Contains(phrase);
  }
  const WordTable::Row* Find(absl::string_view phrase) const {
    return table_.Find(phrase);
  }

 private:
  using Lengths = absl::flat_hash_map<absl::string_view, size_t>;

  Match Find(const Words& words, size_t first, size_t count) const;

  const WordTable& table_;
  // The most words of any key that begins, or ends, with a word.
  Lengths by_first_;
  Lengths by_last_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_VALUE_WORDS_H_
