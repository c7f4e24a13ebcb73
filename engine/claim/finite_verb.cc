#include "engine/claim/finite_verb.h"

#include <cstddef>
#include <cstdint>

#include "engine/claim/clause_stack.h"
#include "engine/claim/clause_state.h"
#include "engine/claim/clauses.h"
#include "engine/claim/phrase.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/verb_form.h"
#include "engine/claim/word_class.h"

namespace concord {
namespace {

using Left = PhraseContext::Left;
constexpr size_t kStart = PhraseContext::kStart;
// How far ahead a verb is looked for, in phrases.
constexpr size_t kMaxLook = 32;

class FiniteVerb {
 public:
  explicit FiniteVerb(ClauseState& state)
      : state_(state),
        s_(state.sentence),
        c_(state.phrases),
        stack_(state.stack) {}

  void OnFinite(size_t p) {
    const Left left = c_.LeftOf(p);
    if (left.subject.empty()) return OnFiniteAlone(p, left);
    const PhraseKind before = c_.KindAt(left.boundary);
    if (left.boundary == kStart) return Resume(p, left.subject);
    switch (before) {
      case PhraseKind::kMarker:
        return OnMarkedFinite(p, left.subject);
      case PhraseKind::kConjunction:
        return OnSecondClause(p, left);
      case PhraseKind::kVerb:
        return OnContactClause(p, left);
      case PhraseKind::kNoun:
        return OnAfterNoun(p, left);
      default:
        return OnNewSubject(p, left);
    }
  }

 private:
  // A finite verb without a subject of its own before it.
  void OnFiniteAlone(size_t p, const Left& left) {
    if (left.boundary == kStart) {
      if (c_.IsInvertedReport(p, kStart)) return OnInvertedReport(p);
      return Resume(p, {});
    }
    const PhraseKind before = c_.KindAt(left.boundary);
    if (before == PhraseKind::kMarker) return OnMarkedFinite(p, {});
    if (ContentStandsBefore(left.boundary) &&
        c_.IsInvertedReport(p, left.boundary)) {
      return OnInvertedReport(p);
    }
    if (before == PhraseKind::kComma && OnDescribedSpeaker(p, left.boundary)) {
      return;
    }
    const int waiting = stack_.Waiting();
    const uint32_t at = c_[p].range.begin;
    if (before != PhraseKind::kComma && before != PhraseKind::kConjunction &&
        left.boundary + 1 < p && OnMainVerbAfterParticiple(p)) {
      return;
    }
    if (before == PhraseKind::kVerb) {
      return waiting == kNoClause ? OnReportInRelative(p)
                                  : OnAfterVerb(p, waiting);
    }
    if (waiting != kNoClause && before != PhraseKind::kConjunction) {
      stack_.CloseTo(waiting, c_.BoundaryToken(left.boundary, at));
      Clause& clause = stack_.top();
      if (clause.subject.empty()) {
        clause.subject = c_.FirstNounFrom(clause.range.begin);
      }
      return state_.SetPredicate(clause, p);
    }
    OnConjunct(p, left.boundary);
  }

  // `"..." said Holt`, "the talks had failed, said Holt"; but in "Holt, at the
  // port, said Ghent had ..." a subject still waits for its verb.
  bool ContentStandsBefore(size_t boundary) const {
    const uint32_t at = c_[boundary].range.begin;
    const bool quoted = s_.Is(at + 1, WordClass::kCloseQuote) ||
                        (at > 0 && s_.Is(at - 1, WordClass::kCloseQuote));
    return quoted || (stack_.InnermostFinite() != kNoClause &&
                      stack_.Waiting() == kNoClause);
  }

  // `"...," Chung, a lawmaker from Seoul, said`: the speaker of what stands
  // before it, described between commas.
  bool OnDescribedSpeaker(size_t p, size_t comma) {
    if (!c_.ReportsAt(c_[p].head) || stack_.Waiting() != kNoClause) {
      return false;
    }
    const TokenRange speaker = DescribedSpeaker(p, comma);
    if (speaker.empty()) return false;
    while (stack_.top().range.begin > speaker.begin) {
      stack_.Close(c_[comma].range.begin);
    }
    stack_.CloseTo(stack_.outermost(), speaker.begin);
    OpenInsertion(p, {speaker, comma});
    stack_.AdoptFrom(speaker.begin);
    return true;
  }

