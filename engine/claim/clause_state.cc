#include "engine/claim/clause_state.h"

#include <cstddef>

#include "engine/claim/clauses.h"
#include "engine/claim/phrase.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/word_class.h"

namespace concord {

void ClauseState::SetPredicate(Clause& clause, size_t p) const {
  clause.predicate = phrases[p].range;
  clause.head = phrases[p].head;
  clause.finite = phrases[p].form == VerbGroupForm::kFinite;
  clause.passive = phrases[p].passive;
}

void ClauseState::ShareAuxiliaries(Clause& clause, const Clause& first) const {
  if (IsFinite(sentence.class_of(clause.predicate.begin))) return;
  clause.shared = {first.predicate.begin, first.head};
}

bool ClauseState::Reports(const Clause& clause) const {
  return clause.has_predicate() && phrases.ReportsAt(clause.head);
}

void ClauseState::NotePendingSubject(size_t p) {
  Clause& clause = stack.top();
  if (clause.has_predicate() || !clause.subject.empty()) return;
  if (p > 0 && phrases.KindAt(p - 1) == PhraseKind::kComma) --p;
  const PhraseContext::Left left = phrases.LeftOf(p);
  if (phrases.KindAt(left.boundary) == PhraseKind::kPreposition) return;
  clause.subject = left.subject;
}

}  // namespace concord
