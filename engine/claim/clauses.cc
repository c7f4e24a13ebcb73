#include "engine/claim/clauses.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/description.h"
#include "engine/claim/noun_list.h"
#include "engine/claim/phrase.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

// Deeper nesting is taken as part of the clause around it.
constexpr size_t kMaxDepth = 12;

// Phrases from left to right, with a stack of the clauses that are open. A
// clause is closed late: by the verb that can only belong outside it.
class ClauseFinder {
 public:
  explicit ClauseFinder(const SentenceView& sentence)
      : s_(sentence), phrases_(FindPhrases(sentence)) {}

  std::vector<Clause> Run() {
    if (phrases_.empty()) return {};
    Push(ClauseKind::kMain, 0);
    for (size_t p = 0; p < phrases_.size(); ++p) Step(p);
    while (!open_.empty()) Pop(s_.size());
    AddTitles();
    for (Clause& clause : clauses_) ShareSubject(clause);
    AddItems();
    AddTimes();
    return std::move(clauses_);
  }

 private:
  // What a finite verb finds to its left: its subject, and what stands before
  // that.
  struct Left {
    TokenRange subject;
    size_t boundary = kStart;  // index of the phrase before the subject
  };
  static constexpr size_t kStart = static_cast<size_t>(-1);

  void Step(size_t p) {
    const Phrase& phrase = phrases_[p];
    // `"...," he said, "...`: what was said goes on.
    if (Top().kind == ClauseKind::kInsertion && phrase.range.begin > 0 &&
        s_.Is(phrase.range.begin - 1, WordClass::kOpenQuote)) {
      Pop(phrase.range.begin - 1);
    }
    switch (phrase.kind) {
      case PhraseKind::kVerb:
        return OnVerb(p);
      case PhraseKind::kMarker:
        return OnMarker(p);
      case PhraseKind::kComma:
        return OnComma(p);
      case PhraseKind::kStop:
        return OnStop(p);
      case PhraseKind::kOpenBracket:
        Push(ClauseKind::kParenthesis, phrase.range.begin);
        return;
      case PhraseKind::kCloseBracket:
        return CloseBracket(phrase.range.end);
      default:
        return;
    }
  }

  // ---------------------------------------------------------------- the stack

  Clause& Top() { return clauses_[open_.back()]; }
  const Clause& Top() const { return clauses_[open_.back()]; }

  Clause& Push(ClauseKind kind, uint32_t begin) {
    Clause clause;
    clause.kind = kind;
    clause.parent = open_.empty() ? kNoClause : open_.back();
    clause.range = {begin, begin};
    open_.push_back(static_cast<int>(clauses_.size()));
    clauses_.push_back(clause);
    return clauses_.back();
  }

  void Pop(uint32_t end) {
    Clause& clause = Top();
    clause.range.end = std::max(clause.range.begin, end);
    open_.pop_back();
  }

  // Closes what is open inside `clause`.
  void PopTo(int clause, uint32_t end) {
    while (open_.size() > 1 && open_.back() != clause) Pop(end);
  }

  bool HasPredicate(const Clause& clause) const {
    return !clause.predicate.empty();
  }

  // The innermost open clause that waits for its verb, or kNoClause.
  int Waiting() const {
    for (size_t i = open_.size(); i-- > 0;) {
      const Clause& clause = clauses_[open_[i]];
      if (clause.kind == ClauseKind::kParenthesis) return kNoClause;
      if (!HasPredicate(clause)) return open_[i];
    }
    return kNoClause;
  }

  // The innermost open clause with a finite verb, or kNoClause.
  int InnermostFinite() const {
    for (size_t i = open_.size(); i-- > 0;) {
      const Clause& clause = clauses_[open_[i]];
      if (HasPredicate(clause) && clause.finite) return open_[i];
    }
    return kNoClause;
  }

  bool CanPush() const { return open_.size() < kMaxDepth; }

  // --------------------------------------------------------------- left parts

  PhraseKind KindAt(size_t p) const {
    return p < phrases_.size() ? phrases_[p].kind : PhraseKind::kOther;
  }

  size_t SkipAdverbsBack(size_t p) const {
    while (p != kStart && KindAt(p) == PhraseKind::kAdverb) --p;
    return p;
  }

