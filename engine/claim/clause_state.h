// What the rules of finite verbs, other verbs and marks share while a
// sentence's clauses are found: the phrases, and the clauses so far.

#ifndef CONCORD_ENGINE_CLAIM_CLAUSE_STATE_H_
#define CONCORD_ENGINE_CLAIM_CLAUSE_STATE_H_

#include <cstddef>

#include "engine/claim/clause_stack.h"
#include "engine/claim/clauses.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"

namespace concord {

// `sentence` must outlive it.
struct ClauseState {
  explicit ClauseState(const SentenceView& view)
      : sentence(view), phrases(view) {}

  // Gives `clause` the verb group at phrase p.
  void SetPredicate(Clause& clause, size_t p) const;
  // "were found and arrested": the second verb goes with the first one's
  // auxiliaries.
  void ShareAuxiliaries(Clause& clause, const Clause& first) const;
  // The clause has a verb that takes what is said as a clause.
  bool Reports(const Clause& clause) const;
  // Before phrase p breaks into the innermost clause, and that has no verb yet,
  // notes what stands there as its subject.
  void NotePendingSubject(size_t p);

  const SentenceView& sentence;
  const PhraseContext phrases;
  ClauseStack stack;
};

}  // namespace concord

#endif  // CONCORD_ENGINE_CLAIM_CLAUSE_STATE_H_