  TokenRange DescribedSpeaker(size_t p, size_t comma) const {
    const TokenRange quoting = c_.NounAfterQuote(p);
    if (!quoting.empty()) return quoting;
    const int closed = stack_.last_closed();
    if (closed == kNoClause || stack_[closed].kind != ClauseKind::kApposition ||
        stack_[closed].range.end != c_[comma].range.begin) {
      return {};
    }
    const TokenRange speaker = stack_[closed].subject;
    const bool apart =
        speaker.begin > 0 && s_.Is(speaker.begin - 1, WordClass::kComma);
    return apart ? speaker : TokenRange{};
  }

  // "An appeal set up for the girl has raised": what was taken for the main
  // verb is a participle, for another verb without a subject follows.
  bool OnMainVerbAfterParticiple(size_t p) {
    const Clause& outer = stack_[stack_.outermost()];
    if (stack_.Waiting() != kNoClause || outer.kind != ClauseKind::kMain ||
        !MayBeParticiple(outer) || state_.Reports(outer) || FiniteFollows(p)) {
      return false;
    }
    stack_.SplitOffParticiple(c_[p].range.begin);
    state_.SetPredicate(stack_.top(), p);
    return true;
  }

  bool MayBeParticiple(const Clause& clause) const {
    if (clause.predicate.size() != 1 || clause.subject.empty() ||
        clause.subject.end != clause.predicate.begin) {
      return false;
    }
    const VerbForm* verb = s_.verb(clause.head);
    return verb != nullptr && verb->participle && !IsPronoun(clause.subject);
  }
  bool IsPronoun(TokenRange subject) const {
    return subject.size() == 1 && s_.Is(subject.begin, WordClass::kPronoun);
  }

  // "Working late was": the first verb is the subject of the second.
  void OnAfterVerb(size_t p, int waiting) {
    const uint32_t at = c_[p].range.begin;
    stack_.CloseTo(waiting, at);
    Clause& clause = stack_[waiting];
    if (clause.subject.empty()) clause.subject = {clause.range.begin, at};
    state_.SetPredicate(clause, p);
  }

  // "a strike that officials said could spread": who says so breaks into the
  // clause that describes the strike.
  void OnReportInRelative(size_t p) {
    const Clause report = stack_.top();
    if (report.kind != ClauseKind::kRelative || report.object.empty() ||
        !state_.Reports(report) || !stack_.HasRoom()) {
      return;
    }
    stack_.top().subject = report.object;
    stack_.top().object = {};
    state_.SetPredicate(stack_.top(), p);
    Clause& insertion =
        stack_.Open(ClauseKind::kInsertion, report.subject.begin);
    insertion.subject = report.subject;
    insertion.predicate = report.predicate;
    insertion.head = report.head;
    insertion.finite = true;
    stack_.Close(c_[p].range.begin);
  }

  // The verb of the clause whose marker stands to the left.
  void OnMarkedFinite(size_t p, TokenRange subject) {
    if (stack_.top().has_predicate()) return OnConjunct(p, p - 1);
    Clause& clause = stack_.top();
    if (!subject.empty()) {
      if (LacksObject(clause) || IsWhose(clause)) {
        clause.object = clause.subject;
      }
      clause.subject = subject;
    }
    state_.SetPredicate(clause, p);
  }

  bool IsWhose(const Clause& clause) const {
    return clause.marker >= 0 && s_.word(clause.marker) == "whose";
  }

  // "which he met", not "where he lived" nor "in which he lived".
  bool LacksObject(const Clause& clause) const {
    return clause.kind == ClauseKind::kRelative && clause.marker >= 0 &&
           clause.range.begin == static_cast<uint32_t>(clause.marker) &&
           s_.word(clause.range.begin) != "where";
  }

  // The verb of a clause that was begun and then broken into.
  void Resume(size_t p, TokenRange subject) {
    const uint32_t at = subject.empty() ? c_[p].range.begin : subject.begin;
    stack_.CloseTo(stack_.outermost(), at);
    Clause& root = stack_.top();
    if (root.has_predicate()) return;
    if (!subject.empty()) root.subject = subject;
    state_.SetPredicate(root, p);
  }

  // ", did B" or "and did B" after "X did A".
  void OnConjunct(size_t p, size_t boundary) {
    const int beside = stack_.InnermostFinite();
    if (beside == kNoClause) {
      if (!stack_.top().has_predicate()) state_.SetPredicate(stack_.top(), p);
      return;
    }
    const uint32_t at = c_.BoundaryToken(boundary, c_[p].range.begin);
    stack_.CloseTo(beside, at);
    const Clause first = stack_[beside];
    if (stack_.depth() > 1) stack_.Close(at);
    if (!stack_.HasRoom()) return;
    Clause& clause = stack_.Open(ClauseKind::kConjunct, at);
    clause.beside = beside;
    clause.marker = first.marker;
    state_.SetPredicate(clause, p);
    state_.ShareAuxiliaries(clause, first);
  }