  // The noun phrases, with prepositions and conjunctions between them, that
  // end just before phrase p.
  Left LeftOf(size_t p) const {
    Left left;
    size_t q = SkipTimesBack(SkipAdverbsBack(p - 1));
    if (q == kStart || KindAt(q) != PhraseKind::kNoun) {
      left.boundary = q;
      return left;
    }
    left.subject = phrases_[q].range;
    if (!IsPronoun(q)) q = ExtendLeft(q, left.subject);
    left.boundary = SkipAdverbsBack(q - 1);
    return left;
  }

  // Back over "a week ago", "on Friday", "Friday": where a subject stands
  // before it, it is no subject itself.
  size_t SkipTimesBack(size_t q) const {
    if (q == kStart || q == 0 || KindAt(q) != PhraseKind::kNoun) return q;
    const uint32_t head = phrases_[q].head;
    const bool ago = KindAt(q + 1) == PhraseKind::kAdverb &&
                     IsTimeAdverb(phrases_[q + 1].head);
    if (!ago && !s_.Is(head, WordClass::kTime)) return q;
    size_t before = q - 1;
    if (KindAt(before) == PhraseKind::kPreposition && before > 0) --before;
    before = SkipAdverbsBack(before);
    const PhraseKind kind = KindAt(before);
    return kind == PhraseKind::kNoun || kind == PhraseKind::kMarker ? before
                                                                    : q;
  }

  bool IsTimeAdverb(uint32_t i) const {
    return s_.word(i) == "ago" || s_.word(i) == "later" ||
           s_.word(i) == "earlier";
  }

  bool IsPronoun(size_t q) const {
    return s_.Is(phrases_[q].range.begin, WordClass::kPronoun) &&
           phrases_[q].range.size() == 1;
  }

  // Takes "X in" of "X in Y" and "X and" of "X and Y" into `subject`; returns
  // the first phrase of it.
  size_t ExtendLeft(size_t q, TokenRange& subject) const {
    while (q >= 2 && KindAt(q - 2) == PhraseKind::kNoun && !IsPronoun(q - 2) &&
           JoinsLeft(q)) {
      q -= 2;
      subject.begin = phrases_[q].range.begin;
    }
    return q;
  }

  // The noun phrase q belongs to the one before it and the word between.
  bool JoinsLeft(size_t q) const {
    const PhraseKind joint = KindAt(q - 1);
    if (joint == PhraseKind::kConjunction) return !FollowsVerb(q - 2);
    if (joint != PhraseKind::kPreposition) return false;
    return !FollowsVerb(q - 2) || (KindAt(q - 3) == PhraseKind::kVerb &&
                                   ReportsAt(phrases_[q - 3].head));
  }

  // The noun phrase q is the object of a verb, or of a preposition of one.
  bool FollowsVerb(size_t q) const {
    size_t before = q == 0 ? kStart : SkipAdverbsBack(q - 1);
    if (before != kStart && KindAt(before) == PhraseKind::kPreposition) {
      before = SkipAdverbsBack(before - 1);
    }
    return before != kStart && KindAt(before) == PhraseKind::kVerb;
  }

  bool Reports(const Clause& clause) const {
    return HasPredicate(clause) && ReportsAt(clause.head);
  }
  bool ReportsAt(uint32_t token) const {
    static const WordTable& reporting = WordTable::Named("reporting_verbs");
    if (s_.verb(token) == nullptr) return false;
    const WordTable::Row* row = reporting.Find(s_.verb(token)->base);
    return row != nullptr && (*row)[2] != "object";
  }

  // ------------------------------------------------------------------- verbs

  void OnVerb(size_t p) {
    switch (phrases_[p].form) {
      case VerbGroupForm::kFinite:
        return OnFinite(p);
      case VerbGroupForm::kGerund:
      case VerbGroupForm::kParticiple:
        return OnParticiple(p);
      case VerbGroupForm::kBare:
        return OnBare(p);
      case VerbGroupForm::kInfinitive:
        return;
    }
  }

