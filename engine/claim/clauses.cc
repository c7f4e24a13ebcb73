#include "engine/claim/clauses.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/claim/clause_mark.h"
#include "engine/claim/clause_parts.h"
#include "engine/claim/clause_state.h"
#include "engine/claim/finite_verb.h"
#include "engine/claim/nonfinite_verb.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

// `"...," he said, "...`: the insertion ends where what was said goes on.
void CloseInsertion(uint32_t begin, ClauseState& state) {
  if (state.stack.top().kind == ClauseKind::kInsertion && begin > 0 &&
      state.sentence.Is(begin - 1, WordClass::kOpenQuote)) {
    state.stack.Close(begin - 1);
  }
}

// Phrases from left to right. A clause is closed late: by the verb that can
// only belong outside it.
void ReadPhrase(size_t p, ClauseState& state) {
  const Phrase& phrase = state.phrases[p];
  CloseInsertion(phrase.range.begin, state);
  if (phrase.kind != PhraseKind::kVerb) return OnClauseMark(p, state);
  if (phrase.form == VerbGroupForm::kFinite) return OnFiniteVerb(p, state);
  OnNonfiniteVerb(p, state);
}

// Gives a clause without a subject that of the clause it goes with.
void ShareSubject(const std::vector<Clause>& clauses, Clause& clause) {
  if (!clause.subject.empty() || !clause.has_predicate()) return;
  const int from = clause.beside != kNoClause ? clause.beside : clause.parent;
  if (from == kNoClause) return;
  if (clause.kind == ClauseKind::kConjunct ||
      clause.kind == ClauseKind::kParticiple ||
      (clause.kind == ClauseKind::kAdverbial && !clause.finite)) {
    clause.subject = clauses[from].subject;
  }
}

// "is", "became": what follows says what the subject is.
bool IsCopula(const SentenceView& sentence, const Clause& clause) {
  const VerbForm* verb = sentence.verb(clause.head);
  return verb != nullptr && (verb->base == "be" || verb->base == "become") &&
         clause.head + 1 == clause.predicate.end;
}

// The clause describes the noun right after "is".
bool DescribesPredicate(const SentenceView& sentence, const Clause& outer,
                        const Clause& clause) {
  if (clause.kind != ClauseKind::kRelative &&
      clause.kind != ClauseKind::kParticiple) {
    return false;
  }
  if (!clause.object.empty() || !IsCopula(sentence, outer)) return false;
  uint32_t begin = outer.predicate.end;
  while (sentence.Is(begin, WordClass::kAdverb)) ++begin;
  return clause.subject.begin == begin && clause.subject.end > begin;
}

// A description of what a subject is describes the subject: "It is a ship that
// carries oil". But where it tells which one is meant, it belongs to the noun:
// "It is the ship that sank".
void ReadDescription(const SentenceView& sentence, std::vector<Clause>& clauses,
                     Clause& clause) {
  if (clause.parent == kNoClause) return;
  const Clause& outer = clauses[clause.parent];
  if (!DescribesPredicate(sentence, outer, clause)) return;
  const absl::string_view first = sentence.word(clause.subject.begin);
  const bool apart = clause.range.begin > clause.subject.end ||
                     sentence.Is(clause.range.begin, WordClass::kComma);
  if (!apart && (first == "the" || first == "one")) {
    clause.predicate = {};
    return;
  }
  if (!outer.subject.empty()) clause.subject = outer.subject;
}

// The longest note in brackets that says something of the name before it.
constexpr uint32_t kMaxNote = 8;

// "Frank Costello (Nicholson)", "Calder (founded in 1204)": a short note after
// a name tells of it.
void ReadNote(const ClauseState& state, Clause& clause) {
  const SentenceView& s = state.sentence;
  if (clause.kind != ClauseKind::kParenthesis || clause.range.size() < 3 ||
      clause.range.size() > kMaxNote + 2 ||
      !s.Is(clause.range.end - 1, WordClass::kCloseBracket)) {
    return;
  }
  const TokenRange note{clause.range.begin + 1, clause.range.end - 1};
  for (uint32_t i = note.begin; i < note.end; ++i) {
    if (IsFinite(s.class_of(i)) || s.Is(i, WordClass::kOpenBracket)) return;
  }
  for (const Phrase& phrase : state.phrases.phrases()) {
    if (phrase.kind != PhraseKind::kNoun ||
        phrase.range.end != clause.range.begin ||
        !s.token(phrase.head).capital) {
      continue;
    }
    clause.subject = phrase.range;
    clause.predicate = note;
    clause.head = note.end - 1;
  }
}

}  // namespace

std::vector<Clause> FindClauses(const SentenceView& sentence) {
  ClauseState state(sentence);
  if (state.phrases.size() == 0) return {};
  state.stack.Open(ClauseKind::kMain, 0);
  for (size_t p = 0; p < state.phrases.size(); ++p) ReadPhrase(p, state);
  state.stack.CloseAll(sentence.size());
  std::vector<Clause> clauses = state.stack.Take();
  for (Clause& clause : clauses) {
    ReadDescription(sentence, clauses, clause);
    ReadNote(state, clause);
    ShareSubject(clauses, clause);
  }
  AddClauseParts(sentence, state.phrases, clauses);
  return clauses;
}

}  // namespace concord