  // "and Y did B" after "X did A".
  void OnSecondClause(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    const int waiting = stack_.Waiting();
    if (waiting != kNoClause) {  // "X and Y did": one subject after all
      stack_.CloseTo(waiting, left.subject.begin);
      Clause& clause = stack_[waiting];
      clause.subject = left.subject;
      return state_.SetPredicate(clause, p);
    }
    int beside = stack_.InnermostFinite();
    while (beside != kNoClause && beside != stack_.outermost() &&
           stack_[beside].kind != ClauseKind::kComplement &&
           stack_[beside].kind != ClauseKind::kAdverbial &&
           stack_[beside].parent != kNoClause) {
      beside = stack_[beside].parent;
    }
    if (beside == kNoClause) return;
    const uint32_t at = c_.BoundaryToken(left.boundary, left.subject.begin);
    stack_.CloseTo(beside, at);
    const ClauseKind kind = stack_[beside].kind;
    const int marker = stack_[beside].marker;
    stack_.Close(at);
    Clause& clause = stack_.Open(
        kind == ClauseKind::kConjunct ? ClauseKind::kMain : kind, at);
    if (kind == ClauseKind::kAdverbial) clause.marker = marker;
    clause.subject = left.subject;
    state_.SetPredicate(clause, p);
  }

  // "a man who threatened a guard was caught": what looks like the subject is
  // the object of the clause inside, and the verb goes back to the one around.
  bool ResumeWaiting(size_t p) {
    const int waiting = stack_.Waiting();
    if (waiting == kNoClause || stack_[waiting].subject.empty() ||
        stack_.innermost() == waiting || !stack_.top().has_predicate() ||
        (state_.Reports(stack_.top()) && FiniteFollows(p))) {
      return false;
    }
    stack_.CloseTo(waiting, c_[p].range.begin);
    state_.SetPredicate(stack_.top(), p);
    return true;
  }

  // Another verb is left for the clause that waits.
  bool FiniteFollows(size_t p) const {
    for (size_t q = p + 1; q < c_.size() && q - p < kMaxLook; ++q) {
      if (c_.KindAt(q) == PhraseKind::kMarker) return false;
      if (c_.KindAt(q) == PhraseKind::kVerb &&
          c_[q].form == VerbGroupForm::kFinite) {
        return true;
      }
    }
    return false;
  }

  // "said he was glad": a clause straight after a verb.
  void OnContactClause(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    const int waiting = stack_.Waiting();
    if (waiting != kNoClause && !stack_.top().has_predicate() &&
        stack_.top().kind != ClauseKind::kMain) {
      return OnMarkedFinite(p, left.subject);
    }
    if (!stack_.HasRoom()) return;
    if (waiting != kNoClause && stack_[waiting].range.begin == 0 &&
        stack_.InnermostFinite() == kNoClause) {
      return Resume(p, left.subject);
    }
    Clause& clause = stack_.Open(ClauseKind::kComplement, left.subject.begin);
    clause.subject = left.subject;
    state_.SetPredicate(clause, p);
  }

  // "told reporters he was glad", "the man he met".
  void OnAfterNoun(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    if (stack_.Waiting() != kNoClause && !stack_.top().has_predicate()) {
      Clause& clause = stack_.top();
      clause.subject = left.subject;
      return state_.SetPredicate(clause, p);
    }
    if (!stack_.HasRoom()) return;
    const bool said = state_.Reports(stack_.top());
    Clause& clause =
        stack_.Open(said ? ClauseKind::kComplement : ClauseKind::kRelative,
                    left.subject.begin);
    clause.subject = left.subject;
    if (!said) clause.object = c_[left.boundary].range;
    state_.SetPredicate(clause, p);
  }

  // "Risley, a spokesman for the fund said": the apposition ends at the verb.
  bool ResumeAfterApposition(size_t p, const Left& left) {
    if (stack_.top().kind != ClauseKind::kApposition ||
        stack_.top().range.begin != left.subject.begin) {
      return false;
    }
    const TokenRange subject = stack_.top().subject;
    stack_.Close(c_[p].range.begin);
    const int waiting = stack_.Waiting();
    if (waiting != kNoClause) {
      stack_.CloseTo(waiting, c_[p].range.begin);
      if (stack_.top().subject.empty()) stack_.top().subject = subject;
      state_.SetPredicate(stack_.top(), p);
    } else if (c_.ReportsAt(c_[p].head) && c_.ReportEndsHere(p)) {
      OpenInsertion(p, {subject, left.boundary});
    }
    return true;
  }

