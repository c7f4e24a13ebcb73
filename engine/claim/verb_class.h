// Which words of a sentence are verbs, and in which form: "plans" is a noun or
// a present tense, "arrested" a past tense, a participle or an adjective.

#ifndef CONCORD_ENGINE_CLAIM_VERB_CLASS_H_
#define CONCORD_ENGINE_CLAIM_VERB_CLASS_H_

#include <cstddef>

#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"
#include "engine/claim/word_context.h"

namespace concord {

// Decides the verbs of one sentence, from left to right. `context` must outlive
// it.
class VerbClassifier {
 public:
  explicit VerbClassifier(const WordContext& context) : c_(context) {}

  // The class of word i, which may be a verb. REQUIRES: words before it are
  // decided and noted; its entry is EntryKind::kVerb.
  WordClass Decide(size_t i) const;

  // Takes note of word i, verb or not, once it is decided.
  void Note(size_t i);

 private:
  // "the report", "his plans": what stands before wants a noun.
  bool IsHeadOfNoun(size_t p, size_t i) const;

  bool AfterDo(size_t i, size_t p) const;

  // Forms of be, have and get before i.
  bool TakesParticiple(size_t p) const;

  WordClass DecideGerund(size_t i, size_t p) const;

  bool PrepositionFollows(size_t i) const;

  // A form that may be past tense, past participle or both.
  WordClass DecidePast(size_t i, size_t p) const;

  // "the sixth named storm"
  static bool IsOrdinal(absl::string_view word);

  // At the begin: "Asked about it, he said", "Armed men entered".
  WordClass DecideLeading(size_t i) const;

  // "entered and robbed", "was found and arrested".
  WordClass LikeVerbBefore(size_t i, size_t p) const;

  // ", born in Houston," against ", scooped up the loot and fled".
  WordClass DecideAfterComma(size_t i) const;

  // ", signed in Ghent and ratified later, ended the war": the main verb is
  // still to come.
  bool PastFollowsComma(size_t i) const;

  bool PastFollowsConjunction(size_t i) const;

  // After a noun: "police arrested two men", "the men arrested by police".
  WordClass DecideAfterNoun(size_t i) const;

  // "a bomb planted by rebels exploded": the second verb is the main one.
  bool PastFollowsInSegment(size_t i) const;

  // "..., has not had": a verb straight after the comma at i.
  bool VerbAfterComma(size_t i) const;

  // "plans": plural noun or present tense.
  WordClass DecideThird(size_t i, size_t p) const;

  // The verb before is finite and of the same person as a form in -s, or not.
  bool AgreesWithLast(bool third) const;

  // What follows i is an object or clause, so i is a verb.
  bool ObjectFollows(size_t i, VerbUse use) const;

  // "plan": singular noun, present tense or imperative.
  WordClass DecideBare(size_t i, size_t p) const;

  static bool IsSingularOrObject(absl::string_view word);

  // "..., say experts".
  bool IsInvertedReport(size_t i) const;

  bool Reports(size_t i) const;

  WordClass BareAfterConjunction(size_t i) const;

  // A relative clause before the main verb leaves that verb to come.
  void NoteClause(WordClass boundary);

  const WordContext& c_;
  size_t last_verb_ = WordContext::kNone;
  bool finite_in_segment_ = false;     // since the last boundary
  bool reporting_in_segment_ = false;  // the last of them reports
  bool verb_in_segment_ = false;       // of any form
  bool plural_in_segment_ = false;     // a plural noun
  bool outer_finite_ = false;          // outside relative clauses
  bool main_pending_ = false;          // after one, the main verb is to come
  bool needs_verb_ = false;            // a relative clause has none yet
  bool finite_before_ = false;         // in the sentence
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_VERB_CLASS_H_
