#include "engine/claim/nonfinite_verb.h"

#include <cstddef>
#include <cstdint>

#include "engine/claim/clause_stack.h"
#include "engine/claim/clause_state.h"
#include "engine/claim/clauses.h"
#include "engine/claim/phrase.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

constexpr size_t kStart = PhraseContext::kStart;

class NonfiniteVerb {
 public:
  explicit NonfiniteVerb(ClauseState& state)
      : state_(state),
        s_(state.sentence),
        c_(state.phrases),
        stack_(state.stack) {}

  void OnParticiple(size_t p) {
    const size_t before = p == 0 ? kStart : c_.SkipAdverbsBack(p - 1);
    if (before == kStart) return OpenParticiple(p, c_[p].range.begin);
    switch (c_.KindAt(before)) {
      case PhraseKind::kMarker:
        if (!stack_.top().has_predicate()) state_.SetPredicate(stack_.top(), p);
        return;
      case PhraseKind::kComma:
        return OpenParticiple(p, c_[before + 1].range.begin);
      case PhraseKind::kNoun:
        return OpenReducedRelative(p, before);
      case PhraseKind::kConjunction:
        return OnParticipleConjunct(p, before);
      case PhraseKind::kPreposition:
        return OpenMeans(p, before);
      default:
        return;
    }
  }

  // A command: its verb stands first.
  void OnBare(size_t p) {
    const PhraseContext::Left left = c_.LeftOf(p);
    if (left.boundary != kStart || !left.subject.empty()) return;
    if (!stack_.top().has_predicate()) state_.SetPredicate(stack_.top(), p);
  }

 private:
  // "..., seizing a ship": its subject is that of the clause around it.
  void OpenParticiple(size_t p, uint32_t begin) {
    if (!stack_.HasRoom()) return;
    if (stack_.top().has_predicate() &&
        stack_.top().kind == ClauseKind::kParticiple) {
      stack_.Close(begin);
    }
    state_.NotePendingSubject(p);
    const TokenRange name = NameBefore(p);
    Clause& clause = stack_.Open(ClauseKind::kParticiple, begin);
    state_.SetPredicate(clause, p);
    if (clause.passive) clause.subject = name;
  }

  // "..., killed on Saturday" goes with a name right before the comma.
  TokenRange NameBefore(size_t p) const {
    const size_t comma = p == 0 ? kStart : c_.SkipAdverbsBack(p - 1);
    if (comma == kStart || comma == 0 ||
        c_.KindAt(comma) != PhraseKind::kComma ||
        c_.KindAt(comma - 1) != PhraseKind::kNoun) {
      return {};
    }
    const Phrase& noun = c_[comma - 1];
    const bool name =
        s_.token(noun.head).capital && s_.Is(noun.head, WordClass::kNominal);
    return name ? noun.range : TokenRange{};
  }

  // "won by selling more": what was done besides.
  void OpenMeans(size_t p, size_t preposition) {
    if (!stack_.HasRoom() || c_[p].form != VerbGroupForm::kGerund ||
        s_.word(c_[preposition].head) != "by" ||
        stack_.InnermostFinite() == kNoClause) {
      return;
    }
    Clause& clause =
        stack_.Open(ClauseKind::kAdverbial, c_[preposition].range.begin);
    clause.marker = static_cast<int>(c_[preposition].range.begin);
    state_.SetPredicate(clause, p);
  }

  // "a sign urging people", "the men arrested by police".
  void OpenReducedRelative(size_t p, size_t noun) {
    if (!stack_.HasRoom()) return;
    if (s_.Is(c_[noun].head, WordClass::kTime)) {
      return OpenParticiple(p, c_[p].range.begin);
    }
    state_.NotePendingSubject(noun + 1);
    Clause& clause =
        stack_.Open(ClauseKind::kParticiple, c_[noun + 1].range.begin);
    clause.subject = c_[noun].range;
    state_.SetPredicate(clause, p);
  }

  // "was found and arrested", "seizing A and killing B".
  void OnParticipleConjunct(size_t p, size_t conjunction) {
    const uint32_t at = c_[conjunction].range.begin;
    if (!stack_.top().has_predicate()) return;
    const bool same = stack_.top().kind == ClauseKind::kParticiple ||
                      s_.class_of(stack_.top().head) == s_.class_of(c_[p].head);
    if (!same || !stack_.HasRoom()) return;
    const int beside = stack_.innermost();
    const int marker = stack_.top().marker;
    if (stack_.depth() > 1) stack_.Close(at);
    const ClauseKind kind = stack_[beside].kind == ClauseKind::kParticiple
                                ? ClauseKind::kParticiple
                                : ClauseKind::kConjunct;
    Clause& clause = stack_.Open(kind, at);
    clause.beside = beside;
    clause.marker = marker;
    state_.SetPredicate(clause, p);
    if (kind == ClauseKind::kConjunct) {
      state_.ShareAuxiliaries(clause, stack_[beside]);
    }
    clause.finite = stack_[beside].finite;
    clause.passive = stack_[beside].passive;
  }

  ClauseState& state_;
  const SentenceView& s_;
  const PhraseContext& c_;
  ClauseStack& stack_;
};

}  // namespace

void OnNonfiniteVerb(size_t p, ClauseState& state) {
  switch (state.phrases[p].form) {
    case VerbGroupForm::kGerund:
    case VerbGroupForm::kParticiple:
      return NonfiniteVerb(state).OnParticiple(p);
    case VerbGroupForm::kBare:
      return NonfiniteVerb(state).OnBare(p);
    default:
      return;
  }
}

}  // namespace concord
