#include "engine/claim/clause_mark.h"

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/claim/clause_stack.h"
#include "engine/claim/clause_state.h"
#include "engine/claim/clauses.h"
#include "engine/claim/description.h"
#include "engine/claim/phrase.h"
#include "engine/claim/phrase_context.h"
#include "engine/claim/sentence_view.h"
#include "engine/claim/token_range.h"
#include "engine/claim/word_class.h"
#include "engine/lexicon/word_table.h"

namespace concord {
namespace {

class ClauseMark {
 public:
  explicit ClauseMark(ClauseState& state)
      : state_(state),
        s_(state.sentence),
        c_(state.phrases),
        stack_(state.stack) {}

  void OnMarker(size_t p) {
    const uint32_t at = c_[p].range.begin;
    switch (s_.class_of(at)) {
      case WordClass::kRelative:
        return OpenRelative(p);
      case WordClass::kThat:
        return DescribesNoun(p) ? OpenRelative(p)
                                : OpenMarked(ClauseKind::kComplement, p);
      case WordClass::kQuestion:
        return OpenMarked(s_.word(at) == "where" && DescribesPlace(p)
                              ? ClauseKind::kRelative
                              : ClauseKind::kQuestion,
                          p);
      default:
        return OpenMarked(s_.word(at) == "whether" ? ClauseKind::kQuestion
                                                   : ClauseKind::kAdverbial,
                          p);
    }
  }

  // "..., and her driver, Voss, is": a second clause whose subject is broken
  // into.
  void OnConjunction(size_t p) {
    if (stack_.Waiting() != kNoClause || stack_.InnermostFinite() == kNoClause)
      return;
    size_t q = p + 1;
    if (c_.KindAt(q) != PhraseKind::kNoun) return;
    while (c_.KindAt(q + 1) == PhraseKind::kPreposition &&
           c_.KindAt(q + 2) == PhraseKind::kNoun) {
      q += 2;
    }
    if (c_.KindAt(q + 1) != PhraseKind::kComma || !VerbAfterBreak(q + 1))
      return;
    stack_.CloseAll(c_[p].range.begin);
    Clause& clause = stack_.Open(ClauseKind::kMain, c_[p].range.begin);
    clause.subject = {c_[p + 1].range.begin, c_[q].range.end};
  }

  void OnComma(size_t p) {
    const uint32_t at = c_[p].range.begin;
    if (stack_.top().kind == ClauseKind::kApposition) stack_.Close(at);
    const auto found = ApposedAt(s_, c_.phrases(), p);
    if (found && !IsInsertedSpeaker(p)) OpenApposition(p, *found);
  }

  // A semicolon, a colon or a dash: what follows stands by itself.
  void OnStop(size_t p) {
    const uint32_t at = c_[p].range.begin;
    const absl::string_view mark = s_.word(at);
    if (p + 1 == c_.size()) return;
    // A quotation that ends in its own mark goes on: "...!" he said.
    if (s_.Is(at + 1, WordClass::kCloseQuote)) return;
    if (mark == ";" || mark == "." || mark == "!" || mark == "?") {
      stack_.CloseAll(at);
      stack_.Open(ClauseKind::kMain, at + 1);
    }
  }

 private:
  // "the letter that he wrote", not "the claim that he lied" nor "told the
  // court that he lied".
  bool DescribesNoun(size_t p) const {
    static const WordTable& content = WordTable::Named("content_nouns");
    if (p == 0 || c_.KindAt(p - 1) != PhraseKind::kNoun) return false;
    return !content.Contains(s_.word(c_[p - 1].head)) &&
           !(stack_.top().has_predicate() && state_.Reports(stack_.top()));
  }

  // "the town where he lived", "moved to Leeds, where he lived".
  bool DescribesPlace(size_t p) const {
    if (p > 1 && c_.KindAt(p - 1) == PhraseKind::kComma) --p;
    return p > 0 && c_.KindAt(p - 1) == PhraseKind::kNoun;
  }

  // A verb follows before the clause can end, so that the marker has a clause.
  bool VerbFollows(size_t p) const {
    for (size_t q = p + 1; q < c_.size(); ++q) {
      const PhraseKind kind = c_.KindAt(q);
      if (kind == PhraseKind::kVerb) {
        return c_[q].form != VerbGroupForm::kInfinitive;
      }
      if (kind == PhraseKind::kStop || kind == PhraseKind::kMarker ||
          kind == PhraseKind::kCloseBracket) {
        return kind == PhraseKind::kMarker;
      }
    }
    return false;
  }

  void OpenMarked(ClauseKind kind, size_t p) {
    if (!stack_.HasRoom() || !VerbFollows(p)) return;
    const uint32_t at = c_[p].range.begin;
    // ", and that ..." runs beside an earlier "that".
    if (kind == ClauseKind::kComplement && p > 0 &&
        c_.KindAt(p - 1) == PhraseKind::kConjunction) {
      stack_.CloseInnermost(kind, c_[p - 1].range.begin);
    }
    if (kind == ClauseKind::kAdverbial) OnSecondSentence(p);
    state_.NotePendingSubject(p);
    Clause& clause = stack_.Open(kind, at);
    clause.marker = static_cast<int>(at);
  }