  void OnFinite(size_t p) {
    const Left left = LeftOf(p);
    if (left.subject.empty()) return OnFiniteAlone(p, left);
    const PhraseKind before = KindAt(left.boundary);
    if (left.boundary == kStart) return Resume(0, p, left.subject);
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

  // A finite verb without a subject of its own before it.
  void OnFiniteAlone(size_t p, const Left& left) {
    if (left.boundary == kStart) return Resume(0, p, {});
    const PhraseKind before = KindAt(left.boundary);
    if (before == PhraseKind::kMarker) return OnMarkedFinite(p, {});
    if (IsInvertedReport(p, left.boundary)) return OnInvertedReport(p);
    const int waiting = Waiting();
    const uint32_t at = phrases_[p].range.begin;
    if (before == PhraseKind::kVerb) return OnAfterVerb(p, left, waiting);
    if (waiting != kNoClause && before != PhraseKind::kConjunction) {
      PopTo(waiting, BoundaryToken(left.boundary, at));
      if (Top().subject.empty()) Top().subject = FirstNounOf(Top());
      return SetPredicate(Top(), p);
    }
    OnConjunct(p, left.boundary);
  }

  // "Working late was": the first verb is the subject of the second.
  void OnAfterVerb(size_t p, const Left& left, int waiting) {
    (void)left;
    if (waiting == kNoClause) return;
    const uint32_t at = phrases_[p].range.begin;
    PopTo(waiting, at);
    Clause& clause = clauses_[waiting];
    if (clause.subject.empty()) clause.subject = {clause.range.begin, at};
    SetPredicate(clause, p);
  }

  // The first noun phrase of a clause that is no object of a preposition.
  TokenRange FirstNounOf(const Clause& clause) const {
    for (size_t p = 0; p < phrases_.size(); ++p) {
      if (phrases_[p].range.begin < clause.range.begin) continue;
      if (KindAt(p) == PhraseKind::kNoun &&
          (p == 0 || KindAt(p - 1) != PhraseKind::kPreposition)) {
        return phrases_[p].range;
      }
    }
    return {};
  }

  uint32_t BoundaryToken(size_t boundary, uint32_t otherwise) const {
    return boundary < phrases_.size() ? phrases_[boundary].range.begin
                                      : otherwise;
  }

  void SetPredicate(Clause& clause, size_t p) {
    clause.predicate = phrases_[p].range;
    clause.head = phrases_[p].head;
    clause.finite = phrases_[p].form == VerbGroupForm::kFinite;
    clause.passive = phrases_[p].passive;
  }

  // The verb of the clause whose marker stands to the left.
  void OnMarkedFinite(size_t p, TokenRange subject) {
    if (HasPredicate(Top())) return OnConjunct(p, p - 1);
    Clause& clause = Top();
    if (!subject.empty()) {
      if (LacksObject(clause)) clause.object = clause.subject;
      clause.subject = subject;
    }
    SetPredicate(clause, p);
  }

  // "which he met", not "where he lived" nor "in which he lived".
  bool LacksObject(const Clause& clause) const {
    return clause.kind == ClauseKind::kRelative && clause.marker >= 0 &&
           clause.range.begin == static_cast<uint32_t>(clause.marker) &&
           s_.word(clause.range.begin) != "where";
  }

  // The verb of a clause that was begun and then broken into.
  void Resume(int clause, size_t p, TokenRange subject) {
    const uint32_t at =
        subject.empty() ? phrases_[p].range.begin : subject.begin;
    PopTo(open_[0], at);
    (void)clause;
    Clause& root = Top();
    if (HasPredicate(root)) return;
    if (!subject.empty()) root.subject = subject;
    SetPredicate(root, p);
  }

  // ", did B" or "and did B" after "X did A".
  void OnConjunct(size_t p, size_t boundary) {
    const int beside = InnermostFinite();
    if (beside == kNoClause) {
      if (!HasPredicate(Top())) SetPredicate(Top(), p);
      return;
    }
    const uint32_t at = BoundaryToken(boundary, phrases_[p].range.begin);
    PopTo(beside, at);
    const Clause first = clauses_[beside];
    if (open_.size() > 1) Pop(at);
    if (!CanPush()) return;
    Clause& clause = Push(ClauseKind::kConjunct, at);
    clause.beside = beside;
    clause.marker = first.marker;
    SetPredicate(clause, p);
    ShareAuxiliaries(clause, first);
  }

  // "were found and arrested": the second verb goes with the first one's
  // auxiliaries.
  void ShareAuxiliaries(Clause& clause, const Clause& first) const {
    if (IsFinite(s_.class_of(clause.predicate.begin))) return;
    clause.shared = {first.predicate.begin, first.head};
  }

  // "and Y did B" after "X did A".
  void OnSecondClause(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    const int waiting = Waiting();
    if (waiting != kNoClause) {  // "X and Y did": one subject after all
      PopTo(waiting, left.subject.begin);
      Clause& clause = clauses_[waiting];
      clause.subject = left.subject;
      return SetPredicate(clause, p);
    }
    int beside = InnermostFinite();
    while (beside != kNoClause && beside != open_[0] &&
           clauses_[beside].kind != ClauseKind::kComplement &&
           clauses_[beside].kind != ClauseKind::kAdverbial &&
           clauses_[beside].parent != kNoClause) {
      beside = clauses_[beside].parent;
    }
    if (beside == kNoClause) return;
    const uint32_t at = BoundaryToken(left.boundary, left.subject.begin);
    PopTo(beside, at);
    const ClauseKind kind = clauses_[beside].kind;
    const int marker = clauses_[beside].marker;
    Pop(at);
    Clause& clause =
        Push(kind == ClauseKind::kConjunct ? ClauseKind::kMain : kind, at);
    if (kind == ClauseKind::kAdverbial) clause.marker = marker;
    clause.subject = left.subject;
    SetPredicate(clause, p);
  }

  // "a man who threatened a guard was caught": what looks like the subject is
  // the object of the clause inside, and the verb goes back to the one around.
  bool ResumeWaiting(size_t p) {
    const int waiting = Waiting();
    if (waiting == kNoClause || clauses_[waiting].subject.empty() ||
        open_.back() == waiting || !HasPredicate(Top()) || Reports(Top())) {
      return false;
    }
    PopTo(waiting, phrases_[p].range.begin);
    SetPredicate(Top(), p);
    return true;
  }

  // "said he was glad": a clause straight after a verb.
  void OnContactClause(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    const int waiting = Waiting();
    if (waiting != kNoClause && !HasPredicate(Top()) &&
        Top().kind != ClauseKind::kMain) {
      return OnMarkedFinite(p, left.subject);
    }
    if (!CanPush()) return;
    if (waiting != kNoClause && clauses_[waiting].range.begin == 0 &&
        InnermostFinite() == kNoClause) {
      return Resume(0, p, left.subject);
    }
    Clause& clause = Push(ClauseKind::kComplement, left.subject.begin);
    clause.subject = left.subject;
    SetPredicate(clause, p);
  }

  // "told reporters he was glad", "the man he met".
  void OnAfterNoun(size_t p, const Left& left) {
    if (ResumeWaiting(p)) return;
    if (Waiting() != kNoClause && !HasPredicate(Top())) {
      const uint32_t begin = left.subject.begin;
      (void)begin;
      Clause& clause = Top();
      clause.subject = left.subject;
      return SetPredicate(clause, p);
    }
    if (!CanPush()) return;
    const bool said = Reports(Top());
    Clause& clause =
        Push(said ? ClauseKind::kComplement : ClauseKind::kRelative,
             left.subject.begin);
    clause.subject = left.subject;
    if (!said) clause.object = phrases_[left.boundary].range;
    SetPredicate(clause, p);
  }

  // A subject after a comma, a stop or a bracket.
  void OnNewSubject(size_t p, const Left& left) {
    const uint32_t at = left.subject.begin;
    const uint32_t edge = BoundaryToken(left.boundary, at);
    if (KindAt(left.boundary) == PhraseKind::kPreposition && ResumeWaiting(p)) {
      return;
    }
    const bool insertion = ReportsAt(phrases_[p].head) && ReportEndsHere(p);
    const int waiting = Waiting();
    if (waiting != kNoClause) {
      if (insertion && IsBrokenInto(waiting, at)) return OpenInsertion(p, left);
      PopTo(waiting, edge);
      Clause& clause = clauses_[waiting];
      clause.subject = left.subject;
      return SetPredicate(clause, p);
    }
    if (KindAt(left.boundary) == PhraseKind::kPreposition && CanPush()) {
      return;  // "for what he did": left to the clause around it
    }
    if (IntroducesQuote(left.boundary) && CanPush()) {
      Clause& clause = Push(ClauseKind::kComplement, at);
      clause.subject = left.subject;
      return SetPredicate(clause, p);
    }
    PopTo(open_[0], edge);
    if (insertion) return OpenInsertion(p, left);
    Pop(edge);
    Clause& clause = Push(ClauseKind::kMain, at);
    clause.subject = left.subject;
    SetPredicate(clause, p);
  }

  void OpenInsertion(size_t p, const Left& left) {
    Clause& clause = Push(ClauseKind::kInsertion, left.subject.begin);
    clause.subject = left.subject;
    SetPredicate(clause, p);
  }

  // "The talks, Holt said, had failed": the waiting clause has begun, and its
  // verb is still to come or it is a question.
  bool IsBrokenInto(int waiting, uint32_t at) {
    if (HasPredicate(Top()) && Top().kind == ClauseKind::kQuestion) return true;
    const TokenRange noun = FirstNounOf(clauses_[waiting]);
    if (noun.empty() || noun.end >= at) return false;
    if (clauses_[waiting].subject.empty()) clauses_[waiting].subject = noun;
    return true;
  }

  // `said, "` or `said: "`, and what follows is a clause.
  bool IntroducesQuote(size_t boundary) const {
    if (KindAt(boundary) != PhraseKind::kComma &&
        KindAt(boundary) != PhraseKind::kStop) {
      return false;
    }
    const uint32_t at = phrases_[boundary].range.begin;
    return Reports(Top()) &&
           (s_.Is(at + 1, WordClass::kOpenQuote) || s_.word(at) == ":");
  }

  // Nothing that could be said follows the reporting verb at phrase p: a mark,
  // a time, an adverb, a preposition.
  bool ReportEndsHere(size_t p) const {
    for (size_t q = p + 1; q < phrases_.size(); ++q) {
      const Phrase& next = phrases_[q];
      switch (next.kind) {
        case PhraseKind::kAdverb:
          continue;
        case PhraseKind::kComma:
        case PhraseKind::kStop:
        case PhraseKind::kPreposition:
        case PhraseKind::kConjunction:
        case PhraseKind::kCloseBracket:
          return true;
        case PhraseKind::kVerb:
          return next.form == VerbGroupForm::kGerund;
        case PhraseKind::kNoun:
          if (s_.Is(next.range.begin, WordClass::kTime)) continue;
          // "told reporters"
          return KindAt(q + 1) == PhraseKind::kComma ||
                 KindAt(q + 1) == PhraseKind::kStop ||
                 KindAt(q + 1) == PhraseKind::kPreposition ||
                 q + 1 == phrases_.size();
        case PhraseKind::kMarker:
          return s_.word(next.range.begin) != "that";
        default:
          return false;
      }
    }
    return true;
  }

  // `..., said Chung`.
  bool IsInvertedReport(size_t p, size_t boundary) const {
    if (!ReportsAt(phrases_[p].head)) return false;
    if (KindAt(boundary) != PhraseKind::kComma &&
        KindAt(boundary) != PhraseKind::kStop &&
        !s_.Is(phrases_[p].range.begin - 1, WordClass::kCloseQuote)) {
      return false;
    }
    if (KindAt(p + 1) != PhraseKind::kNoun || phrases_[p].range.size() > 1) {
      return false;
    }
    const PhraseKind after = KindAt(p + 2);
    return p + 2 >= phrases_.size() || after == PhraseKind::kComma ||
           after == PhraseKind::kStop || after == PhraseKind::kPreposition ||
           after == PhraseKind::kConjunction || after == PhraseKind::kMarker ||
           (after == PhraseKind::kVerb &&
            phrases_[p + 2].form == VerbGroupForm::kGerund);
  }

  void OnInvertedReport(size_t p) {
    PopTo(open_[0], phrases_[p].range.begin);
    Clause& clause = Push(ClauseKind::kInsertion, phrases_[p].range.begin);
    clause.subject = phrases_[p + 1].range;
    for (size_t q = p + 2; KindAt(q) == PhraseKind::kPreposition &&
                           KindAt(q + 1) == PhraseKind::kNoun &&
                           s_.word(phrases_[q].head) == "for";
         q += 2) {
      clause.subject.end = phrases_[q + 1].range.end;
    }
    SetPredicate(clause, p);
  }

  void OnBare(size_t p) {
    const Left left = LeftOf(p);
    if (left.boundary == kStart && left.subject.empty()) {
      Clause& root = Top();
      if (!HasPredicate(root)) SetPredicate(root, p);  // a command
    }
  }

  // ------------------------------------------------------------- participles

  void OnParticiple(size_t p) {
    const size_t before = p == 0 ? kStart : SkipAdverbsBack(p - 1);
    if (before == kStart) return OpenParticiple(p, phrases_[p].range.begin);
    switch (KindAt(before)) {
      case PhraseKind::kMarker:
        if (!HasPredicate(Top())) SetPredicate(Top(), p);
        return;
      case PhraseKind::kComma:
        return OpenParticiple(p, phrases_[before + 1].range.begin);
      case PhraseKind::kNoun:
        return OpenReducedRelative(p, before);
      case PhraseKind::kConjunction:
        return OnParticipleConjunct(p, before);
      default:
        return;
    }
  }

  // "..., seizing a ship": its subject is that of the clause around it.
  void OpenParticiple(size_t p, uint32_t begin) {
    if (!CanPush()) return;
    if (HasPredicate(Top()) && Top().kind == ClauseKind::kParticiple) {
      Pop(begin);
    }
    NotePendingSubject(p);
    Clause& clause = Push(ClauseKind::kParticiple, begin);
    SetPredicate(clause, p);
  }

  // "a sign urging people", "the men arrested by police".
  void OpenReducedRelative(size_t p, size_t noun) {
    if (!CanPush()) return;
    NotePendingSubject(noun + 1);
    Clause& clause =
        Push(ClauseKind::kParticiple, phrases_[noun + 1].range.begin);
    clause.subject = phrases_[noun].range;
    SetPredicate(clause, p);
  }

  // "was found and arrested", "seizing A and killing B".
  void OnParticipleConjunct(size_t p, size_t conjunction) {
    const uint32_t at = phrases_[conjunction].range.begin;
    if (!HasPredicate(Top())) return;
    const bool same = Top().kind == ClauseKind::kParticiple ||
                      s_.class_of(Top().head) == s_.class_of(phrases_[p].head);
    if (!same || !CanPush()) return;
    const int beside = open_.back();
    const int marker = Top().marker;
    if (open_.size() > 1) Pop(at);
    const ClauseKind kind = clauses_[beside].kind == ClauseKind::kParticiple
                                ? ClauseKind::kParticiple
                                : ClauseKind::kConjunct;
    Clause& clause = Push(kind, at);
    clause.beside = beside;
    clause.marker = marker;
    SetPredicate(clause, p);
    if (kind == ClauseKind::kConjunct) {
      ShareAuxiliaries(clause, clauses_[beside]);
    }
    clause.finite = clauses_[beside].finite;
    clause.passive = clauses_[beside].passive;
  }

  // Before a clause breaks into one that has no verb yet, notes what stands
  // there as its subject.
  void NotePendingSubject(size_t p) {
    Clause& top = Top();
    if (HasPredicate(top) || !top.subject.empty()) return;
    size_t q = p;
    if (q > 0 && KindAt(q - 1) == PhraseKind::kComma) --q;
    const Left left = LeftOf(q);
    if (left.subject.empty()) return;
    if (KindAt(left.boundary) == PhraseKind::kPreposition) return;
    top.subject = left.subject;
  }

  // ----------------------------------------------------------------- markers

  void OnMarker(size_t p) {
    const uint32_t at = phrases_[p].range.begin;
    switch (s_.class_of(at)) {
      case WordClass::kRelative:
        return OpenRelative(p);
      case WordClass::kThat:
        return DescribesNoun(p) ? OpenRelative(p)
                                : OpenMarked(ClauseKind::kComplement, p);
      case WordClass::kQuestion:
        // "the town where he lived"
        return OpenMarked(s_.word(at) == "where" && p > 0 &&
                                  KindAt(p - 1) == PhraseKind::kNoun
                              ? ClauseKind::kRelative
                              : ClauseKind::kQuestion,
                          p);
      default:
        return OpenMarked(s_.word(at) == "whether" ? ClauseKind::kQuestion
                                                   : ClauseKind::kAdverbial,
                          p);
    }
  }

  // "the letter that he wrote", not "the claim that he lied" nor "told the
  // court that he lied".
  bool DescribesNoun(size_t p) const {
    static const WordTable& content = WordTable::Named("content_nouns");
    if (p == 0 || KindAt(p - 1) != PhraseKind::kNoun) return false;
    return !content.Contains(s_.word(phrases_[p - 1].head)) &&
           !(HasPredicate(Top()) && Reports(Top()));
  }

  // A verb follows before the clause can end, so that the marker has a clause.
  bool VerbFollows(size_t p) const {
    for (size_t q = p + 1; q < phrases_.size(); ++q) {
      const PhraseKind kind = KindAt(q);
      if (kind == PhraseKind::kVerb) {
        return phrases_[q].form != VerbGroupForm::kInfinitive;
      }
      if (kind == PhraseKind::kStop || kind == PhraseKind::kMarker ||
          kind == PhraseKind::kCloseBracket) {
        return kind == PhraseKind::kMarker;
      }
    }
    return false;
  }

  void OpenMarked(ClauseKind kind, size_t p) {
    if (!CanPush() || !VerbFollows(p)) return;
    const uint32_t at = phrases_[p].range.begin;
    // ", and that ..." runs beside an earlier "that".
    if (kind == ClauseKind::kComplement && p > 0 &&
        KindAt(p - 1) == PhraseKind::kConjunction) {
      for (size_t i = open_.size(); i-- > 1;) {
        if (clauses_[open_[i]].kind != ClauseKind::kComplement) continue;
        PopTo(open_[i], phrases_[p - 1].range.begin);
        Pop(phrases_[p - 1].range.begin);
        break;
      }
    }
    if (kind == ClauseKind::kAdverbial) OnSecondSentence(p);
    NotePendingSubject(p);
    Clause& clause = Push(kind, at);
    clause.marker = static_cast<int>(at);
  }

  // ", and if they think ..., they are wrong": the clause opens a second one.
  void OnSecondSentence(size_t p) {
    if (p < 2 || KindAt(p - 1) != PhraseKind::kConjunction ||
        KindAt(p - 2) != PhraseKind::kComma || Waiting() != kNoClause) {
      return;
    }
    while (!open_.empty()) Pop(phrases_[p - 2].range.begin);
    Push(ClauseKind::kMain, phrases_[p - 1].range.begin);
  }

  void OpenRelative(size_t p) {
    if (!CanPush() || !VerbFollows(p)) return;
    size_t q = p;
    if (q > 0 && KindAt(q - 1) == PhraseKind::kPreposition) --q;  // "in which"
    const uint32_t begin = phrases_[q].range.begin;
    NotePendingSubject(q);
    Clause& clause = Push(ClauseKind::kRelative, begin);
    clause.marker = static_cast<int>(phrases_[p].range.begin);
    if (q > 0 && KindAt(q - 1) == PhraseKind::kComma) --q;
    if (q > 0 && KindAt(q - 1) == PhraseKind::kNoun) {
      clause.subject = phrases_[q - 1].range;
    }
  }

  // --------------------------------------------------- marks and appositions

  void OnComma(size_t p) {
    const uint32_t at = phrases_[p].range.begin;
    if (Top().kind == ClauseKind::kApposition) Pop(at);
    if (const auto found = ApposedAt(s_, phrases_, p)) {
      OpenApposition(p, *found);
    }
  }

  void OpenApposition(size_t p, const Description& found) {
    if (!CanPush()) return;
    NotePendingSubject(p);
    Clause& clause = Push(ClauseKind::kApposition, found.description.begin);
    clause.subject = found.subject;
    clause.predicate = found.description;
    clause.head = phrases_[p + 1].head;
  }

  // A semicolon, a colon or a dash: what follows stands by itself.
  void OnStop(size_t p) {
    const uint32_t at = phrases_[p].range.begin;
    const absl::string_view mark = s_.word(at);
    if (p + 1 == phrases_.size()) return;
    // A quotation that ends in its own mark goes on: "...!" he said.
    if (s_.Is(at + 1, WordClass::kCloseQuote)) return;
    if (mark == ";" || mark == "." || mark == "!" || mark == "?") {
      while (!open_.empty()) Pop(at);
      Push(ClauseKind::kMain, at + 1);
    }
  }

  void CloseBracket(uint32_t end) {
    for (size_t i = open_.size(); i-- > 1;) {
      if (clauses_[open_[i]].kind != ClauseKind::kParenthesis) continue;
      PopTo(open_[i], end);
      Pop(end);
      return;
    }
  }

  // ------------------------------------------------------ parts of noun
  // phrases

  void AddTitles() {
    for (const Phrase& phrase : phrases_) {
      if (phrase.kind != PhraseKind::kNoun) continue;
      const auto found = TitleIn(s_, phrase);
      if (!found) continue;
      Clause clause;
      clause.kind = ClauseKind::kTitle;
      clause.parent = InnermostAround(phrase.range);
      clause.range = {found->description.begin, found->subject.end};
      clause.subject = found->subject;
      clause.predicate = found->description;
      clause.head = found->description.end - 1;
      clauses_.push_back(clause);
    }
  }

  void AddItems() {
    for (const NounList& list : FindNounLists(s_, phrases_)) {
      const int around = InnermostAround(list.whole);
      if (around == kNoClause || !HasPredicate(clauses_[around])) continue;
      for (TokenRange item : list.items) {
        AddPart(ClauseKind::kItem, around, list.whole, item);
        Clause& clause = clauses_.back();
        if (clause.subject.Contains(list.whole)) clause.subject = item;
      }
    }
  }

  // Of a clause with several circumstances, those that say when.
  void AddTimes() {
    const size_t count = clauses_.size();
    for (size_t i = 0; i < count; ++i) {
      const ClauseKind kind = clauses_[i].kind;
      if (kind == ClauseKind::kMain || kind == ClauseKind::kConjunct ||
          kind == ClauseKind::kComplement || kind == ClauseKind::kRelative ||
          kind == ClauseKind::kParticiple || kind == ClauseKind::kAdverbial) {
        AddTimesOf(static_cast<int>(i));
      }
    }
  }

  void AddTimesOf(int index) {
    const Clause& clause = clauses_[index];
    if (!HasPredicate(clause)) return;
    size_t p = AfterObject(clause);
    const uint32_t begin = p == 0 ? 0 : phrases_[p - 1].range.end;
    std::vector<TokenRange> times;
    size_t circumstances = 0;
    uint32_t end = begin;
    for (; p < phrases_.size() && phrases_[p].range.end <= clause.range.end;
         ++p, ++circumstances) {
      const uint32_t from = phrases_[p].range.begin;
      if (KindAt(p) == PhraseKind::kPreposition) ++p;
      if (KindAt(p) != PhraseKind::kNoun) break;
      const bool time = IsTime(phrases_[p]);
      if (!time && from == phrases_[p].range.begin) break;
      end = phrases_[p].range.end;
      if (time) times.push_back({from, end});
    }
    if (circumstances < 2) return;
    for (TokenRange time : times) {
      AddPart(ClauseKind::kTime, index, {begin, end}, time);
    }
  }

  // The phrase after the predicate and its object.
  size_t AfterObject(const Clause& clause) const {
    size_t p = 0;
    while (p < phrases_.size() &&
           phrases_[p].range.begin < clause.predicate.end) {
      ++p;
    }
    while (KindAt(p) == PhraseKind::kAdverb) ++p;
    if (KindAt(p) == PhraseKind::kPreposition) ++p;
    return KindAt(p) == PhraseKind::kNoun ? p + 1 : phrases_.size();
  }

  // Told by its head, or a year: "in 2012".
  bool IsTime(const Phrase& noun) const {
    if (s_.Is(noun.head, WordClass::kTime)) return true;
    const absl::string_view word = s_.word(noun.head);
    return noun.range.size() == 1 && word.size() == 4 &&
           s_.Is(noun.head, WordClass::kNumber) &&
           (word[0] == '1' || word[0] == '2');
  }

  void AddPart(ClauseKind kind, int whole_clause, TokenRange shared,
               TokenRange part) {
    Clause clause = clauses_[whole_clause];
    clause.kind = kind;
    clause.beside = whole_clause;
    clause.shared = shared;
    clause.range = part;
    clauses_.push_back(clause);
  }

  // The smallest clause that holds `range`.
  int InnermostAround(TokenRange range) const {
    int best = kNoClause;
    for (size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      if (clause.kind == ClauseKind::kTitle ||
          clause.kind == ClauseKind::kItem ||
          clause.kind == ClauseKind::kTime || !clause.range.Contains(range)) {
        continue;
      }
      if (best == kNoClause ||
          clause.range.size() <= clauses_[best].range.size()) {
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  // ------------------------------------------------------------------ the end

  // Gives a clause without a subject that of the clause it goes with.
  void ShareSubject(Clause& clause) const {
    if (!clause.subject.empty()) return;
    const int from = clause.beside != kNoClause ? clause.beside : clause.parent;
    if (from == kNoClause || !HasPredicate(clause)) return;
    if (clause.kind == ClauseKind::kConjunct ||
        clause.kind == ClauseKind::kParticiple ||
        (clause.kind == ClauseKind::kAdverbial && !clause.finite)) {
      clause.subject = clauses_[from].subject;
    }
  }

  const SentenceView& s_;
  const std::vector<Phrase> phrases_;
  std::vector<Clause> clauses_;
  std::vector<int> open_;
};

}  // namespace

std::vector<Clause> FindClauses(const SentenceView& sentence) {
  return ClauseFinder(sentence).Run();
}

}  // namespace concord
