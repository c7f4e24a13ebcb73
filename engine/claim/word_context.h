// The words of one sentence while their classes are decided from left to right,
// with the questions that are asked of a word's neighbours.
//
// What stands to the left is decided; of what stands to the right, the entries
// tell what it may be.

#ifndef CONCORD_ENGINE_CLAIM_WORD_CONTEXT_H_
#define CONCORD_ENGINE_CLAIM_WORD_CONTEXT_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/claim/word_entry.h"
#include "engine/text/token.h"

namespace concord {

// `tokens` and `words` must outlive it. Words are named by index.
class WordContext {
 public:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  WordContext(absl::Span<const Token> tokens,
              absl::Span<const absl::string_view> words);

  size_t size() const { return words_.size(); }
  absl::string_view word(size_t i) const { return words_[i]; }
  const Token& token(size_t i) const { return tokens_[i]; }
  const WordEntry& entry(size_t i) const { return entries_[i]; }
  const VerbForm* verb(size_t i) const { return entries_[i].verb; }
  // True where most words have capitals, so that a capital says little.
  bool headline() const { return headline_; }

  // Decides word i. REQUIRES: words before i are decided.
  void Decide(size_t i, WordClass word_class);
  WordClass class_of(size_t i) const { return out_[i].word_class; }
  // The classes, with the verbs of those that are verbs. What is left is empty.
  std::vector<ClassifiedWord> Take() { return std::move(out_); }

  bool Is(size_t i, WordClass c) const;

  // The word after i reads `word`.
  bool NextIs(size_t i, absl::string_view word) const;

  // The nearest word to the left that is no adverb and no quotation mark.
  size_t PreviousContent(size_t i) const;

  // The same to the right, as far as the tables tell.
  size_t NextContent(size_t i) const;

  // The tables say that word i is a finite auxiliary or modal.
  bool IsFiniteEntry(size_t i) const;

  // A finite verb and nothing else, whatever stands beside it.
  bool IsPlainlyFinite(size_t i) const;

  // A mark or word at which a clause may end.
  bool IsBoundaryEntry(size_t i) const;

  // A noun phrase begins at i: a determiner and its like, or, if `bare_too`,
  // a noun without one.
  bool OpensNounPhrase(size_t i, bool bare_too) const;

  // A clause with a verb of its own begins at i: a finite verb stands before
  // the next boundary, or a gerund stands first.
  bool ClauseFollows(size_t i) const;

  // Word i is plainly finite, or a form that may be.
  bool MayBeFinite(size_t i) const;

  // A bare verb begins at i, adverbs before it left aside.
  bool BareVerbFollows(size_t i) const;

  // A modal, or "to" before a verb, governs word i.
  bool AfterModalOrTo(size_t i) const;

  // A form of "have" governs word i.
  bool AfterHave(size_t i) const;

  // Word i is a noun, number, time, pronoun, or ends a bracket.
  bool IsNounLike(size_t i) const;

  // A capital means a name here.
  bool IsName(size_t i) const { return IsNameAt(tokens_, i); }

 private:
  bool LooksLikeHeadline() const;

  const absl::Span<const Token> tokens_;
  const absl::Span<const absl::string_view> words_;
  const std::vector<WordEntry> entries_;
  const bool headline_;
  std::vector<ClassifiedWord> out_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_WORD_CONTEXT_H_