  // ", and if they think ..., they are wrong": the clause opens a second one.
  void OnSecondSentence(size_t p) {
    if (p < 2 || c_.KindAt(p - 1) != PhraseKind::kConjunction ||
        c_.KindAt(p - 2) != PhraseKind::kComma ||
        stack_.Waiting() != kNoClause) {
      return;
    }
    stack_.CloseAll(c_[p - 2].range.begin);
    stack_.Open(ClauseKind::kMain, c_[p - 1].range.begin);
  }

  void OpenRelative(size_t p) {
    if (!stack_.HasRoom() || !VerbFollows(p)) return;
    size_t q = p;
    if (q > 0 && c_.KindAt(q - 1) == PhraseKind::kPreposition)
      --q;  // "in which"
    const uint32_t begin = c_[q].range.begin;
    state_.NotePendingSubject(q);
    Clause& clause = stack_.Open(ClauseKind::kRelative, begin);
    clause.marker = static_cast<int>(c_[p].range.begin);
    if (q > 0 && c_.KindAt(q - 1) == PhraseKind::kComma) --q;
    if (q > 0 && c_.KindAt(q - 1) == PhraseKind::kNoun) {
      clause.subject = Described(c_[q - 1], s_.word(c_[p].range.begin));
    }
  }

  // "the family of a girl who died": who died is the girl; but "the mayor of
  // Ghent who resigned".
  TokenRange Described(const Phrase& noun, absl::string_view pronoun) const {
    static const WordTable& roles = WordTable::Named("role_nouns");
    TokenRange described = noun.range;
    const WordTable::Row* role = roles.Find(s_.word(noun.head));
    if (pronoun != "who" || (role != nullptr && (*role)[1] == "person")) {
      return described;
    }
    for (uint32_t i = noun.head; i + 1 < noun.range.end; ++i) {
      const bool whole = s_.Is(i + 1, WordClass::kDeterminer) ||
                         s_.Is(i + 1, WordClass::kPossessive) ||
                         s_.token(i + 1).capital;
      if (s_.word(i) == "of" && whole) described.begin = i + 1;
    }
    return described;
  }

  // What the comma at p opens is closed by another, and a verb follows.
  bool VerbAfterBreak(size_t p) const {
    const bool breaks = ApposedAt(s_, c_.phrases(), p).has_value() ||
                        c_.KindAt(p + 1) == PhraseKind::kMarker;
    if (!breaks) return false;
    for (size_t q = p + 1; q + 1 < c_.size(); ++q) {
      if (c_.KindAt(q) == PhraseKind::kConjunction) return false;
      if (c_.KindAt(q) != PhraseKind::kComma) continue;
      size_t r = q + 1;
      while (c_.KindAt(r) == PhraseKind::kAdverb) ++r;
      return c_.KindAt(r) == PhraseKind::kVerb &&
             c_[r].form == VerbGroupForm::kFinite;
    }
    return false;
  }

  // "He left for Leeds, the coach said": a speaker after a clause that is
  // whole, where its last noun would be described.
  bool IsInsertedSpeaker(size_t p) const {
    if (stack_.Waiting() != kNoClause || p < 2) return false;
    const PhraseKind before = c_.KindAt(p - 2);
    if (before == PhraseKind::kComma || before == PhraseKind::kStop) {
      return false;
    }
    size_t q = p + 2;
    while (c_.KindAt(q) == PhraseKind::kPreposition &&
           c_.KindAt(q + 1) == PhraseKind::kNoun) {
      q += 2;
    }
    return c_.KindAt(q) == PhraseKind::kVerb &&
           c_[q].form == VerbGroupForm::kFinite && c_.ReportsAt(c_[q].head) &&
           c_.ReportEndsHere(q);
  }

  void OpenApposition(size_t p, const Description& found) {
    if (!stack_.HasRoom()) return;
    state_.NotePendingSubject(p);
    Clause& clause =
        stack_.Open(ClauseKind::kApposition, found.description.begin);
    clause.subject = found.subject;
    clause.predicate = found.description;
    clause.head = c_[p + 1].head;
  }

  ClauseState& state_;
  const SentenceView& s_;
  const PhraseContext& c_;
  ClauseStack& stack_;
};

}  // namespace

void OnClauseMark(size_t p, ClauseState& state) {
  const TokenRange range = state.phrases[p].range;
  switch (state.phrases[p].kind) {
    case PhraseKind::kMarker:
      return ClauseMark(state).OnMarker(p);
    case PhraseKind::kComma:
      return ClauseMark(state).OnComma(p);
    case PhraseKind::kConjunction:
      return ClauseMark(state).OnConjunction(p);
    case PhraseKind::kStop:
      return ClauseMark(state).OnStop(p);
    case PhraseKind::kOpenBracket:
      if (state.stack.HasRoom()) {
        state.stack.Open(ClauseKind::kParenthesis, range.begin);
      }
      return;
    case PhraseKind::kCloseBracket:
      return state.stack.CloseInnermost(ClauseKind::kParenthesis, range.end);
    default:
      return;
  }
}

}  // namespace concord
