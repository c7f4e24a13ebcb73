// The phrases of a sentence with the questions that are asked of a place in it:
// what stands before, where a subject begins, what a verb can govern.

#ifndef CONCORD_ENGINE_CLAIM_PHRASE_CONTEXT_H_
#define CONCORD_ENGINE_CLAIM_PHRASE_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"

namespace concord {

// `sentence` must outlive it. Phrases are named by index.
class PhraseContext {
 public:
  // Stands for the place before the first phrase.
  static constexpr size_t kStart = static_cast<size_t>(-1);

  // What a finite verb finds to its left.
  struct Left {
    TokenRange subject;        // empty where none stands right before it
    size_t boundary = kStart;  // the phrase before the subject
  };

  explicit PhraseContext(const SentenceView& sentence)
      : s_(sentence), phrases_(FindPhrases(sentence)) {}

  size_t size() const { return phrases_.size(); }
  absl::Span<const Phrase> phrases() const { return phrases_; }
  const Phrase& operator[](size_t p) const { return phrases_[p]; }

  // kOther past either end.
  PhraseKind KindAt(size_t p) const;

  // The nearest phrase at or before p that is no adverb, or kStart.
  size_t SkipAdverbsBack(size_t p) const;

  // The noun phrases, with prepositions and conjunctions between them, that
  // end just before phrase p.
  Left LeftOf(size_t p) const;

  // Phrase q is "he", "everyone".
  bool IsPronoun(size_t q) const;

  // The first noun phrase from token `begin` on that is no object of a
  // preposition; empty where there is none.
  TokenRange FirstNounFrom(uint32_t begin) const;

  // The first token of phrase `boundary`, or `otherwise` for kStart.
  uint32_t BoundaryToken(size_t boundary, uint32_t otherwise) const;

  // The verb at the token takes what is said or thought as a clause.
  bool ReportsAt(uint32_t token) const;

  // Nothing that could be said follows the reporting verb at phrase p: a mark,
  // a time, an adverb, a preposition.
  bool ReportEndsHere(size_t p) const;

  // `..., said Chung`: a report with its subject after its verb. `boundary` is
  // the phrase before it, or kStart.
  bool IsInvertedReport(size_t p, size_t boundary) const;

  // The noun phrase right after the quotation that ends before phrase p, where
  // a comma follows it: `"...," Chung, ...`; else empty.
  TokenRange NounAfterQuote(size_t p) const;

 private:
  // Back over "a week ago", "on Friday", "Friday": where a subject stands
  // before it, it is no subject itself.
  size_t SkipTimesBack(size_t q) const;

  bool IsTimeAdverb(uint32_t i) const;

  // Takes "X in" of "X in Y" and "X and" of "X and Y" into `subject`; returns
  // the first phrase of it.
  size_t ExtendLeft(size_t q, TokenRange& subject) const;

  // The noun phrase that ends with phrase q, what stands in brackets after it
  // left aside; or kStart.
  size_t NounEndingAt(size_t q) const;

  // "he" of "he and Holt": a pronoun that is a subject.
  bool IsNominative(size_t q) const;

  // The noun phrase q belongs to the one before it and the word between.
  bool JoinsLeft(size_t q) const;

  // A clause may begin at the noun phrase q: a reporting verb stands before it.
  bool FollowsReport(size_t q) const;

  // The noun phrase q is the object of a verb, or of a preposition of one.
  bool FollowsVerb(size_t q) const;

  const SentenceView& s_;
  const std::vector<Phrase> phrases_;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_PHRASE_CONTEXT_H_