  // A subject after a comma, a stop or a bracket.
  void OnNewSubject(size_t p, const Left& left) {
    if (ResumeAfterApposition(p, left)) return;
    const uint32_t at = left.subject.begin;
    const uint32_t edge = c_.BoundaryToken(left.boundary, at);
    if (c_.KindAt(left.boundary) == PhraseKind::kPreposition &&
        ResumeWaiting(p)) {
      return;
    }
    const bool insertion = c_.ReportsAt(c_[p].head) && c_.ReportEndsHere(p);
    const int waiting = stack_.Waiting();
    if (waiting != kNoClause) {
      if (insertion && (IsBrokenInto(waiting, at) || GoesOnAfter(p))) {
        return OpenInsertion(p, left);
      }
      stack_.CloseTo(waiting, edge);
      Clause& clause = stack_[waiting];
      clause.subject = left.subject;
      return state_.SetPredicate(clause, p);
    }
    if (c_.KindAt(left.boundary) == PhraseKind::kPreposition &&
        OnMainVerbAfterParticiple(p)) {
      return;
    }
    if (c_.KindAt(left.boundary) == PhraseKind::kPreposition &&
        stack_.HasRoom()) {
      return;  // "for what he did": left to the clause around it
    }
    if (IntroducesQuote(left.boundary) && stack_.HasRoom()) {
      Clause& clause = stack_.Open(ClauseKind::kComplement, at);
      clause.subject = left.subject;
      return state_.SetPredicate(clause, p);
    }
    stack_.CloseTo(stack_.outermost(), edge);
    if (insertion) return OpenInsertion(p, left);
    stack_.Close(edge);
    Clause& clause = stack_.Open(ClauseKind::kMain, at);
    clause.subject = left.subject;
    state_.SetPredicate(clause, p);
  }

  void OpenInsertion(size_t p, const Left& left) {
    Clause& clause = stack_.Open(ClauseKind::kInsertion, left.subject.begin);
    clause.subject = left.subject;
    state_.SetPredicate(clause, p);
  }

  // "The talks, Holt said, had failed": the waiting clause has begun, and its
  // verb is still to come or it is a question.
  bool IsBrokenInto(int waiting, uint32_t at) {
    if (stack_.top().has_predicate() &&
        stack_.top().kind == ClauseKind::kQuestion)
      return true;
    const TokenRange noun = c_.FirstNounFrom(stack_[waiting].range.begin);
    if (noun.empty() || noun.end >= at) return false;
    if (stack_[waiting].subject.empty()) stack_[waiting].subject = noun;
    return true;
  }

  // "Over the years, she said, the town has grown": the sentence goes on.
  bool GoesOnAfter(size_t p) const {
    if (c_.KindAt(p + 1) != PhraseKind::kComma) return false;
    const uint32_t comma = c_[p + 1].range.begin;
    if (s_.Is(comma + 1, WordClass::kOpenQuote)) return false;
    return c_.KindAt(p + 2) == PhraseKind::kNoun &&
           c_.KindAt(p + 3) == PhraseKind::kVerb;
  }

  // `said, "` or `said: "`, and what follows is a clause.
  bool IntroducesQuote(size_t boundary) const {
    if (c_.KindAt(boundary) != PhraseKind::kComma &&
        c_.KindAt(boundary) != PhraseKind::kStop) {
      return false;
    }
    const uint32_t at = c_[boundary].range.begin;
    return state_.Reports(stack_.top()) &&
           (s_.Is(at + 1, WordClass::kOpenQuote) || s_.word(at) == ":");
  }

  void OnInvertedReport(size_t p) {
    stack_.CloseTo(stack_.outermost(), c_[p].range.begin);
    Clause& clause = stack_.Open(ClauseKind::kInsertion, c_[p].range.begin);
    clause.subject = c_[p + 1].range;
    for (size_t q = p + 2;
         c_.KindAt(q) == PhraseKind::kPreposition &&
         c_.KindAt(q + 1) == PhraseKind::kNoun && s_.word(c_[q].head) == "for";
         q += 2) {
      clause.subject.end = c_[q + 1].range.end;
    }
    state_.SetPredicate(clause, p);
  }

  ClauseState& state_;
  const SentenceView& s_;
  const PhraseContext& c_;
  ClauseStack& stack_;
};

}  // namespace

void OnFiniteVerb(size_t p, ClauseState& state) {
  FiniteVerb(state).OnFinite(p);
}

}  // namespace concord
